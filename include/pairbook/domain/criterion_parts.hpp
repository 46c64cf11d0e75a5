#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "pairbook/domain/rules.hpp"

namespace pairbook::domain {

/// A part of a criterion, pointing into it: what files, bytes and the sentence on the screen
/// need to know, so that none of them need know the kinds one by one.
struct CriterionPart {
  enum class Kind : std::uint8_t { field, fields, number, points, by_gap };
  /// What a question must be able to say for the rule to make sense.
  enum class Need : std::uint8_t {
    any,
    list,
    order,
    times,
    zone,
    yes_no,
    names,
    skills,
    scale,
    text,
  };

  std::string_view name;  // in files: "points_each"; "mentor_x" and "mentee_x" may be one "x"
  Kind kind{};
  FieldKey* field = nullptr;
  std::vector<FieldKey>* fields = nullptr;
  int* number = nullptr;  // also points
  std::map<int, int>* by_gap = nullptr;

  Side side = Side::mentor;  // whose answers
  Need need = Need::any;
  bool may_be_empty = false;
  std::string_view hint = {};  // in the key of a question that is likely meant

  int least = 0, most = 0;                        // of a number or points
  int shown_least = 0, shown_most = 0, step = 1;  // in which range a person sets it
};

/// In the order their bytes stand in.
///
/// Thread: the parts live as long as the criterion.
[[nodiscard]] std::vector<CriterionPart> parts_of(Criterion& criterion);

/// The criterion with this place among the alternatives, as somebody who adds it finds it.
[[nodiscard]] std::optional<Criterion> criterion_of_kind(std::size_t kind);

inline constexpr int most_points_of_a_rule = 10'000;
/// Of all the rules there may be.
inline constexpr int most_points_of_a_pair = 1'000'000;
inline constexpr std::size_t max_scales_of_a_rule = 20;

}  // namespace pairbook::domain
