// Rules whose values count differently: skills, changes of field, wishes.
#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "answers.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/skill.hpp"
#include "skill_table.hpp"
#include "weighed.hpp"

namespace pairbook::matching {

using domain::FieldKey;
using domain::Person;
using domain::Skill;
using domain::SkillLevel;

namespace {

constexpr std::uint32_t whole = 100;  // a mentor's worth when it is all that is wanted

/// The dearest of two ways to the same value counts.
void offer(OfPerson& values, std::uint32_t value, Weighed way) {
  const auto [at, is_new] = values.emplace(value, way);
  if (!is_new && way.worth > at->second.worth) at->second = way;
}

void write(const std::vector<OfPerson>& people, ValueSets& sets,
           std::vector<std::uint32_t>* via) {
  sets.begin.push_back(0);
  for (const OfPerson& values : people) {
    for (const auto& [value, weighed] : values) {
      sets.values.push_back(value);
      sets.worth.push_back(weighed.worth);
      if (via != nullptr) via->push_back(weighed.via);
    }
    sets.begin.push_back(static_cast<std::uint32_t>(sets.values.size()));
  }
}

}  // namespace

void finish_weighed(const std::vector<OfPerson>& mentees, const std::vector<OfPerson>& mentors,
                    int points, Test& test, Said* said) {
  test.kind = TestKind::points_weighed;
  test.at_most = points;
  write(mentees, test.mentee_values, nullptr);
  write(mentors, test.mentor_values, said == nullptr ? nullptr : &said->via);
  finish_values(test);
}

namespace {

std::size_t count_said(const std::vector<std::int64_t>& said) {
  return static_cast<std::size_t>(std::count(said.begin(), said.end(), 0));
}

}  // namespace

void settle_unknown(Test& test) {
  std::map<std::uint32_t, std::int64_t> wanted;
  for (std::size_t v = 0; v < test.mentee_values.values.size(); ++v)
    wanted[test.mentee_values.values[v]] += test.mentee_values.worth[v];
  const auto pairs =
      static_cast<std::int64_t>(count_said(test.mentee_level) * count_said(test.mentor_level));
  if (pairs == 0) return;
  std::int64_t sum = 0;
  std::int64_t rest = 0;  // of the divisions, so that nothing is lost or overflows
  for (std::size_t v = 0; v < test.mentor_values.values.size(); ++v) {
    const auto found = wanted.find(test.mentor_values.values[v]);
    if (found == wanted.end()) continue;
    rest += found->second * test.mentor_values.worth[v];
    sum += rest / worth_a_point;
    rest %= worth_a_point;
  }
  test.unknown = static_cast<std::int32_t>(std::min<std::int64_t>(sum / pairs, test.at_most));
}

namespace {

std::vector<std::int64_t> who_answered(const People& people, const FieldKey& key) {
  std::vector<std::int64_t> out;
  for (const Person* person : people)
    out.push_back(values_of(*person, key).empty() ? no_level : 0);
  return out;
}

/// A level below what is wanted is worth something; one that was not said, most of it.
std::uint32_t worth_of_level(SkillLevel wanted, SkillLevel offered) {
  if (wanted == SkillLevel::unsaid || offered >= wanted) return whole;
  if (offered == SkillLevel::unsaid) return 75;
  return static_cast<int>(wanted) - static_cast<int>(offered) == 1 ? 60 : 30;
}

/// From 4 for a skill that most mentors offer to 8 for one that one in sixteen offers; what
/// nobody offers counts as common.
std::uint32_t weight_of_rarity(std::size_t mentors, std::size_t offering) {
  if (offering == 0) return 4;
  return 3U + std::min(5U, static_cast<unsigned>(std::bit_width(mentors / offering)));
}

/// The skills people want: a value for each skill at each level.
class Wanted {
 public:
  struct Value {
    SkillTable::Known skill;
    SkillLevel level;
  };
  explicit Wanted(const SkillTable& table) : table_(table) {}

  std::uint32_t take(const Skill& skill) {
    const auto known = table_.look_up(skill.name);
    const auto next = static_cast<std::uint32_t>(values_.size());
    const auto [at, is_new] = numbers_.emplace(std::pair(known.key, skill.level), next);
    if (is_new) {
      values_.push_back({known, skill.level});
      by_key_[known.key].push_back(next);
      for (const std::uint32_t family : known.families) by_family_[family].push_back(next);
    }
    return at->second;
  }
  [[nodiscard]] const Value& at(std::uint32_t value) const { return values_[value]; }

