#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of the fairness page.
enum class FairWord : std::uint16_t {
  title,
  text,
  empty_title,
  empty_text,
  to_questions,
  no_pairs_title,
  no_pairs_text,
  question,
  who,
  pairs,
  proposal,
  round,
  column_group,
  column_people,
  column_matched,
  column_points,
  column_low,
  column_wish,
  no_answer,
  everybody,
  others,
  hidden,
  nothing,
  per_cent,
  share,
  all_alike,
  range,
  below_four_fifths,
  above_four_fifths,
  rate_beyond,
  rate_chance,
  points_beyond,
  points_chance,
  seldom,
  always,
  times,
  too_few,
  about_hidden,
  limits,
  print,
  report_title,
  report_line,
  file_name,
  count_,
};

[[nodiscard]] std::string_view english(FairWord word);

}  // namespace pairbook::app
