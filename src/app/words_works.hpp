#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of what goes with good pairs.
enum class WorksWord : std::uint16_t {
  title,
  text,
  not_yet_title,
  not_yet_text,
  points_title,
  with,
  without,
  more_points,
  fewer_points,
  some_of,
  sentence,
  sentence_points,
  satisfaction,
  satisfaction_of_all,
  average,
  too_few_said,
  too_few,
  alike,
  better,
  worse,
  try_weight,
  after,
  trying_title,
  trying_text,
  keep,
  put_back,
  count_,
};

[[nodiscard]] std::string_view english(WorksWord word);

}  // namespace pairbook::app
