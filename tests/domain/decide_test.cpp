#include "pairbook/domain/decide.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;
using base::Errc;

base::Result<std::vector<Op>> ask(const Programme& programme, const Command& command) {
  return decide(programme, command, coordinator_today());
}

TEST(Decide, FoundsAProgrammeOnce) {
  const auto ops = ask(Programme{}, FoundProgramme{"  Bridges  2026 "});
  ASSERT_TRUE(ops);
  EXPECT_EQ(std::get<ProgrammeFounded>(ops->at(0)).name, "Bridges 2026");

  EXPECT_EQ(ask(a_programme(), FoundProgramme{"Again"}).error().code, Errc::conflict);
  EXPECT_EQ(ask(Programme{}, FoundProgramme{" "}).error().code, Errc::invalid_input);
}

TEST(Decide, RefusesToEndAPairThatHasAlreadyEnded) {
  const Programme programme = a_programme().with(a_pair(1, 2).ended());

  const auto ops = ask(programme, EndPair{pair_id(1002), ""});

  ASSERT_FALSE(ops);
  EXPECT_EQ(ops.error().code, Errc::conflict);
}

TEST(Decide, ApprovesOnlyAsManyPairsAsAMentorHasPlaces) {
  const Programme programme = a_programme()
                                  .with(a_mentor(1).places(2))
                                  .with(a_mentee(2))
                                  .with(a_mentee(3))
                                  .with(a_mentee(4));
  const Pair a = a_pair(1, 2).pair, b = a_pair(1, 3).pair, c = a_pair(1, 4).pair;

  EXPECT_TRUE(ask(programme, ApprovePairs{{a, b}}));

  const auto three = ask(programme, ApprovePairs{{a, b, c}});
  ASSERT_FALSE(three);
  EXPECT_EQ(three.error().where, "Mentor 1");
}

TEST(Decide, RefusesASecondMentorUnlessTheRulesAllowOne) {
  ProgrammeBuilder builder =
      a_programme().with(a_mentor(1)).with(a_mentor(2)).with(a_mentee(3)).with(a_pair(1, 3));
  const ApprovePairs second{{a_pair(2, 3).pair}};

  EXPECT_EQ(ask(builder, second).error().where, "Mentee 3");
  builder.programme.rules.mentors_per_mentee = 2;
  EXPECT_TRUE(ask(builder, second));
}

TEST(Decide, RefusesPairsOfThoseWhoWithdrewOrWereForbidden) {
  ProgrammeBuilder builder =
      a_programme().with(a_mentor(1)).with(a_mentor(2).withdrawn()).with(a_mentee(3));
  EXPECT_EQ(ask(builder, ApprovePairs{{a_pair(2, 3).pair}}).error().where, "Mentor 2");

  builder.programme.verdicts[{mentor_id(1), mentee_id(3)}] = Verdict::forbidden;
  EXPECT_EQ(ask(builder, ApprovePairs{{a_pair(1, 3).pair}}).error().code, Errc::conflict);
}

TEST(Decide, StampsApprovedPairsWithTheOpenRoundAndToday) {
  ProgrammeBuilder builder = a_programme().with(a_mentor(1)).with(a_mentee(2));
  builder.programme.round = 3;

  const auto ops = ask(builder, ApprovePairs{{a_pair(1, 2).pair}});

  ASSERT_TRUE(ops);
  const Pair& pair = std::get<PairsApproved>(ops->at(0)).pairs.at(0);
  EXPECT_EQ(pair.round, 3);
  EXPECT_EQ(pair.approved, coordinator_today().today);
}

TEST(Decide, CutsAnImportIntoOpsOfLimitedSize) {
  ImportPeople import;
  for (unsigned i = 1; i <= 450; ++i) import.added.push_back(a_mentee(i).person);

  const auto ops = ask(a_programme(), import);

  ASSERT_TRUE(ops);
  ASSERT_EQ(ops->size(), 3U);
  EXPECT_EQ(std::get<PeopleAdded>(ops->at(2)).people.size(), 50U);
}

TEST(Decide, ImportsAnswersToQuestionsTheSameImportMakes) {
  ImportPeople import;
  import.new_fields = {a_field("grade", FieldKind::scale, {"low", "high"})};
  import.added = {a_mentee(1).says("grade", {"high"}).person};
  EXPECT_TRUE(ask(a_programme(), import));

  import.added = {a_mentee(1).says("grade", {"highest"}).person};
  EXPECT_EQ(ask(a_programme(), import).error().where, "grade");
}

