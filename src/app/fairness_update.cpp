#include <algorithm>
#include <map>
#include <set>

#include "areas.hpp"
#include "change.hpp"
#include "fairness_area.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/table.hpp"
#include "pairbook/matching/wishes.hpp"
#include "people_text.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

const Field* question_of(const Model::State& state) {
  const auto all = fairness_questions(state);
  const auto at = static_cast<std::size_t>(std::max(0, state.areas.fairness.question));
  return at < all.size() ? all[at] : nullptr;
}

bool something_is_proposed(const MatchView& view) {
  return view.proposal && !view.stale && view.job == 0 && !view.pairs.empty();
}

/// Who is with whom in the round, from the side that is looked at.
struct Partners {
  Side side;
  std::map<PersonId, std::vector<std::pair<PersonId, int>>> of;

  void add(const MentorId& mentor, const MenteeId& mentee, int points) {
    const bool mentors = side == Side::mentor;
    of[mentors ? mentor.person : mentee.person].emplace_back(
        mentors ? mentee.person : mentor.person, points);
  }
};

Partners partners_of(const Model::State& state, Side side, int round) {
  Partners partners{side, {}};
  if (round == 0) {
    for (const matching::ProposedPair& pair : state.areas.match.pairs)
      partners.add(pair.mentor, pair.mentee, pair.points);
    return partners;
  }
  for (const auto& [id, pair] : state.book->programme.pairs) {
    if (pair.round == round) partners.add(pair.mentor, pair.mentee, pair.points);
  }
  return partners;
}

/// Whether the round was about somebody who is in no pair of it.
class TookPart {
 public:
  TookPart(const Model::State& state, Side side, int round)
      : state_(state), side_(side), round_(round) {
    for (const auto& [id, pair] : state.book->programme.pairs) {
      if (pair.round == round || pair.state != PairState::active) continue;
      elsewhere_.insert(side == Side::mentor ? pair.mentor.person : pair.mentee.person);
    }
  }
  bool operator()(const Person& person) const {
    if (person.withdrawn) return false;
    if (round_ == 0) {
      const matching::Fit& fit = state_.areas.match.proposal->fit;
      if (side_ == Side::mentee) return fit.position(MenteeId{person.id}) != matching::nobody;
      const matching::Index at = fit.position(MentorId{person.id});
      return at != matching::nobody && fit.problem.mentors[at].places > 0;
    }
    if (elsewhere_.contains(person.id)) return false;
    return side_ == Side::mentor ? person.roles.mentor && person.places > 0
                                 : person.roles.mentee;
  }

 private:
  const Model::State& state_;
  Side side_;
  int round_;
  std::set<PersonId> elsewhere_;
};

/// The answers as groups: those of the question in its order, then others as people wrote them,
/// where few wrote the same all together.
class Answers {
 public:
  Answers(const Speaker& say, const Field& field) : say_(say), field_(field) {
    if (field.kind == FieldKind::yes_no) {
      names_ = {say(FrameWord::yes), say(FrameWord::no)};
    } else {
      names_ = field.options;
    }
    known_ = names_.size();
  }
  void count(const Person& person) {
    const std::string text = answer_text(field_, person);
    if (!text.empty() && place(text) < 0) ++others_[text];
  }
  /// After everybody was counted.
  std::vector<std::string> settle() {
    bool few = false;
    for (const auto& [text, people] : others_) {
      if (people >= fewest_shown) {
        names_.push_back(text);
      } else {
        few = true;
      }
    }
    if (few) names_.push_back(say_(FairWord::others));
    has_few_ = few;
    return names_;
  }
  [[nodiscard]] int group_of(const Person& person) const {
    const std::string text = answer_text(field_, person);
    if (text.empty()) return -1;
    if (const int at = place(text); at >= 0) return at;
    return has_few_ ? static_cast<int>(names_.size()) - 1 : -1;
  }

 private:
  [[nodiscard]] int place(const std::string& text) const {
    const std::size_t last = names_.size() - (has_few_ ? 1 : 0);
    for (std::size_t i = 0; i < last; ++i) {
      if (names_[i] == text) return static_cast<int>(i);
    }
    return -1;
  }
  const Speaker& say_;
  const Field& field_;
  std::vector<std::string> names_;
  std::size_t known_ = 0;
  std::map<std::string, int> others_;
  bool has_few_ = false;
};

metrics::PersonResult result_of(const Programme& programme, const Person& person,
                                const Partners& partners, const std::vector<FieldKey>& wishes) {
  metrics::PersonResult result;
  const auto found = partners.of.find(person.id);
  for (const FieldKey& question : wishes) {
    const auto answer = person.answers.find(question);
    if (answer == person.answers.end() || answer->second.empty()) continue;
    result.wished = true;
    if (found == partners.of.end()) continue;
    for (const auto& [other, points] : found->second) {
      const Person* partner = find_person(programme, other);
      if (partner != nullptr && matching::names(person, question, *partner))
        result.granted = true;
    }
  }
  if (found == partners.of.end()) return result;
  result.matched = true;
  std::int64_t sum = 0;
  for (const auto& [other, points] : found->second) sum += points;
  result.points = static_cast<int>(sum / static_cast<std::int64_t>(found->second.size()));
  return result;
}

