#include "people_text.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::app {

std::string role_words(const Speaker& say, const domain::Person& person) {
  const auto [mentor, mentee] = person.roles;
  std::string words = say(mentor && mentee ? PeopleWord::mentor_and_mentee
                          : mentor         ? PeopleWord::mentor
                          : mentee         ? PeopleWord::mentee
                                           : PeopleWord::no_part);
  if (person.withdrawn) words += ", " + say(PeopleWord::withdrawn);
  return words;
}

std::string kind_words(const Speaker& say, domain::FieldKind kind) {
  using enum domain::FieldKind;
  switch (kind) {
    case text:
      return say(PeopleWord::kind_text);
    case long_text:
      return say(PeopleWord::kind_long_text);
    case one_of:
      return say(PeopleWord::kind_one_of);
    case several_of:
      return say(PeopleWord::kind_several_of);
    case scale:
      return say(PeopleWord::kind_scale);
    case number:
      return say(PeopleWord::kind_number);
    case yes_no:
      return say(PeopleWord::kind_yes_no);
    case availability:
      return say(PeopleWord::kind_availability);
    case time_zone:
      return say(PeopleWord::kind_time_zone);
    case language:
      return say(PeopleWord::kind_language);
    case skills:
      return say(PeopleWord::kind_skills);
  }
  return {};
}

std::vector<std::string> kind_options(const Speaker& say) {
  std::vector<std::string> out;
  for (int kind = 0; kind <= static_cast<int>(domain::FieldKind::skills); ++kind) {
    out.push_back(kind_words(say, static_cast<domain::FieldKind>(kind)));
  }
  return out;
}

std::string date_words(base::Date date) {
  static constexpr std::string_view months[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto civil = date.civil();
  return base::to_text(civil.day) + " " +
         std::string(months[static_cast<std::size_t>(civil.month - 1)]) + " " +
         base::to_text(civil.year);
}

std::vector<const domain::Field*> filter_fields(const domain::Programme& programme) {
  std::vector<const domain::Field*> out;
  for (const domain::Field& field : programme.fields) {
    const bool yes_no = field.kind == domain::FieldKind::yes_no;
    const bool open = field.use != domain::FieldUse::fairness;
    if (open && (yes_no || !field.options.empty())) out.push_back(&field);
  }
  return out;
}

std::vector<std::string> filter_answers(const domain::Field& field, const Speaker& say) {
  if (field.kind == domain::FieldKind::yes_no) {
    return {say(FrameWord::yes), say(FrameWord::no)};
  }
  return field.options;
}

std::string answer_text(const domain::Field& field, const domain::Person& person) {
  const auto found = person.answers.find(field.key);
  return found == person.answers.end() ? std::string()
                                       : domain::write_answer(field, found->second);
}

std::string lines_of(const std::vector<std::string>& options) {
  return base::join(options, "\n");
}

std::vector<std::string> options_of(std::string_view lines) {
  return base::split(lines, "\n");
}

}  // namespace pairbook::app
