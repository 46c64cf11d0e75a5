#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of a match report, to the one it was made for.
enum class ReportWord : std::uint16_t {
  holds,
  round,
  best_total,
  most_matched,
  compare,
  mentee,
  mentee_alone,
  by_hand,
  options,
  no_options,
  own_is_best,
  better_elsewhere,
  all_taken,
  mentor,
  mentor_alone,
  their_mentee,
  broken,
  title,
  check,
  not_one,
  newer,
  count_,
};

[[nodiscard]] std::string_view english(ReportWord word);

}  // namespace pairbook::app