void print(Turn& turn) {
  const FairnessView& view = turn.state.areas.fairness;
  Report report;
  report.title = turn.say(FairWord::report_title, turn.state.book->programme.name);
  report.blocks.emplace_back(ReportHeading{1, report.title});
  const Body shown = present_fairness(turn.state, turn.say);
  for (const Choice& choice : std::get<FairnessBody>(shown).choices) {
    report.blocks.emplace_back(
        ReportText{turn.say(FairWord::report_line, choice.label,
                            choice.options[static_cast<std::size_t>(choice.selected)])});
  }
  report.blocks.emplace_back(
      ReportTable{fairness_head(turn.say), fairness_rows(turn.say, view)});
  for (const std::string& sentence : fairness_sentences(turn.say, view))
    report.blocks.emplace_back(ReportText{sentence});
  report.blocks.emplace_back(ReportText{turn.say(FairWord::limits)});
  turn.ask(Print{std::move(report)});
}

}  // namespace

std::vector<const Field*> fairness_questions(const Model::State& state) {
  std::vector<const Field*> found;
  for (const Field& field : state.book->programme.fields) {
    if (field.use == FieldUse::fairness) found.push_back(&field);
  }
  return found;
}

std::vector<int> fairness_rounds(const Model::State& state) {
  std::set<int> rounds;
  for (const auto& [id, pair] : state.book->programme.pairs) rounds.insert(pair.round);
  std::vector<int> found(rounds.rbegin(), rounds.rend());
  if (something_is_proposed(state.areas.match)) found.insert(found.begin(), 0);
  return found;
}

int fairness_round(const Model::State& state) {
  const auto rounds = fairness_rounds(state);
  const int wanted = state.areas.fairness.round;
  if (std::find(rounds.begin(), rounds.end(), wanted) != rounds.end()) return wanted;
  return rounds.empty() ? -1 : rounds.front();
}

bool fairness_has_more(const Model::State& state) {
  return state.book && state.areas.fairness.stale && !state.running &&
         state.frame.route == "#/fairness";
}

void slice_fairness(Turn& turn) {
  if (!fairness_has_more(turn.state)) return;
  FairnessView& view = turn.state.areas.fairness;
  view.stale = false;
  view.answers.clear();
  view.audit = {};
  const Field* question = question_of(turn.state);
  const int round = fairness_round(turn.state);
  if (question == nullptr || round < 0) return;
  const Programme& programme = turn.state.book->programme;
  const Side side = view.who == 1 ? Side::mentor : Side::mentee;
  const Partners partners = partners_of(turn.state, side, round);
  const TookPart took_part(turn.state, side, round);
  const auto wishes = matching::wish_questions(programme.rules, side);
  std::vector<const Person*> people;
  Answers answers(turn.say, *question);
  for (const auto& [id, person] : programme.people) {
    if (!partners.of.contains(id) && !took_part(person)) continue;
    people.push_back(&person);
    answers.count(person);
  }
  view.answers = answers.settle();
  std::vector<metrics::PersonResult> results;
  for (const Person* person : people) {
    results.push_back(result_of(programme, *person, partners, wishes));
    results.back().group = answers.group_of(*person);
  }
  view.audit = metrics::audit(results, view.answers.size(), fewest_shown);
}

void update_fairness(Turn& turn, const FairnessIntent& intent) {
  if (!turn.state.book) return;
  slice_fairness(turn);
  if (std::holds_alternative<PrintFairness>(intent)) return print(turn);
  save_readable_file(turn, turn.say(FairWord::file_name) + ".csv", "text/csv;charset=utf-8",
                     codec::write_csv(fairness_head(turn.say),
                                      fairness_rows(turn.say, turn.state.areas.fairness)));
}

bool control_fairness(Turn& turn, const ControlIntent& intent) {
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr || !turn.state.book) return false;
  FairnessView& view = turn.state.areas.fairness;
  const auto at = static_cast<std::size_t>(std::max(0, chosen->index));
  switch (chosen->id.control) {
    case Control::fairness_question:
      view.question = chosen->index;
      break;
    case Control::fairness_who:
      view.who = std::clamp(chosen->index, 0, 1);
      break;
    case Control::fairness_round:
      if (const auto rounds = fairness_rounds(turn.state); at < rounds.size())
        view.round = rounds[at];
      break;
    default:
      return false;
  }
  view.stale = true;
  slice_fairness(turn);
  return true;
}

}  // namespace pairbook::app
