#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// What went wrong, and what to do about it.
enum class ErrorWord : std::uint16_t {
  invalid_input,
  invalid_where,
  not_found,
  conflict,
  conflict_where,
  not_permitted,
  wrong_key,
  corrupt,
  unsupported_version,
  too_large,
  too_large_where,
  storage_full,
  storage_gone,
  out_of_memory,
  offline,
  cancelled,
  name_empty,
  name_too_long,
  email_wrong,
  answer_not_understood,
  places_wrong,
  has_pair,
  rule_uses_field,
  kept_for_fairness,
  names_are_hidden,
  field_label_empty,
  field_options_empty,
  too_many_people,
  count_,
};

[[nodiscard]] std::string_view english(ErrorWord word);

}  // namespace pairbook::app
