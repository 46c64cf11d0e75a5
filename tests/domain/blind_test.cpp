#include "pairbook/domain/blind.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;
using base::Errc;

const CodeWords words{"Mentor", "Mentee", "Participant"};

Outcome apply_to(Programme& programme, const Op& op) {
  return apply(programme, op, coordinator_today());
}
base::Result<std::vector<Op>> ask(const Programme& programme, const Command& command) {
  return decide(programme, command, coordinator_today());
}
Programme some_people(unsigned count) {
  ProgrammeBuilder builder = a_programme();
  for (unsigned i = 1; i <= count; ++i) builder.with(i % 2 == 0 ? a_mentor(i) : a_mentee(i));
  return builder;
}
Field fairness_question(std::string_view name) {
  Field field = a_field(name, FieldKind::text);
  field.use = FieldUse::fairness;
  return field;
}

TEST(BlindReview, GivesEverybodyANumberOfTheirOwn) {
  Programme programme = some_people(30);
  apply_to(programme, BlindReviewBegun{1, {}});

  std::set<int> codes;
  for (const auto& [id, code] : programme.blind.codes) codes.insert(code);
  EXPECT_EQ(codes.size(), 30U);
  EXPECT_EQ(*codes.begin(), 1);
  EXPECT_EQ(*codes.rbegin(), 30);
}

TEST(BlindReview, TheNumbersAreNeitherInTheOrderOfIdsNorTheSameInTheNextRound) {
  Programme programme = some_people(30), next = programme;
  apply_to(programme, BlindReviewBegun{1, {}});
  apply_to(next, BlindReviewBegun{2, {}});

  std::vector<int> in_order;
  for (const auto& [id, code] : programme.blind.codes) in_order.push_back(code);
  EXPECT_FALSE(std::is_sorted(in_order.begin(), in_order.end()));
  EXPECT_NE(programme.blind.codes, next.blind.codes);
}

TEST(BlindReview, ANumberStaysWhoeverComesOrGoesAndWhateverIsUndone) {
  Programme programme = some_people(10);
  apply_to(programme, BlindReviewBegun{1, {}});
  const auto before = programme.blind.codes;

  apply_to(programme, PeopleRemoved{{person_id(3)}});
  apply_to(programme, PeopleAdded{{a_mentor(50).person, a_mentee(51).person}});
  apply_to(programme, NamesRevealed{1, {}});
  apply_to(programme, PeopleAdded{{a_mentee(52).person}});
  apply_to(programme, BlindReviewBegun{1, {}});

  for (const auto& [id, code] : before) EXPECT_EQ(programme.blind.codes.at(id), code);
  EXPECT_EQ(programme.blind.codes.at(person_id(52)), 13);
}

TEST(BlindReview, ShowsNoNameNoAddressAndNoHiddenAnswer) {
  Field age = a_field("age", FieldKind::number);
  age.hidden_in_review = true;
  PersonBuilder amina = a_mentee(1).named("Amina Yusuf").says("age", {"61"});
  amina.says("gender", {"woman"}).says("manager", {"Ben Okri"}).says("town", {"Leeds"});
  amina.says("removed", {"Amina"});
  amina.person.called = "Amina";
  amina.person.email = *Email::from("amina@example.org");
  Programme programme = a_programme()
                            .with(age)
                            .with(fairness_question("gender"))
                            .with(a_field("manager", FieldKind::text))
                            .with(a_field("town", FieldKind::text))
                            .with(Criterion{NotManager{key("manager")}})
                            .with(amina)
                            .with(a_mentor(2).named("Ben Okri"));
  apply_to(programme, BlindReviewBegun{1, {}});

  const Programme seen = veiled(programme, words);

  const Person& person = seen.people.at(person_id(1));
  EXPECT_TRUE(person.name.starts_with("Mentee ")) << person.name;
  EXPECT_TRUE(person.called.empty());
  EXPECT_FALSE(person.email);
  EXPECT_EQ(person.answers, (std::map<FieldKey, Answer>{{key("town"), {{"Leeds"}}}}));
  EXPECT_EQ(seen.fields.size(), 1U);
  EXPECT_TRUE(seen.people.at(person_id(2)).name.starts_with("Mentor "));
}

TEST(BlindReview, WhileItIsOffTheProgrammeIsSeenAsItIs) {
  const Programme programme = some_people(3);
  EXPECT_EQ(veiled(programme, words), programme);
}