  /// What somebody who has this skill can give.
  void meet(const Skill& skill, std::uint32_t words, std::uint32_t related,
            OfPerson& given) const {
    const auto known = table_.look_up(skill.name);
    if (const auto same = by_key_.find(known.key); same != by_key_.end()) {
      for (const std::uint32_t value : same->second)
        offer(given, value, {worth_of_level(values_[value].level, skill.level), words * 2});
    }
    if (related == 0) return;
    for (const std::uint32_t family : known.families) {
      const auto near = by_family_.find(family);
      if (near == by_family_.end()) continue;
      for (const std::uint32_t value : near->second) {
        if (values_[value].skill.key != known.key)
          offer(given, value, {related, words * 2 + 1});
      }
    }
  }

 private:
  const SkillTable& table_;
  std::vector<Value> values_;
  std::map<std::pair<std::string, SkillLevel>, std::uint32_t> numbers_;
  std::map<std::string, std::vector<std::uint32_t>> by_key_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_family_;
};

std::vector<Skill> skills_of(const Person& person, const FieldKey& key) {
  std::vector<Skill> out;
  for (const std::string& value : values_of(person, key))
    out.push_back(domain::read_skill(value));
  return out;
}

/// "Teaching → Technology" of each change somebody named, folded and as they wrote it.
struct Change {
  std::string from, to, words;
};
std::vector<Change> changes_of(const Person& person, const FieldKey& from, const FieldKey& to) {
  std::vector<Change> out;
  for (const std::string& a : values_of(person, from)) {
    for (const std::string& b : values_of(person, to))
      out.push_back({base::fold_case(a), base::fold_case(b), a + " → " + b});
  }
  return out;
}

}  // namespace

void TestBuilder::take_skills(const domain::PointsForSkills& rule, Test& test,
                              Said& said) const {
  const SkillTable table;
  Wanted wanted(table);
  std::vector<std::vector<std::uint32_t>> wants;
  for (const Person* mentee : mentees_) {
    wants.emplace_back();
    for (const Skill& skill : skills_of(*mentee, rule.wanted)) {
      const std::uint32_t value = wanted.take(skill);
      if (std::find(wants.back().begin(), wants.back().end(), value) == wants.back().end())
        wants.back().push_back(value);
    }
  }
  test.mentee_level = who_answered(mentees_, rule.wanted);
  test.mentor_level = who_answered(mentors_, rule.offered);

  const auto related = static_cast<std::uint32_t>(std::clamp(rule.related, 0, 100));
  std::map<std::string, std::size_t> offering;
  std::map<std::string, std::uint32_t> words;
  std::vector<OfPerson> offers;
  for (const Person* mentor : mentors_) {
    std::set<std::string> keys;
    offers.emplace_back();
    for (const Skill& skill : skills_of(*mentor, rule.offered)) {
      const std::string text = domain::write_skill(skill);
      const auto [at, is_new] =
          words.emplace(text, static_cast<std::uint32_t>(said.words.size()));
      if (is_new) said.words.push_back(text);
      wanted.meet(skill, at->second, related, offers.back());
      keys.insert(table.look_up(skill.name).key);
    }
    for (const std::string& key : keys) ++offering[key];
  }

  const std::size_t mentors = count_said(test.mentor_level);
  std::vector<OfPerson> shares;
  for (const auto& values : wants) {
    shares.emplace_back();
    std::uint64_t all = 0;
    std::vector<std::uint32_t> weights;
    for (const std::uint32_t value : values) {
      weights.push_back(weight_of_rarity(mentors, offering[wanted.at(value).skill.key]));
      all += weights.back();
    }
    // Shares of the points, in hundredths, that add up to all of them.
    std::uint64_t before = 0, given = 0;
    const auto points = static_cast<std::uint64_t>(std::max(rule.points, 0)) * 100;
    for (std::size_t i = 0; i < values.size(); ++i) {
      before += weights[i];
      const std::uint64_t upto = points * before / all;
      shares.back()[values[i]] = {static_cast<std::uint32_t>(upto - given), 0};
      given = upto;
    }
  }
  finish_weighed(shares, offers, rule.points, test, &said);
  settle_unknown(test);
}

void TestBuilder::take_transitions(const domain::PointsForTransition& rule, Test& test,
                                   Said& said) const {
  std::map<std::pair<std::string, std::string>, std::uint32_t> wanted;
  std::vector<OfPerson> wants, made;
  const auto points = static_cast<std::uint32_t>(std::max(rule.points, 0));
  for (const Person* mentee : mentees_) {
    wants.emplace_back();
    for (const Change& change : changes_of(*mentee, rule.from.mentee, rule.to.mentee)) {
      const auto next = static_cast<std::uint32_t>(wanted.size());
      const auto at = wanted.emplace(std::pair(change.from, change.to), next).first;
      offer(wants.back(), at->second, {points * 100, 0});
    }
    test.mentee_level.push_back(wants.back().empty() ? no_level : 0);
  }
  const auto to_only =
      points == 0 ? 0U
                  : static_cast<std::uint32_t>(std::clamp(rule.to_only, 0, rule.points)) *
                        whole / points;
  for (const Person* mentor : mentors_) {
    made.emplace_back();
    const auto changes = changes_of(*mentor, rule.from.mentor, rule.to.mentor);
    for (const Change& change : changes) {
      const auto words = static_cast<std::uint32_t>(said.words.size());
      said.words.push_back(change.words);
      for (const auto& [value, number] : wanted) {
        if (value.second != change.to) continue;
        const bool same = value.first == change.from;
        if (same || to_only > 0)
          offer(made.back(), number, {same ? whole : to_only, words * 2 + (same ? 0U : 1U)});
      }
    }
    test.mentor_level.push_back(changes.empty() ? no_level : 0);
  }
  finish_weighed(wants, made, rule.points, test, &said);
  settle_unknown(test);
}

namespace {

/// Whom each wishes for, by rank. A name that two have says nobody.
using WantedBy = std::vector<std::vector<Index>>;
WantedBy wanted_by(const People& people, const FieldKey& key, const People& others) {
  const NameBook known(others);
  WantedBy out;
  for (const Person* person : people) {
    out.emplace_back();
    for (const std::string& name : names_in(*person, key)) {
      const auto found = known.find(name);
      out.back().push_back(found.size() == 1 ? found.front() : nobody);
    }
  }
  return out;
}

bool wants(const WantedBy& wanted, Index by, Index whom) {
  return std::find(wanted[by].begin(), wanted[by].end(), whom) != wanted[by].end();
}

bool nobody_sees(const domain::Programme& programme, const FieldKey& key) {
  const domain::Field* field = domain::find_field(programme, key);
  return field != nullptr && field->seen_by == domain::SeenBy::nobody;
}

}  // namespace

/// A value for every person: mentors' are even, mentees' odd. Each earns by the other's list.
/// Where nobody sees the answers, only what both wish counts: else the pairs would tell.
void TestBuilder::take_wishes(const domain::PointsForWish& rule, Test& test) const {
  constexpr std::uint32_t by_rank[] = {100, 75, 50, 25};
  const auto worth = [&](std::size_t rank) {
    return by_rank[std::min(rank, std::size(by_rank) - 1)];
  };
  const bool two_sided = !rule.mentor.empty() && !rule.mentee.empty();
  const auto side =
      static_cast<std::uint32_t>(std::max(rule.points, 0)) * (two_sided ? whole / 2 : whole);
  const bool only_both =
      nobody_sees(programme_, rule.mentor) || nobody_sees(programme_, rule.mentee);
  const WantedBy by_mentees = wanted_by(mentees_, rule.mentee, mentors_);
  const WantedBy by_mentors = wanted_by(mentors_, rule.mentor, mentees_);
  std::vector<OfPerson> mentees(mentees_.size()), mentors(mentors_.size());
  for (Index i = 0; i < mentees_.size(); ++i) {
    mentees[i][2 * i + 1] = {side, 0};
    for (std::size_t rank = 0; rank < by_mentees[i].size(); ++rank) {
      const Index mentor = by_mentees[i][rank];
      if (mentor != nobody && (!only_both || wants(by_mentors, mentor, i)))
        offer(mentees[i], 2 * mentor, {side * worth(rank) / whole, 0});
    }
  }
  for (Index j = 0; j < mentors_.size(); ++j) {
    mentors[j][2 * j] = {whole, 0};
    for (std::size_t rank = 0; rank < by_mentors[j].size(); ++rank) {
      const Index mentee = by_mentors[j][rank];
      if (mentee != nobody && (!only_both || wants(by_mentees, mentee, j)))
        offer(mentors[j], 2 * mentee + 1, {worth(rank), 0});
    }
  }
  test.wishes = true;
  // Whoever wishes for nobody in particular misses nothing.
  test.mentee_level.assign(mentees_.size(), 0);
  test.mentor_level.assign(mentors_.size(), 0);
  finish_weighed(mentees, mentors, rule.points, test, nullptr);
}

}  // namespace pairbook::matching
