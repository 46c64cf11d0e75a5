#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// What happened, for the history and for undo.
enum class ChangeWord : std::uint16_t {
  founded,
  renamed,
  field_made,
  field_changed,
  field_removed,
  person_added,
  people_added,
  people_imported,
  import_changed,
  import_both,
  import_nothing,
  person_changed,
  people_changed,
  person_withdrawn,
  person_returned,
  people_withdrawn,
  people_returned,
  person_removed,
  people_removed,
  rules_changed,
  preset_used,
  locked,
  forbidden,
  verdict_lifted,
  pairs_approved,
  pairs_withdrawn,
  pair_ended,
  pair_resumed,
  pair_checked,
  pair_check_removed,
  rematch_asked,
  request_made,
  request_removed,
  request_accepted,
  request_declined,
  request_withdrawn,
  request_open,
  round_closed,
  round_reopened,
  letter_changed,
  mapping_remembered,
  mapping_forgotten,
  proposal_kept,
  proposal_renamed,
  proposal_forgotten,
  names_hidden,
  names_shown,
  looked_at,
  looked_at_many,
  unknown,
  taken_back,
  done_again,
  somebody,
  count_,
};

[[nodiscard]] std::string_view english(ChangeWord word);

}  // namespace pairbook::app
