#pragma once

// The nouns of the domain, part by part in the order their bytes stand.
#include "archive.hpp"
#include "pairbook/domain/criterion_parts.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

// Limits are wider than what decide() allows: devices that work apart may together go beyond,
// and what was once written must always be read.
inline constexpr Limit options_limit{5'000, "more than 5,000 options"};
inline constexpr Limit values_limit{64U << 10U, "more than 65,536 values in an answer"};
inline constexpr Limit answers_limit{10'000, "more than 10,000 answers of a person"};
inline constexpr Limit rules_limit{10'000, "more than 10,000 rules"};
inline constexpr Limit gaps_limit{10'000, "more than 10,000 gaps"};
inline constexpr Limit columns_limit{5'000, "more than 5,000 columns"};
inline constexpr Limit people_limit{2'000'000, "more than 2,000,000 people"};
inline constexpr Limit reasons_limit{10'000, "more than 10,000 reasons"};

template <class A>
void walk_texts(A& a, auto& texts, Limit limit) {
  a.list(texts, limit, [&](auto& text) { a.text(text); });
}

// What was there from the beginning is level 0, and its bytes stay as they were. Level 1 knows
// the kind of question "skills", criteria from the tenth on, and importance; level 2 what a
// question is for and whether it is hidden in a blind review, and the least points of a pair;
// level 3 the bonus for a rematch; level 4 criteria from the nineteenth on; level 5 answers
// that nobody sees, and letters from the fourth kind on; level 6 several mentors in a round and
// the least mentees of a mentor. A value is written at the lowest level that can say it;
// whoever does not know a level keeps the bytes.
inline constexpr std::uint8_t newest_level = 6;
inline constexpr std::size_t criteria_of_level_0 = 10;
inline constexpr std::size_t criteria_of_level_1 = 19;

/// The lowest level that knows the criterion.
[[nodiscard]] constexpr std::uint8_t level_of_criterion(std::size_t number) {
  if (number < criteria_of_level_0) return 0;
  return number < criteria_of_level_1 ? 1 : 4;
}

[[nodiscard]] inline std::uint8_t level_of(const domain::Field& field) {
  if (field.seen_by == domain::SeenBy::nobody) return 5;
  if (field.use == domain::FieldUse::fairness || field.hidden_in_review) return 2;
  return field.kind > domain::FieldKind::language ? 1 : 0;
}
[[nodiscard]] constexpr std::uint8_t level_of(domain::LetterKind kind) {
  return kind > domain::LetterKind::to_unmatched ? 5 : 0;
}
[[nodiscard]] inline std::uint8_t level_of(const domain::Rules& rules) {
  if (rules.mentors_per_round != 1 || rules.least_mentees != 1) return 6;
  std::uint8_t level = rules.at_least_points != 0 ? 2 : 0;
  if (rules.bonus_for_rematch != domain::standard_bonus_for_rematch) level = 3;
  for (const domain::Rule& rule : rules.rules) {
    level = std::max(level, level_of_criterion(rule.criterion.index()));
    if (!rule.importance.empty()) level = std::max(level, std::uint8_t{1});
  }
  return level;
}

template <class A, Is<domain::Field> T>
void walk(A& a, T& field, std::uint8_t level) {
  a.key(field.key);
  a.text(field.label);
  a.choice(field.kind, level == 0 ? domain::FieldKind::language : domain::FieldKind::skills);
  walk_texts(a, field.options, options_limit);
  a.choice(field.asked, domain::Asked::mentees);
  a.choice(field.seen_by, level < 5 ? domain::SeenBy::everybody : domain::SeenBy::nobody);
  if (level > 1) {
    a.choice(field.use, domain::FieldUse::fairness);
    a.flag(field.hidden_in_review);
    return;
  }
  bool matching = field.use == domain::FieldUse::matching;
  a.flag(matching);
  if constexpr (A::reads)
    field.use = matching ? domain::FieldUse::matching : domain::FieldUse::kept;
}

template <class A>
void walk_answers(A& a, auto& answers) {
  a.map(
      answers, answers_limit, [&](auto& key) { a.key(key); },
      [&](auto& answer) { walk_texts(a, answer.values, values_limit); });
}

template <class A, Is<domain::Roles> T>
void walk(A& a, T& roles) {
  a.flag(roles.mentor);
  a.flag(roles.mentee);
}

template <class A, Is<domain::Person> T>
void walk(A& a, T& person) {
  a.id(person.id);
  a.text(person.name);
  a.text(person.called);
  a.maybe(person.email, [&](auto& email) { a.email(email); });
  walk(a, person.roles);
  a.number(person.places);
  a.flag(person.withdrawn);
  walk_answers(a, person.answers);
}

template <class A, Is<domain::PersonPatch> T>
void walk(A& a, T& patch) {
  a.maybe(patch.name, [&](auto& name) { a.text(name); });
  a.maybe(patch.called, [&](auto& called) { a.text(called); });
  a.maybe(patch.email, [&](auto& email) { a.maybe(email, [&](auto& e) { a.email(e); }); });
  a.maybe(patch.roles, [&](auto& roles) { walk(a, roles); });
  a.maybe(patch.places, [&](auto& places) { a.number(places); });
  a.maybe(patch.withdrawn, [&](auto& withdrawn) { a.flag(withdrawn); });
  walk_answers(a, patch.answers);
}

inline constexpr Limit scales_limit{1'000, "more than 1,000 scales of a rule"};

template <class A>
void walk_part(A& a, const domain::CriterionPart& part) {
  if (part.field != nullptr) a.key(*part.field);
  if (part.number != nullptr) a.number(*part.number);
  if (part.fields != nullptr)
    a.list(*part.fields, scales_limit, [&](auto& key) { a.key(key); });
  if (part.by_gap != nullptr) {
    a.map(
        *part.by_gap, gaps_limit, [&](auto& gap) { a.number(gap); },
        [&](auto& points) { a.number(points); });
  }
}

// The number of a criterion is its place in domain::Criterion; new ones go to the end.
static_assert(std::variant_size_v<domain::Criterion> == 20);

template <class A, Is<domain::Criterion> T>
void walk(A& a, T& criterion, std::uint8_t level) {
  domain::Criterion parted;
  if constexpr (A::reads) {
    const std::size_t number = a.byte();
    auto made =
        level >= level_of_criterion(number) ? domain::criterion_of_kind(number) : std::nullopt;
    if (!made) return a.corrupt("no such criterion");
    parted = *std::move(made);
  } else {
    parted = criterion;
    a.choice(static_cast<std::uint8_t>(criterion.index()), std::uint8_t{});
  }
  for (const domain::CriterionPart& part : domain::parts_of(parted)) walk_part(a, part);
  if constexpr (A::reads) criterion = std::move(parted);
}

template <class A, Is<domain::Rule> T>
void walk(A& a, T& rule, std::uint8_t level) {
  walk(a, rule.criterion, level);
  a.maybe(rule.only_when, [&](auto& when) {
    a.choice(when.side, domain::Side::mentee);
    a.key(when.field);
    a.text(when.answer);
  });
  if (level > 0) a.key(rule.importance);
  a.flag(rule.on);
}

template <class A, Is<domain::Rules> T>
void walk(A& a, T& rules, std::uint8_t level) {
  a.list(rules.rules, rules_limit, [&](auto& rule) { walk(a, rule, level); });
  a.choice(rules.goal, domain::MatchGoal::most_matched);
  a.number(rules.bonus_for_unmatched);
  a.number(rules.mentors_per_mentee);
  a.number(rules.mentees_per_round);
  if (level >= 2) a.number(rules.at_least_points);
  if (level >= 3) a.number(rules.bonus_for_rematch);
  if (level >= 6) {
    a.number(rules.mentors_per_round);
    a.number(rules.least_mentees);
  }
}

template <class A, Is<domain::Pair> T>
void walk(A& a, T& pair) {
  a.id(pair.id);
  a.id(pair.mentor.person);
  a.id(pair.mentee.person);
  a.number(pair.round);
  a.number(pair.points);
  a.list(pair.reasons, reasons_limit, [&](auto& reason) {
    a.text(reason.criterion);
    a.number(reason.points);
    a.text(reason.fact);
  });
  a.date(pair.approved);
  a.choice(pair.state, domain::PairState::ended);
  a.date(pair.ended);
  a.text(pair.ended_note);
}

inline constexpr Limit kept_pairs_limit{2'000'000, "more than 2,000,000 pairs of a proposal"};

template <class A, Is<domain::KeptHead> T>
void walk(A& a, T& head, std::uint8_t level) {
  a.text(head.name);
  a.date(head.on);
  a.number(head.round);
  walk(a, head.rules, level);
}

template <class A>
void walk_kept_pairs(A& a, auto& pairs) {
  a.list(pairs, kept_pairs_limit, [&](auto& pair) {
    a.id(pair.mentee.person);
    a.id(pair.mentor.person);
    a.number(pair.points);
  });
}

template <class A, Is<domain::Check> T>
void walk(A& a, T& check) {
  a.date(check.on);
  a.choice(check.fit, domain::PairFit::not_a_fit);
  a.maybe(check.satisfaction, [&](auto& value) {
    a.number(value);
    if constexpr (A::reads) {
      if (value < 1 || value > domain::most_satisfaction) a.corrupt("not 1 to 5");
    }
  });
  a.text(check.note);
}

template <class A, Is<domain::FollowUp> T>
void walk(A& a, T& known) {
  a.maybe(known.mentor, [&](auto& check) { walk(a, check); });
  a.maybe(known.mentee, [&](auto& check) { walk(a, check); });
  a.choice(known.for_mentor, domain::Another::found);
  a.choice(known.for_mentee, domain::Another::found);
  if constexpr (A::reads) {
    if (known.empty()) a.corrupt("nothing known");
  }
}

/// Without an answer there is no day of it.
template <class A>
void check_day(A& a, domain::RequestAnswer answer, base::Date on) {
  if constexpr (A::reads) {
    if (answer == domain::RequestAnswer::none && on != base::Date{})
      a.corrupt("a day without an answer");
  }
}

template <class A, Is<domain::Request> T>
void walk(A& a, T& request) {
  a.id(request.mentee.person);
  a.id(request.mentor.person);
  a.date(request.asked);
  a.date(request.answer_by);
  a.choice(request.answer, domain::RequestAnswer::withdrawn);
  a.date(request.answered);
  check_day(a, request.answer, request.answered);
}

template <class A>
void walk_letter_kind(A& a, auto& kind, std::uint8_t level) {
  a.choice(kind,
           level < 5 ? domain::LetterKind::to_unmatched : domain::LetterKind::request_ended);
}

template <class A, Is<domain::LetterTemplate> T>
void walk(A& a, T& letter) {
  a.text(letter.subject);
  a.text(letter.body);
}

template <class A, Is<domain::Mapping> T>
void walk(A& a, T& mapping) {
  a.list(mapping.columns, columns_limit, [&](auto& column) {
    a.text(column.header);
    a.choice(column.meaning, domain::Meaning::answer);
    a.key(column.field);
  });
  a.choice(mapping.role, domain::FileRole::both);
}

}  // namespace pairbook::codec
