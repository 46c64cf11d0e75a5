// Whom somebody could be a pair with, and who is meant by a name.
#include <algorithm>

#include "match_words.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/matching/wishes.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

using domain::Person;
using domain::PersonId;
using domain::Side;
using matching::Index;

namespace {

constexpr std::size_t most_listed = 5;
constexpr std::size_t most_alike = 8;

std::string why(const Speaker& say, const domain::Programme& programme,
                const matching::Explanation& explanation) {
  std::vector<std::string> parts;
  for (const domain::Reason& reason :
       reasons_of(say, programme, programme.rules, explanation, Facts::to_tell)) {
    if (!reason.fact.empty()) parts.push_back(reason.criterion + ": " + reason.fact);
  }
  return parts.empty() ? say(LettersWord::no_reasons) : base::join(parts, ". ");
}

}  // namespace

const matching::Fit* fit_now(const Model::State& state) {
  const MatchView& match = state.areas.match;
  if (match.stale || match.fitting) return nullptr;
  if (match.fit) return &*match.fit;
  return match.proposal ? &match.proposal->fit : nullptr;
}

bool shortlists_ready(const Model::State& state) {
  return fit_now(state) != nullptr;
}

bool too_many_shortlists(const Model::State& state) {
  const matching::Fit* fit = fit_now(state);
  constexpr std::uint64_t most_pairs = 4'000'000;
  return fit != nullptr &&
         fit->mentees.size() * std::uint64_t{fit->mentors.size()} > most_pairs;
}

bool shortlists_in_view(const Model::State& state) {
  return state.frame.route == wishes_route ||
         (state.frame.route == "#/letters" &&
          state.areas.letters.kind == domain::LetterKind::shortlist);
}

std::vector<Listed> shortlist_of(const Model::State& state, const Speaker& say,
                                 const PersonId& person, Side side) {
  const matching::Fit* fit = fit_now(state);
  if (fit == nullptr) return {};
  const matching::Problem& problem = fit->problem;
  const bool of_mentee = side == Side::mentee;
  const Index self = of_mentee ? fit->position(domain::MenteeId{person})
                               : fit->position(domain::MentorId{person});
  if (self == matching::nobody || (!of_mentee && problem.mentors[self].places == 0)) return {};
  std::vector<std::pair<int, Index>> best;  // points below zero, so that the best come first
  const std::size_t others = of_mentee ? fit->mentors.size() : fit->mentees.size();
  for (Index other = 0; other < others; ++other) {
    const Index mentee = of_mentee ? self : other, mentor = of_mentee ? other : self;
    if (problem.mentors[mentor].places == 0) continue;
    const matching::PairScore score = matching::score_pair(problem, mentee, mentor);
    if (!score.allowed) continue;
    // A wish that only the other has is not told by a better place either.
    const auto likes = matching::likes_of(problem, mentee, mentor, score.points);
    const std::pair<int, Index> found(-(of_mentee ? likes.by_mentee : likes.by_mentor), other);
    if (best.size() == most_listed && best.back() < found) continue;
    if (best.size() == most_listed) best.pop_back();
    best.insert(std::lower_bound(best.begin(), best.end(), found), found);
  }
  std::vector<Listed> out;
  for (const auto& [points, other] : best) {
    const Index mentee = of_mentee ? self : other, mentor = of_mentee ? other : self;
    out.push_back({of_mentee ? fit->mentors[other].person : fit->mentees[other].person, -points,
                   why(say, state.book->programme, matching::explain(*fit, mentee, mentor))});
  }
  return out;
}

std::string shortlist_in_letter(const Model::State& state, const Speaker& say,
                                const PersonId& person) {
  std::vector<std::string> lines;
  for (const Side side : {Side::mentee, Side::mentor}) {
    int number = 0;
    for (const Listed& each : shortlist_of(state, say, person, side)) {
      lines.push_back(base::to_text(++number) + ". " + name_of(say, seen(state), each.who) +
                      ". " + each.why);
    }
  }
  return lines.empty() ? say(WishesWord::list_empty) : base::join(lines, "\n");
}

Side other_side(Side side) {
  return side == Side::mentor ? Side::mentee : Side::mentor;
}

const domain::Field* wish_question(const domain::Programme& programme, Side side) {
  const auto keys = matching::wish_questions(programme.rules, side);
  return keys.empty() ? nullptr : domain::find_field(programme, keys.front());
}

bool wishes_kept(const Model::State& state) {
  if (names_hidden(state)) return true;
  const domain::Programme& programme = state.book->programme;
  for (const Side side : {Side::mentor, Side::mentee}) {
    const domain::Field* question = wish_question(programme, side);
    if (question != nullptr && question->seen_by == domain::SeenBy::nobody) return true;
  }
  return false;
}

std::string name_to_write(const domain::Programme& programme, Side side, const PersonId& id) {
  const Person* person = domain::find_person(programme, id);
  if (person == nullptr) return {};
  const bool same_name =
      matching::people_called(programme, side, {person->name}).front().size() > 1;
  // A name with a semicolon in it would be taken for two.
  const bool plain = matching::wished_names(person->name).size() == 1;
  return (same_name || !plain) && person->email ? person->email->text() : person->name;
}

std::vector<std::vector<PersonId>> people_like(const domain::Programme& programme, Side side,
                                               const std::vector<std::string>& names) {
  auto found = matching::people_called(programme, side, names);
  const auto words_of = [](const std::string& name) {
    return base::split(base::fold_case(name), " ,.'-@");
  };
  std::vector<std::vector<std::string>> wanted;
  for (const std::string& name : names) wanted.push_back(words_of(name));
  std::vector<std::vector<std::pair<int, PersonId>>> near(names.size());
  for (const auto& [id, person] : programme.people) {
    if (person.withdrawn) continue;
    if (!(side == Side::mentor ? person.roles.mentor : person.roles.mentee)) continue;
    const auto has = words_of(person.name);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!found[i].empty()) continue;
      int alike = 0;  // whole words count more than their beginnings
      for (const std::string& word : wanted[i]) {
        for (const std::string& other : has) {
          constexpr std::size_t beginning = 3;
          if (word == other) {
            alike += 2;
          } else if (word.size() >= beginning &&
                     other.compare(0, beginning, word, 0, beginning) == 0) {
            ++alike;
          }
        }
      }
      if (alike > 0) near[i].emplace_back(-alike, id);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    base::sort(near[i]);
    for (const auto& [alike, id] : near[i]) {
      if (found[i].size() < most_alike) found[i].push_back(id);
    }
  }
  return found;
}

std::vector<std::string> as_options(const domain::Programme& programme,
                                    const std::vector<PersonId>& people) {
  std::vector<std::string> out;
  for (const PersonId& id : people) {
    const Person* person = domain::find_person(programme, id);
    out.push_back(person == nullptr ? "" : person->name);
    if (person == nullptr || !person->email) continue;
    const bool twice = std::any_of(people.begin(), people.end(), [&](const PersonId& other) {
      const Person* twin = domain::find_person(programme, other);
      return other != id && twin != nullptr && twin->name == person->name;
    });
    if (twice) out.back() += ", " + person->email->text();
  }
  return out;
}

}  // namespace pairbook::app
