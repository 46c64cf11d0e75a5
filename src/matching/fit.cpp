#include "pairbook/matching/fit.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "answers.hpp"
#include "importance.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::matching {

using domain::MenteeId;
using domain::MentorId;
using domain::Pair;
using domain::PairState;
using domain::Person;
using domain::PersonId;
using domain::Programme;
using domain::Verdict;
using domain::VerdictKey;

namespace {

/// FNV-1a, then mixed, so that near names are far apart.
class KeyHash {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  [[nodiscard]] std::uint64_t key() const {
    std::uint64_t x = hash_;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ x >> 27) * 0x94D049BB133111EBULL;
    return x ^ x >> 31;
  }

 private:
  void add_byte(unsigned byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }
  std::uint64_t hash_ = 14695981039346656037ULL;
};

/// From what the person is known by, not from the random id: two imports of one file must make
/// the same pairs. The round is in it, so that nobody is the last in every round.
/// Answers that are kept for fairness are not in it: the engine does not read them.
std::uint64_t key_of(const Person& person, std::string_view role, int round,
                     const std::set<domain::FieldKey>& unread) {
  KeyHash hash;
  hash.add(role);
  hash.add(base::to_text(round));
  if (person.email) {
    hash.add(person.email->folded());
    return hash.key();
  }
  hash.add(base::fold_case(person.name));
  for (const auto& [field, answer] : person.answers) {
    if (unread.contains(field)) continue;
    hash.add(field.text());
    for (const std::string& value : answer.values) hash.add(value);
  }
  return hash.key();
}

/// Pairs of each person in a role: active ones, and those of the open round.
struct Counts {
  std::map<PersonId, int> mentees_of, mentors_of, this_round;
  explicit Counts(const Programme& programme) {
    for (const auto& [id, pair] : programme.pairs) {
      if (pair.state != PairState::active) continue;
      ++mentees_of[pair.mentor.person];
      ++mentors_of[pair.mentee.person];
      if (pair.round == programme.round) ++this_round[pair.mentor.person];
    }
  }
  static int of(const std::map<PersonId, int>& counts, const PersonId& id) {
    const auto found = counts.find(id);
    return found == counts.end() ? 0 : found->second;
  }
};

/// Those whose pair ended and who asked for another partner.
struct Returning {
  std::set<PersonId> mentors, mentees;
  explicit Returning(const Programme& programme) {
    for (const auto& [id, known] : programme.follow_ups) {
      const auto pair = programme.pairs.find(id);
      if (pair == programme.pairs.end() || pair->second.state != PairState::ended) continue;
      if (known.for_mentor == domain::Another::wanted)
        mentors.insert(pair->second.mentor.person);
      if (known.for_mentee == domain::Another::wanted)
        mentees.insert(pair->second.mentee.person);
    }
  }
};

class FitBuilder {
 public:
  FitBuilder(const Programme& programme, domain::Rules rules, const Format& format)
      : programme_(programme), rules_(std::move(rules)), format_(format) {
    for (const domain::Field& field : programme.fields) {
      if (field.use == domain::FieldUse::fairness) unread_.insert(field.key);
    }
    // No rule asks for these, unless two devices decided so at the same time: then it rests.
    for (domain::Rule& rule : rules_.rules) {
      for (const domain::FieldKey& key : fields_of(rule)) {
        if (unread_.contains(key)) rule.on = false;
      }
    }
  }

  /// People, then one rule at a time, then decisions. True when it is all there.
  bool step() {
    if (at_ == 0) {
      begin();
    } else if (at_ <= rules_.rules.size()) {
      take_rule(static_cast<std::uint32_t>(at_ - 1));
    } else {
      leave_out_pairs();
      take_locks();
      return true;
    }
    ++at_;
    return false;
  }
  Fit take() { return std::move(fit_); }

 private:
  void begin() {
    fit_.problem.goal =
        rules_.goal == domain::MatchGoal::best_total ? Goal::best_total : Goal::most_matched;
    // While nobody has a pair the bonus would go to everybody: it begins with the first pairs.
    const bool any_pair =
        std::any_of(programme_.pairs.begin(), programme_.pairs.end(),
                    [](const auto& item) { return item.second.state == PairState::active; });
    fit_.problem.bonus = any_pair ? rules_.bonus_for_unmatched : 0;
    fit_.problem.at_least = rules_.at_least_points;
    fit_.problem.bonus_for_rematch = rules_.bonus_for_rematch;
    take_people();
    mentees_say_ = importance_of(programme_, rules_, mentees_);
    mentors_say_ = importance_of(programme_, rules_, mentors_);
  }

