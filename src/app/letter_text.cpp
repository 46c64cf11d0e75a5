#include "letter_text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::LetterKind;
using domain::Pair;
using domain::Person;

/// What a letter about pairs or requests says of them.
struct About {
  std::vector<const Pair*> pairs;
  std::vector<domain::PersonId> partners;
  std::optional<base::Date> answer_by;
};

/// The partners of a person in the role the letter is about, or those in requests.
About about(const domain::Programme& programme, LetterKind kind, const domain::PersonId& id,
            base::Date today) {
  About found;
  for (const auto& [pair_id, pair] : programme.pairs) {
    if (pair.state != domain::PairState::active || kind > LetterKind::to_unmatched) continue;
    const bool to_mentor = kind == LetterKind::to_mentor;
    if ((to_mentor ? pair.mentor.person : pair.mentee.person) != id) continue;
    found.pairs.push_back(&pair);
    found.partners.push_back(to_mentor ? pair.mentee.person : pair.mentor.person);
  }
  for (const auto& [request_id, request] : programme.requests) {
    if (!is_about(request, kind, today)) continue;
    const bool ended = kind == LetterKind::request_ended;
    if ((ended ? request.mentee.person : request.mentor.person) != id) continue;
    found.partners.push_back(ended ? request.mentor.person : request.mentee.person);
    if (!found.answer_by || request.answer_by < *found.answer_by)
      found.answer_by = request.answer_by;
  }
  return found;
}

std::string and_list(const Speaker& say, const std::vector<std::string>& items) {
  if (items.size() < 2) return items.empty() ? "" : items.front();
  const std::vector<std::string> first(items.begin(), items.end() - 1);
  return base::join(first, ", ") + " " + say(LettersWord::and_) + " " + items.back();
}

std::string reasons_in_words(const Speaker& say, const std::vector<const Pair*>& pairs) {
  std::vector<std::string> lines;
  for (const Pair* pair : pairs) {
    for (const domain::Reason& reason : pair->reasons) {
      // What was earned by a bonus says nothing about the two.
      if (!reason.fact.empty()) lines.push_back("- " + reason.criterion + ": " + reason.fact);
    }
  }
  if (lines.empty()) return say(LettersWord::no_reasons);
  base::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return base::join(lines, "\n");
}

std::map<std::string, std::string> fillings(const Speaker& say,
                                            const domain::Programme& programme, LetterKind kind,
                                            const Person& person, base::Date today,
                                            const std::string& shortlist) {
  const About told = about(programme, kind, person.id, today);
  std::vector<std::string> partners, addresses;
  for (const domain::PersonId& other : told.partners) {
    const Person* partner = domain::find_person(programme, other);
    partners.push_back(partner == nullptr ? say(PairsWord::gone_person) : partner->name);
    if (partner != nullptr && partner->email) addresses.push_back(partner->email->text());
  }
  return {
      {"{called}", domain::greeting_name(person)},
      {"{name}", person.name},
      {"{partner}", and_list(say, partners)},
      {"{partner_email}",
       addresses.empty() ? say(LettersWord::no_address) : base::join(addresses, ", ")},
      {"{reasons}", reasons_in_words(say, told.pairs)},
      {"{programme}", programme.name},
      {"{shortlist}", shortlist},
      {"{answer_by}", told.answer_by ? date_words(*told.answer_by) : std::string()},
  };
}

/// One pass, so that a name with braces in it is never filled in again.
std::string filled(std::string_view text, const std::map<std::string, std::string>& fillings) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    if (end != std::string_view::npos) {
      const auto found = fillings.find(std::string(text.substr(at, end + 1 - at)));
      if (found != fillings.end()) {
        out += found->second;
        at = end + 1;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      out += c;
    } else if (c == '\n') {
      out += "%0D%0A";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15U];
    }
  }
  return out;
}

}  // namespace

