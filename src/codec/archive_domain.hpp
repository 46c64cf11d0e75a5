#pragma once

// The nouns of the domain, part by part in the order their bytes stand.
#include "archive.hpp"
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
inline constexpr Limit reasons_limit{10'000, "more than 10,000 reasons"};

template <class A>
void walk_texts(A& a, auto& texts, Limit limit) {
  a.list(texts, limit, [&](auto& text) { a.text(text); });
}

template <class A, Is<domain::Field> T>
void walk(A& a, T& field) {
  a.key(field.key);
  a.text(field.label);
  a.choice(field.kind, domain::FieldKind::language);
  walk_texts(a, field.options, options_limit);
  a.choice(field.asked, domain::Asked::mentees);
  a.choice(field.seen_by, domain::SeenBy::everybody);
  a.flag(field.for_matching);
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

template <class A, Is<domain::Compared> T>
void walk(A& a, T& compared) {
  a.key(compared.mentor);
  a.key(compared.mentee);
}

// The number of a criterion is its place in domain::Criterion; new ones go to the end.
static_assert(std::variant_size_v<domain::Criterion> == 10);

template <class A>
void walk_parts(A& a, auto& criterion) {
  using C = std::remove_cvref_t<decltype(criterion)>;
  if constexpr (requires { criterion.fields; }) walk(a, criterion.fields);
  if constexpr (std::same_as<C, domain::GapWithin>) {
    a.number(criterion.at_least);
    a.number(criterion.at_most);
  } else if constexpr (std::same_as<C, domain::NotManager>) {
    a.key(criterion.manager);
  } else if constexpr (std::same_as<C, domain::MeetingTime>) {
    walk(a, criterion.availability);
    a.key(criterion.time_zone);
    a.number(criterion.minutes);
  } else if constexpr (std::same_as<C, domain::PointsForSame>) {
    a.number(criterion.points);
  } else if constexpr (std::same_as<C, domain::PointsForShared>) {
    a.number(criterion.points_each);
    a.number(criterion.at_most);
  } else if constexpr (std::same_as<C, domain::PointsForOffered>) {
    a.key(criterion.wanted);
    a.key(criterion.offered);
    a.number(criterion.points_each);
    a.number(criterion.at_most);
  } else if constexpr (std::same_as<C, domain::PointsForGap>) {
    a.map(
        criterion.points_by_gap, gaps_limit, [&](auto& gap) { a.number(gap); },
        [&](auto& points) { a.number(points); });
  }
}

/// Makes the alternative with this number, default-made; false when there is none.
template <class Variant, std::size_t I = 0>
bool make_alternative(Variant& value, std::size_t number) {
  if constexpr (I == std::variant_size_v<Variant>) {
    return false;
  } else {
    if (number != I) return make_alternative<Variant, I + 1>(value, number);
    value.template emplace<I>();
    return true;
  }
}

template <class A, Is<domain::Criterion> T>
void walk(A& a, T& criterion) {
  if constexpr (A::reads) {
    if (!make_alternative(criterion, a.byte())) return a.corrupt("no such criterion");
  } else {
    a.choice(static_cast<std::uint8_t>(criterion.index()), std::uint8_t{});
  }
  std::visit([&](auto& made) { walk_parts(a, made); }, criterion);
}

template <class A, Is<domain::Rule> T>
void walk(A& a, T& rule) {
  walk(a, rule.criterion);
  a.maybe(rule.only_when, [&](auto& when) {
    a.choice(when.side, domain::Side::mentee);
    a.key(when.field);
    a.text(when.answer);
  });
  a.flag(rule.on);
}

template <class A, Is<domain::Rules> T>
void walk(A& a, T& rules) {
  a.list(rules.rules, rules_limit, [&](auto& rule) { walk(a, rule); });
  a.choice(rules.goal, domain::MatchGoal::most_matched);
  a.number(rules.bonus_for_unmatched);
  a.number(rules.mentors_per_mentee);
  a.number(rules.mentees_per_round);
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
