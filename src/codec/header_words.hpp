#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/domain/mapping.hpp"
#include "pairbook/domain/person.hpp"

namespace pairbook::codec {

/// What a header is about, as far as its words tell.
enum class Topic : std::uint8_t {
  email,
  given_name,
  family_name,
  name,
  called,
  role,
  places,
  about_the_form,  // timestamps, consent: not about the person
  languages,
  time_zone,
  availability,
  list,       // skills, interests: several answers in a cell
  long_text,  // biography, goals
};

struct TopicFound {
  Topic topic{};
  bool whole = false;  // the header says nothing else
};

/// In English, German, French, Spanish, Portuguese, Italian, Dutch and Polish.
[[nodiscard]] std::optional<TopicFound> topic_of(std::string_view header);

/// Words of a text: folded, of letters and digits.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// "Mentor", "mentee", "both", "neither", in the same languages; "mentor (withdrawn)" is still
/// a mentor. Nothing when it is no role.
[[nodiscard]] std::optional<domain::Roles> read_role(std::string_view cell);
[[nodiscard]] bool says_withdrawn(std::string_view cell);

/// What yes means in a column with this header: "Do you want to sign up as a mentor?".
[[nodiscard]] std::optional<domain::Roles> role_if_yes(std::string_view header);

/// "mentors_2026.csv": who is in a file of that name.
[[nodiscard]] domain::FileRole file_role(std::string_view file_name);

}  // namespace pairbook::codec
