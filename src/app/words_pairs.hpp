#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of the pairs.
enum class PairsWord : std::uint16_t {
  title,
  empty_title,
  empty_text,
  to_match,
  show,
  show_active,
  show_ended,
  show_round,
  search,
  count,
  caption,
  column_mentee,
  column_mentor,
  column_points,
  column_round,
  column_since,
  ended_on,
  details,
  no_reasons,
  by_hand,
  note,
  note_help,
  end_,
  ended,
  letters,
  print,
  csv,
  json,
  report_title,
  report_count,
  gone_person,
  nothing_here,
  file_name,
  count_,
};

[[nodiscard]] std::string_view english(PairsWord word);

}  // namespace pairbook::app
