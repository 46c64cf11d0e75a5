#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/base/text.hpp"
#include "support/programmes.hpp"

namespace pairbook::matching::testing {

using testing_support::key;

/// A programme with a rule of every kind and people who leave some questions open.
inline domain::Programme some_programme(std::uint64_t seed, unsigned mentees,
                                        unsigned mentors) {
  using namespace domain;
  base::SeededRandom random(seed);
  const auto chance = [&](unsigned percent) { return random.below(100) < percent; };
  Programme out;
  const auto field = [&](const char* k, FieldKind kind, std::vector<std::string> options = {}) {
    Field made;
    made.key = key(k);
    made.label = k;
    made.kind = kind;
    made.options = std::move(options);
    out.fields.push_back(std::move(made));
  };
  field("level", FieldKind::scale, {"low", "mid", "high", "top"});
  field("team", FieldKind::text);
  field("languages", FieldKind::language);
  field("years", FieldKind::number);
  field("wants", FieldKind::several_of);
  field("offers", FieldKind::several_of);
  field("times", FieldKind::availability);
  field("zone", FieldKind::time_zone);
  field("manager", FieldKind::text);
  field("travels", FieldKind::yes_no);

  const auto pick = [&](std::initializer_list<const char*> from) {
    const auto at = static_cast<std::size_t>(random.below(from.size()));
    return std::string(*(from.begin() + at));
  };
  for (unsigned n = 1; n <= mentees + mentors; ++n) {
    Person person;
    person.id = testing_support::person_id(n * 7919 % 65521);
    person.name = "Person " + base::to_text(n);
    person.roles.mentee = n <= mentees;
    person.roles.mentor = n > mentees || chance(3);
    person.places = static_cast<int>(random.below(4));
    const auto say = [&](const char* k, std::vector<std::string> values) {
      if (!chance(85)) return;
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
      person.answers[key(k)] = Answer{std::move(values)};
    };
    say("level", {pick({"low", "mid", "high", "top"})});
    say("team", {pick({"Red", "red", "Blue", "Green", "Gold"})});
    say("languages", {pick({"en", "de"}), pick({"en", "fr", "pl"})});
    say("years", {pick({"1", "2.5", "-3", "10"})});
    for (const char* k : {"wants", "offers"}) {
      std::vector<std::string> values;
      for (int v = 0; v < 4; ++v)
        values.push_back("skill " + base::to_text(static_cast<int>(random.below(90))));
      say(k, values);
    }
    say("times", {pick({"Mon 09:00-12:00", "Mon 10:00-18:00", "Tue 08:00-09:30"})});
    say("zone", {pick({"Europe/Warsaw", "America/New_York", "UTC+5:30", "Atlantis/Lost"})});
    say("manager",
        {"Person " + base::to_text(static_cast<int>(1 + random.below(mentees + mentors)))});
    say("travels", {pick({"yes", "no"})});
    out.people.emplace(person.id, person);
  }

  const auto same = [](const char* k) { return Compared{key(k), key(k)}; };
  const OnlyWhen travels{Side::mentor, key("travels"), "yes"};
  out.rules.rules = {
      {MustDiffer{same("team")}, {}, true},
      {MustShare{same("languages")}, {}, true},
      {GapWithin{same("level"), 0, 2}, travels, true},
      {NotManager{key("manager")}, {}, true},
      {NotEarlierPair{}, {}, true},
      {MeetingTime{same("times"), key("zone"), 60},
       OnlyWhen{Side::mentee, key("travels"), "no"}, true},
      {PointsForSame{same("team"), 7}, {}, false},
      {PointsForShared{same("languages"), 5, 8}, {}, true},
      {PointsForOffered{key("wants"), key("offers"), 20, 50}, travels, true},
      {PointsForGap{same("level"), {{1, 12}, {2, 30}}}, {}, true},
      {PointsForGap{same("years"), {{0, 3}, {9, 6}}}, {}, true},
      {PointsForSame{same("zone"), 4}, {}, true},
  };
  const auto later = [&](Criterion criterion, bool weighed = false) {
    // Half of the programmes know the rules of the beginning only.
    if (seed % 2 == 0) return;
    Rule rule{std::move(criterion), {}, true};
    if (weighed) rule.importance = key("level");
    if (chance(30)) rule.only_when = travels;
    out.rules.rules.push_back(std::move(rule));
  };
  later(MustBeEnough{same("years")});
  later(MeetSomewhere{same("zone"), key("travels")});
  later(NotNamed{key("manager"), {}});
  later(PointsForSkills{key("wants"), key("offers"), 45, 40}, true);
  later(PointsForEnough{same("years"), 9});
  later(PointsForTransition{same("team"), same("languages"), 20, 7}, true);
  later(PointsForWish{key("manager"), key("manager"), 15});
  later(PointsForScore{key("years"), key("level"), 8, 12});
  later(PointsForClose{{key("level"), key("team")}, 13}, true);
  later(PointsForText{{key("manager"), key("offers")}, 17});
  out.rules.bonus_for_unmatched = 11;
  unsigned number = 0;
  for (const auto& [id, person] : out.people) {
    if (!person.roles.mentee || !chance(10)) continue;
    for (const auto& [other, mentor] : out.people) {
      if (!mentor.roles.mentor || other == id || !chance(10)) continue;
      Pair pair;
      pair.id = testing_support::pair_id(++number);
      pair.mentor = {other};
      pair.mentee = {id};
      pair.state = chance(50) ? PairState::active : PairState::ended;
      out.pairs.emplace(pair.id, pair);
      break;
    }
  }
  for (const auto& [id, person] : out.people) {
    for (const auto& [other, mentor] : out.people) {
      if (!person.roles.mentee || !mentor.roles.mentor || id == other || !chance(4)) continue;
      out.verdicts[{MentorId{other}, MenteeId{id}}] =
          chance(15) ? Verdict::locked : Verdict::forbidden;
    }
  }
  if (seed % 3 == 1) out.rules.bonus_for_rematch = 17;
  for (const auto& [id, pair] : out.pairs) {
    if (pair.state != PairState::ended || chance(30)) continue;
    out.follow_ups[id].for_mentee = chance(70) ? Another::wanted : Another::found;
    if (chance(50)) out.follow_ups[id].for_mentor = Another::wanted;
  }
  return out;
}

}  // namespace pairbook::matching::testing
