#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace pairbook::app {

/// Everything on the screens that a person can type into, choose, tick or slide. Closed: a new
/// one is added here and in the area that listens to it (src/app/<area>_update.cpp).
enum class Control : std::uint16_t {
  none,
  // the palette
  palette_query,
  // a new book, unlock, recover
  programme_name,
  passphrase,
  passphrase_again,
  recovery_group_one,
  recovery_group_two,
  recovery_code,
  current_passphrase,
  remember_name,  // may the name be shown before unlocking?
  // people
  people_search,
  people_role,
  people_field,   // which question the list is filtered by
  people_answer,  // and the answer
  // one person; `key` of answers is the question's key
  person_name,
  person_called,
  person_email,
  person_mentor,
  person_mentee,
  person_places,
  person_withdrawn,
  person_answer,
  // import; `key` is the number of the column or of the row
  import_paste,
  import_role,
  import_column,
  import_new_field_label,
  import_new_field_kind,
  import_new_field_options,
  import_row_choice,
  import_show,
  // questions
  field_label,
  field_kind,
  field_options,
  field_asked,
  field_seen_by,
  field_use,
  field_hidden,
  // rules; `key` is "<rule number>" or "<rule number>/<part>"
  rule_on,
  rule_part,
  rules_goal,
  rules_bonus,
  rules_rematch,
  rules_mentors_per_mentee,
  rules_mentees_per_round,
  rules_mentors_per_round,
  rules_least_mentees,
  rules_at_least,
  rules_new_kind,
  // match
  match_show,
  match_pick,  // approve this row; `key` is mentor/mentee
  match_partner,
  match_search,
  // weighing a proposal; `key` of kept_name is the proposal
  kept_new_name,
  kept_name,
  weigh_one,
  weigh_other,
  // wishes
  wishes_who,
  wishes_confidential,
  wishes_names,   // `key` is the person in hex
  wishes_add,     // the same
  wishes_settle,  // `key` is a number
  wishes_from,
  request_mentor,
  request_by,
  request_answer,  // `key` is the request in hex
  requests_ended,
  // answers from a spreadsheet, to wishes and of pairs
  sheet_paste,
  sheet_column,  // `key` of these two is a number
  sheet_row,
  // pairs
  pairs_show,
  pairs_search,
  pair_end_note,
  pair_fit,  // `key` of these is "<pair in hex>/mentor" or "/mentee"
  pair_satisfaction,
  pair_check_note,
  pair_again,  // in the dialog that ends a pair `key` is "mentor" or "mentee"
  // letters
  letter_kind,
  letter_subject,
  letter_body,
  letter_person,
  // fairness
  fairness_question,
  fairness_who,
  fairness_round,
  // settings
  settings_name,
  settings_new_passphrase,
  settings_new_passphrase_again,
  settings_auto_lock,
  settings_theme,
  settings_contrast,
  settings_remember_name,
  settings_relay,
};

/// One control. `key` tells repeated ones apart: an id in hex, a question's key, a number.
struct ControlId {
  Control control = Control::none;
  std::string key;
  auto operator<=>(const ControlId&) const = default;
};

/// The long lists, each showing a window of its rows.
enum class ListId : std::uint8_t {
  people,
  import_rows,
  proposals,
  unmatched,
  pairs,
  history,
  fairness,
  wishes,
  requests,
};

}  // namespace pairbook::app