TEST(Decide, ChecksWordsThatWereRightForOneQuestionAgainForAnother) {
  ImportPeople import;
  import.new_fields = {a_field("grade", FieldKind::scale, {"low", "high"}),
                       a_field("wish", FieldKind::one_of, {"low", "other"})};
  import.added = {a_mentee(1).says("grade", {"high"}).says("wish", {"low"}).person,
                  a_mentee(2).says("grade", {"high"}).says("wish", {"high"}).person};
  EXPECT_EQ(ask(a_programme(), import).error().where, "wish");

  import.added[1] = a_mentee(2).says("grade", {"low"}).says("wish", {"low"}).person;
  EXPECT_TRUE(ask(a_programme(), import));
}

TEST(Decide, KeepsAQuestionThatARuleUses) {
  const Programme programme = a_programme()
                                  .with(a_field("organisation", FieldKind::text))
                                  .with(MustDiffer{{key("organisation"), key("organisation")}});

  EXPECT_EQ(ask(programme, RemoveField{key("organisation")}).error().code, Errc::conflict);
}

TEST(Decide, RefusesRulesAboutQuestionsThatDoNotExist) {
  Rules rules;
  rules.rules.push_back({PointsForSame{{key("hobby"), key("hobby")}, 5}, std::nullopt, true});

  const auto ops = ask(a_programme(), ChangeRules{rules});

  ASSERT_FALSE(ops);
  EXPECT_EQ(ops.error().where, "rules[0]");
}

TEST(Decide, RefusesPointsOutsideTheirRange) {
  Rules rules;
  rules.rules.push_back({PointsForSame{{key("a"), key("a")}, 10'001}, std::nullopt, true});
  EXPECT_FALSE(ask(a_programme().with(a_field("a", FieldKind::text)), ChangeRules{rules}));
  rules.rules[0].criterion = GapWithin{{key("a"), key("a")}, 3, 1};
  EXPECT_FALSE(ask(a_programme().with(a_field("a", FieldKind::text)), ChangeRules{rules}));
}

TEST(Decide, KeepsSomebodyWhoHasAPair) {
  const Programme programme =
      a_programme().with(a_mentor(1)).with(a_mentee(2)).with(a_mentee(3)).with(a_pair(1, 2));

  EXPECT_EQ(ask(programme, RemovePeople{{person_id(2)}}).error().where, "Mentee 2");
  EXPECT_TRUE(ask(programme, RemovePeople{{person_id(3)}}));
}

TEST(Decide, HoldsAMenteeToTheMentorDecidedLast) {
  ProgrammeBuilder builder =
      a_programme().with(a_mentor(1)).with(a_mentor(2)).with(a_mentee(3));
  builder.programme.verdicts[{mentor_id(1), mentee_id(3)}] = Verdict::locked;

  const auto ops = ask(builder, GiveVerdict{mentor_id(2), mentee_id(3), Verdict::locked});

  ASSERT_TRUE(ops);
  ASSERT_EQ(ops->size(), 2U);
  EXPECT_EQ(std::get<VerdictGiven>(ops->at(0)).mentor, mentor_id(1));
  EXPECT_EQ(std::get<VerdictGiven>(ops->at(0)).verdict, Verdict::none);
  EXPECT_EQ(std::get<VerdictGiven>(ops->at(1)).mentor, mentor_id(2));
}

TEST(Decide, GivesAPresetItsQuestionsWithoutTouchingTheOnesThere) {
  Preset preset;
  preset.fields = {a_field("grade", FieldKind::scale, {"low", "high"}),
                   a_field("team", FieldKind::text)};
  preset.rules.rules.push_back(
      {GapWithin{{key("grade"), key("grade")}, 1, 1}, std::nullopt, true});
  const Programme programme =
      a_programme().with(a_field("team", FieldKind::one_of, {"Red", "Blue"}));

  const auto ops = ask(programme, UsePreset{preset});

  ASSERT_TRUE(ops);
  ASSERT_EQ(ops->size(), 2U);
  EXPECT_EQ(std::get<FieldDefined>(ops->at(0)).field.key, key("grade"));
  EXPECT_EQ(std::get<RulesChanged>(ops->at(1)).rules, preset.rules);
}

TEST(Decide, AnswersWithNoOpWhenNothingWouldChange) {
  const Programme programme = a_programme().with(a_mentor(1));

  EXPECT_TRUE(ask(programme, RenameProgramme{"Bridges"})->empty());
  EXPECT_TRUE(ask(programme, ChangePerson{person_id(1), {}})->empty());
  EXPECT_TRUE(ask(programme, ChangeRules{programme.rules})->empty());
}

}  // namespace
}  // namespace pairbook::domain
