#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of the letters. Blanks in braces with a name are filled for each person.
enum class LettersWord : std::uint16_t {
  title,
  text,
  empty_title,
  empty_text,
  to_match,
  kind,
  kind_mentor,
  kind_mentee,
  kind_unmatched,
  kind_shortlist,
  kind_request,
  kind_reminder,
  kind_ended,
  subject,
  body,
  blanks_title,
  unknown_blank,
  reset,
  preview_title,
  preview_nobody,
  no_address,
  previous,
  next,
  copy,
  mail,
  print_one,
  print_all,
  download_all,
  report_title,
  file_name,
  file_header,
  blank_called,
  blank_name,
  blank_partner,
  blank_partner_email,
  blank_reasons,
  blank_programme,
  blank_shortlist,
  blank_answer_by,
  and_,
  no_reasons,
  mentor_subject,
  mentor_body,
  mentee_subject,
  mentee_body,
  unmatched_subject,
  unmatched_body,
  shortlist_subject,
  shortlist_body,
  too_many_shortlists,
  request_subject,
  request_body,
  reminder_subject,
  reminder_body,
  ended_subject,
  ended_body,
  count_,
};

[[nodiscard]] std::string_view english(LettersWord word);

}  // namespace pairbook::app