  void take_people() {
    const Counts counts(programme_);
    const Returning returning(programme_);
    for (const auto& [id, person] : programme_.people) {
      if (person.withdrawn) continue;
      if (format_.among_mentees) {
        if (person.roles.mentee) take_peer(person);
        continue;
      }
      if (person.roles.mentee) {
        const int mentors = Counts::of(counts.mentors_of, id);
        if (mentors < rules_.mentors_per_mentee) {
          fit_.mentees.push_back({id});
          mentees_.push_back(&person);
          const int wants =
              std::clamp(rules_.mentors_per_mentee - mentors, 1,
                         std::max({format_.mentors_a_round, rules_.mentors_per_round, 1}));
          fit_.problem.mentees.push_back({key_of(person, "mentee", programme_.round, unread_),
                                          static_cast<std::uint32_t>(wants), mentors == 0,
                                          returning.mentees.contains(id)});
        }
      }
      if (person.roles.mentor) {
        const int mentees = Counts::of(counts.mentees_of, id);
        int places = person.places - mentees;
        if (rules_.mentees_per_round > 0) {
          places =
              std::min(places, rules_.mentees_per_round - Counts::of(counts.this_round, id));
        }
        places = std::max(places, 0);
        const int least = least_of(mentees, places);
        fit_.mentors.push_back({id});
        mentors_.push_back(&person);
        fit_.problem.mentors.push_back({key_of(person, "mentor", programme_.round, unread_),
                                        static_cast<std::uint32_t>(places), mentees == 0,
                                        returning.mentors.contains(id),
                                        static_cast<std::uint32_t>(least)});
      }
    }
  }

  /// A group that cannot be large enough keeps its least: solve() gives it nobody.
  int least_of(int mentees, int places) {
    if (rules_.least_mentees <= 1)
      return std::clamp(format_.least_mentees - mentees, 0, places);
    if (places == 0) return 0;
    const int least = std::max(rules_.least_mentees - mentees, 0);
    fit_.problem.least_or_none = fit_.problem.least_or_none || least > 0;
    return least;
  }

  void take_peer(const Person& person) {
    const std::uint64_t key = key_of(person, "mentee", programme_.round, unread_);
    fit_.mentees.push_back({person.id});
    fit_.mentors.push_back({person.id});
    mentees_.push_back(&person);
    mentors_.push_back(&person);
    fit_.problem.mentees.push_back({key});
    fit_.problem.mentors.push_back({key});
  }

  void take_rule(std::uint32_t number) {
    const domain::Rule& rule = rules_.rules[number];
    if (!rule.on) return;
    const TestBuilder builder(programme_, mentees_, mentors_);
    Test test;
    Said said;
    if (builder.build(rule, number, test, said)) {
      test.mentee_weight = std::move(mentees_say_[number]);
      test.mentor_weight = std::move(mentors_say_[number]);
      fit_.problem.tests.push_back(std::move(test));
      fit_.words.push_back(std::move(said.words));
      fit_.via.push_back(std::move(said.via));
    } else {
      leave_out_by(rule, number, builder);
    }
    if (const auto* wish = std::get_if<domain::PointsForWish>(&rule.criterion)) {
      note_unknown(wish->mentee, wish->mentor, number);
    } else if (const auto* names = std::get_if<domain::NotNamed>(&rule.criterion)) {
      note_unknown(names->mentee, names->mentor, number);
    }
  }

  /// Of those who take part; whom they name may have left, or have all their pairs.
  void note_unknown(const domain::FieldKey& by_mentees, const domain::FieldKey& by_mentors,
                    std::uint32_t number) {
    const auto note = [&](const People& people, const domain::FieldKey& key,
                          bool domain::Roles::*role) {
      const domain::Field* asked = domain::find_field(programme_, key);
      if (asked == nullptr || asked->seen_by == domain::SeenBy::nobody) return;
      People others;
      for (const auto& [id, person] : programme_.people) {
        if (person.roles.*role) others.push_back(&person);
      }
      const NameBook known(others);
      for (const domain::Person* person : people) {
        for (std::string& name : names_in(*person, key)) {
          if (known.find(name).empty())
            fit_.unknown_names.push_back({number, person->id, std::move(name)});
        }
      }
    };
    note(mentees_, by_mentees, &domain::Roles::mentor);
    note(mentors_, by_mentors, &domain::Roles::mentee);
  }