domain::LetterTemplate own_letter(const Speaker& say, LetterKind kind) {
  switch (kind) {
    case LetterKind::to_mentor:
      return {say(LettersWord::mentor_subject), say(LettersWord::mentor_body)};
    case LetterKind::to_mentee:
      return {say(LettersWord::mentee_subject), say(LettersWord::mentee_body)};
    case LetterKind::shortlist:
      return {say(LettersWord::shortlist_subject), say(LettersWord::shortlist_body)};
    case LetterKind::request:
      return {say(LettersWord::request_subject), say(LettersWord::request_body)};
    case LetterKind::reminder:
      return {say(LettersWord::reminder_subject), say(LettersWord::reminder_body)};
    case LetterKind::request_ended:
      return {say(LettersWord::ended_subject), say(LettersWord::ended_body)};
    case LetterKind::to_unmatched:
      break;
  }
  return {say(LettersWord::unmatched_subject), say(LettersWord::unmatched_body)};
}

domain::LetterTemplate letter_template(const Speaker& say, const domain::Programme& programme,
                                       LetterKind kind) {
  const auto found = programme.letters.find(kind);
  return found == programme.letters.end() ? own_letter(say, kind) : found->second;
}

std::vector<domain::PersonId> recipients(const domain::Programme& programme, LetterKind kind,
                                         base::Date today) {
  const std::set<domain::PersonId> in_requests = asked_people(programme, kind, today);
  std::map<domain::PersonId, int> mentors, mentees;  // and how many pairs
  for (const auto& [id, pair] : programme.pairs) {
    if (pair.state != domain::PairState::active) continue;
    ++mentors[pair.mentor.person];
    ++mentees[pair.mentee.person];
  }
  const auto may_have_more = [&](const Person& person) {
    const auto has = [&](const std::map<domain::PersonId, int>& pairs) {
      const auto found = pairs.find(person.id);
      return found == pairs.end() ? 0 : found->second;
    };
    return (person.roles.mentee && has(mentees) < programme.rules.mentors_per_mentee) ||
           (person.roles.mentor && has(mentors) < person.places);
  };
  std::vector<std::pair<std::string, domain::PersonId>> found;
  for (const auto& [id, person] : programme.people) {
    const bool takes_part = !person.withdrawn && (person.roles.mentor || person.roles.mentee);
    const bool without = takes_part && !mentors.contains(id) && !mentees.contains(id);
    const bool gets = kind == LetterKind::to_mentor   ? mentors.contains(id)
                      : kind == LetterKind::to_mentee ? mentees.contains(id)
                      : kind == LetterKind::shortlist ? takes_part && may_have_more(person)
                      : kind > LetterKind::shortlist  ? in_requests.contains(id)
                                                      : without;
    if (gets) found.emplace_back(base::fold_case(person.name), id);
  }
  base::sort(found);
  std::vector<domain::PersonId> ids;
  for (const auto& [name, id] : found) ids.push_back(id);
  return ids;
}

Letter write_letter(const Speaker& say, const domain::Programme& programme, LetterKind kind,
                    const domain::LetterTemplate& letter, const domain::PersonId& id,
                    base::Date today, const std::string& shortlist) {
  const Person* person = domain::find_person(programme, id);
  if (person == nullptr) return {};
  const auto words = fillings(say, programme, kind, *person, today, shortlist);
  return {id, person->name, person->email ? person->email->text() : "",
          base::collapse_spaces(filled(letter.subject, words)), filled(letter.body, words)};
}

Letter letter_to(const Model::State& state, const Speaker& say,
                 const domain::LetterTemplate& letter, const domain::PersonId& person) {
  const LetterKind kind = state.areas.letters.kind;
  return write_letter(
      say, seen(state), kind, letter, person, state.areas.wishes.today,
      kind == LetterKind::shortlist ? shortlist_in_letter(state, say, person) : std::string());
}

std::string unknown_blank(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos;
       at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) return {};
    const std::string_view blank = text.substr(at, end + 1 - at);
    if (std::find(letter_blanks.begin(), letter_blanks.end(), blank) == letter_blanks.end()) {
      return std::string(blank);
    }
  }
  return {};
}

std::string mail_link(const Letter& letter) {
  return "mailto:" + percent_encoded(letter.address) +
         "?subject=" + percent_encoded(letter.subject) +
         "&body=" + percent_encoded(letter.body);
}

}  // namespace pairbook::app