TEST(BlindReview, WhatNobodySeesIsHiddenWithoutItToo) {
  Field wish = a_field("wish", FieldKind::text);
  wish.seen_by = SeenBy::nobody;
  PersonBuilder amina = a_mentee(1).named("Amina Yusuf");
  amina.says("wish", {"Ben Okri"}).says("town", {"Leeds"});
  const Programme programme =
      a_programme().with(wish).with(a_field("town", FieldKind::text)).with(amina);

  const Programme seen = veiled(programme, words);

  EXPECT_EQ(seen.people.at(person_id(1)).name, "Amina Yusuf");
  EXPECT_EQ(seen.people.at(person_id(1)).answers,
            (std::map<FieldKey, Answer>{{key("town"), {{"Leeds"}}}}));
  EXPECT_EQ(seen.fields.size(), 1U);
}

TEST(BlindReview, RevealingIsUndoneButNotForgotten) {
  Programme programme = some_people(4);
  apply_to(programme, BlindReviewBegun{1, {}});
  apply_to(programme, NamesRevealed{1, {person_id(2)}});
  const auto back = invert(programme, NamesRevealed{1, {}});
  apply_to(programme, NamesRevealed{1, {}});
  EXPECT_FALSE(programme.blind.on);

  for (const Op& op : back) EXPECT_TRUE(apply_to(programme, op).applied);

  EXPECT_TRUE(programme.blind.on);
  EXPECT_TRUE(programme.blind.names_seen);
  EXPECT_EQ(programme.blind.looked_at, std::set<PersonId>{person_id(2)});
}

TEST(BlindReview, LookingAtOnePersonIsUndoneExactly) {
  Programme programme = some_people(4);
  apply_to(programme, BlindReviewBegun{1, {}});
  const Programme before = programme;
  const NamesRevealed op{1, {person_id(2)}};
  const auto back = invert(programme, op);
  apply_to(programme, op);
  EXPECT_TRUE(programme.blind.on);
  EXPECT_FALSE(programme.blind.names_seen);

  for (const Op& one : back) apply_to(programme, one);

  EXPECT_EQ(programme, before);
}

TEST(BlindReview, OpsThatChangeNothingAreIgnoredWithAReason) {
  Programme programme = some_people(2);
  EXPECT_FALSE(apply_to(programme, NamesRevealed{1, {}}).applied);
  EXPECT_TRUE(invert(programme, NamesRevealed{1, {}}).empty());
  apply_to(programme, BlindReviewBegun{1, {}});
  EXPECT_FALSE(apply_to(programme, BlindReviewBegun{1, {}}).applied);
  EXPECT_TRUE(invert(programme, BlindReviewBegun{1, {}}).empty());
  EXPECT_FALSE(apply_to(programme, NamesRevealed{2, {}}).applied);
}

TEST(Decide, ABlindReviewBeginsAndEndsOnce) {
  Programme programme = some_people(2);
  EXPECT_EQ(ask(programme, RevealNames{}).error().code, Errc::conflict);
  const auto begun = ask(programme, BeginBlindReview{});
  ASSERT_TRUE(begun);
  apply_to(programme, begun->front());
  EXPECT_EQ(ask(programme, BeginBlindReview{}).error().code, Errc::conflict);
  EXPECT_EQ(ask(programme, RevealNames{{person_id(9)}}).error().code, Errc::not_found);
  EXPECT_EQ(ask(programme, RevealNames{})->front(), Op(NamesRevealed{1, {}}));
}

TEST(Decide, ARoundIsNotClosedWhileNamesAreHidden) {
  Programme programme = a_programme().with(a_mentor(1)).with(a_mentee(2)).with(a_pair(1, 2));
  apply_to(programme, BlindReviewBegun{1, {}});
  EXPECT_EQ(ask(programme, CloseRound{}).error().code, Errc::conflict);
  apply_to(programme, NamesRevealed{1, {}});
  EXPECT_TRUE(ask(programme, CloseRound{}));
}

TEST(Decide, NoRuleAsksAQuestionThatIsKeptForFairness) {
  const Programme programme = a_programme().with(fairness_question("gender")).with(a_mentor(1));
  Rules rules;
  rules.rules.push_back({MustShare{{key("gender"), key("gender")}}, std::nullopt, true});
  const auto ops = ask(programme, ChangeRules{rules});
  ASSERT_FALSE(ops);
  EXPECT_EQ(ops.error().code, Errc::conflict);

  rules.rules = {{NotEarlierPair{}, OnlyWhen{Side::mentee, key("gender"), "woman"}, true}};
  EXPECT_EQ(ask(programme, ChangeRules{rules}).error().code, Errc::conflict);
}

TEST(Decide, AQuestionThatARuleAsksIsNotKeptForFairness) {
  const Programme programme = a_programme()
                                  .with(a_field("gender", FieldKind::text))
                                  .with(Criterion{MustShare{{key("gender"), key("gender")}}});
  const auto ops = ask(programme, DefineField{fairness_question("gender")});
  ASSERT_FALSE(ops);
  EXPECT_EQ(ops.error().detail, "a rule uses it");
}

}  // namespace
}  // namespace pairbook::domain