  void leave_out_by(const domain::Rule& rule, std::uint32_t number,
                    const TestBuilder& builder) {
    std::vector<std::uint8_t> for_mentee, for_mentor;
    if (rule.only_when) {
      const bool of_mentor = rule.only_when->side == domain::Side::mentor;
      (of_mentor ? for_mentor : for_mentee) =
          builder.applies(*rule.only_when, of_mentor ? mentors_ : mentees_);
    }
    const auto leave_out = [&](Index mentee, Index mentor) {
      if (mentee == nobody || mentor == nobody) return;
      if (!for_mentee.empty() && for_mentee[mentee] == 0) return;
      if (!for_mentor.empty() && for_mentor[mentor] == 0) return;
      fit_.problem.left_out.push_back({mentee, mentor, number});
    };
    const auto named = [&](const People& people, const domain::FieldKey& key,
                           const People& others, auto each) {
      if (key.empty()) return;
      const NameBook known(others);
      for (Index i = 0; i < people.size(); ++i) {
        for (const std::string& name : names_in(*people[i], key)) {
          for (const Index other : known.find(name)) each(i, other);
        }
      }
    };
    const auto turned = [&](Index mentor, Index mentee) { leave_out(mentee, mentor); };
    if (const auto* manager = std::get_if<domain::NotManager>(&rule.criterion)) {
      named(mentees_, manager->manager, mentors_, leave_out);
    } else if (const auto* names = std::get_if<domain::NotNamed>(&rule.criterion)) {
      named(mentees_, names->mentee, mentors_, leave_out);
      named(mentors_, names->mentor, mentees_, turned);
    } else {
      for (const auto& [id, pair] : programme_.pairs) {
        leave_out(fit_.position(pair.mentee), fit_.position(pair.mentor));
      }
    }
  }

  void leave_out_pairs() {
    std::vector<LeftOut>& out = fit_.problem.left_out;
    const auto leave_out = [&](const MenteeId& mentee, const MentorId& mentor,
                               std::uint32_t why) {
      const Index i = fit_.position(mentee);
      const Index j = fit_.position(mentor);
      if (i != nobody && j != nobody) out.push_back({i, j, why});
    };
    for (const auto& [id, pair] : programme_.pairs) {
      if (pair.state == PairState::active) leave_out(pair.mentee, pair.mentor, pair_now);
      if (domain::parted(programme_, pair)) leave_out(pair.mentee, pair.mentor, parted);
    }
    for (const auto& [key, verdict] : programme_.verdicts) {
      if (verdict == Verdict::forbidden) leave_out(key.second, key.first, by_hand);
    }
    for (const MenteeId& mentee : fit_.mentees) {
      leave_out(mentee, MentorId{mentee.person}, same_one);
    }
    const auto order = [](const LeftOut& x) { return std::tuple(x.mentee, x.mentor, x.why); };
    base::sort(out, [&](const LeftOut& a, const LeftOut& b) { return order(a) < order(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  void take_locks() {
    std::set<VerdictKey> pairs_now;
    for (const auto& [id, pair] : programme_.pairs) {
      if (pair.state == PairState::active) pairs_now.emplace(pair.mentor, pair.mentee);
    }
    std::vector<std::uint32_t> left, wants;
    for (const Participant& mentee : fit_.problem.mentees) wants.push_back(mentee.places);
    for (const Participant& mentor : fit_.problem.mentors) left.push_back(mentor.places);
    for (const auto& [key, verdict] : programme_.verdicts) {
      if (verdict != Verdict::locked || pairs_now.contains(key)) continue;
      const Index j = fit_.position(key.first);
      const Index i = fit_.position(key.second);
      if (i == nobody || j == nobody || wants[i] == 0 || left[j] == 0 ||
          key.first.person == key.second.person) {
        fit_.impossible_locks.push_back(key);
        continue;
      }
      --wants[i];
      --left[j];
      fit_.problem.locked.push_back({i, j});
    }
    base::sort(fit_.problem.locked, [](const Couple& a, const Couple& b) {
      return a.mentee != b.mentee ? a.mentee < b.mentee : a.mentor < b.mentor;
    });
  }

  const Programme& programme_;
  domain::Rules rules_;
  Format format_;
  std::set<domain::FieldKey> unread_;
  People mentees_, mentors_;
  Importance mentees_say_, mentors_say_;  // by rule
  Fit fit_;
  std::size_t at_ = 0;
};

template <class Id>
Index position_in(const std::vector<Id>& ids, const Id& id) {
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);
  if (found == ids.end() || *found != id) return nobody;
  return static_cast<Index>(found - ids.begin());
}

}  // namespace

// People are taken from a map by id, so positions are in the order of the ids.
Index Fit::position(const MenteeId& id) const {
  return position_in(mentees, id);
}
Index Fit::position(const MentorId& id) const {
  return position_in(mentors, id);
}

struct FitWork::State : FitBuilder {
  using FitBuilder::FitBuilder;
};

FitWork::FitWork(const Programme& programme, domain::Rules rules, const Format& format)
    : state_(std::make_unique<State>(programme, std::move(rules), format)) {}
FitWork::FitWork(FitWork&&) noexcept = default;
FitWork& FitWork::operator=(FitWork&&) noexcept = default;
FitWork::~FitWork() = default;

bool FitWork::step() {
  return state_->step();
}
Fit FitWork::take() {
  return state_->take();
}

Fit fit(const Programme& programme, const Format& format) {
  FitWork work(programme, programme.rules, format);
  while (!work.step()) {
  }
  return work.take();
}

}  // namespace pairbook::matching
