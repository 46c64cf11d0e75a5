#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::domain {

/// What a question is called inside the programme: "match_with_similar_identity". Lower-case
/// letters, digits and underscores, 1..64 of them; letters of any script count. Two devices
/// that make the same question mean the same question.
class FieldKey {
 public:
  FieldKey() = default;
  /// Errors: invalid_input when it holds anything else.
  [[nodiscard]] static base::Result<FieldKey> from(std::string_view key);
  /// From what people read: "Match with similar identity?" becomes match_with_similar_identity.
  /// A label without a letter or digit becomes "field".
  [[nodiscard]] static FieldKey from_label(std::string_view label);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  auto operator<=>(const FieldKey&) const = default;

 private:
  std::string text_;
};

enum class FieldKind : std::uint8_t {
  text,          // a line
  long_text,     // a paragraph
  one_of,        // one of the options
  several_of,    // any of the options
  scale,         // one of the options, which go from low to high
  number,        // 42 or 3.5
  yes_no,        //
  availability,  // weekly times: "Mon 09:00-12:00"
  time_zone,     // Europe/Warsaw
  language,      // any number of languages
  skills,        // any number, with levels if wanted: "Python (advanced)"
};

enum class Asked : std::uint8_t { everybody, mentors, mentees };
/// Wishes that nobody sees count, and are told, once both wish each other.
enum class SeenBy : std::uint8_t { coordinators, the_pair, everybody, nobody };
/// What the answers are for. Those kept for fairness no rule may ask and the engine never
/// reads: they tell afterwards how groups of people fared.
enum class FieldUse : std::uint8_t { matching, kept, fairness };

/// A question a programme asks its participants.
struct Field {
  FieldKey key;
  std::string label;
  FieldKind kind = FieldKind::text;
  std::vector<std::string> options;  // one_of, several_of, scale (low to high); else empty
  Asked asked = Asked::everybody;
  SeenBy seen_by = SeenBy::coordinators;
  FieldUse use = FieldUse::matching;
  bool hidden_in_review = false;  // while names are hidden: blind.hpp

  bool operator==(const Field&) const = default;
};

/// An answer in the field's canonical words; no values means no answer.
///
/// Shape: one value, but for several_of, language, availability and skills any number, in the
///        order of the options (or as given, when the field has none). yes_no is "yes" or "no";
///        number is digits with an optional minus and decimal point; availability is "Mon
///        09:00-12:00"; a skill is as in skill.hpp.
struct Answer {
  std::vector<std::string> values;

  [[nodiscard]] bool empty() const { return values.empty(); }
  auto operator<=>(const Answer&) const = default;
};

/// What a person wrote, understood as an answer. Case, accents and blanks do not matter where
/// the field has options; list cells are separated by ; , | or a line break.
///
/// Errors: invalid_input, with the part that was not understood in `where`.
[[nodiscard]] base::Result<Answer> read_answer(const Field& field, std::string_view text);

/// The answer as one line; read_answer() reads it back.
[[nodiscard]] std::string write_answer(const Field& field, const Answer& answer);

/// Position of a scale answer among the options, or of nothing: -1.
[[nodiscard]] int scale_step(const Field& field, const Answer& answer);

/// True when it is the answer "yes", as people write it in many forms and languages.
[[nodiscard]] bool is_yes(std::string_view text);
[[nodiscard]] bool is_no(std::string_view text);

}  // namespace pairbook::domain
