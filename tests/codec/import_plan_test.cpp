#include <gtest/gtest.h>

#include "codec/some_files.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

TEST(Import, OneFileEachGivesOneRoleEach) {
  const Programme first = with_imported({}, mentors_file, "small_mentors.csv");
  const Programme both = with_imported(first, mentees_file, "small_mentees.csv");

  EXPECT_EQ(both.people.size(), 8U);
  EXPECT_EQ(count_roles(both, {true, false}), 4U);
  EXPECT_EQ(count_roles(both, {false, true}), 4U);
  EXPECT_EQ(find_field(both, test::key("grade"))->asked, Asked::everybody);
  EXPECT_EQ(find_field(both, test::key("characteristics"))->asked, Asked::mentors);
}

TEST(Import, NumbersInNamesTellPeopleApart) {
  EXPECT_EQ(plan({}, mentees_file, "small_mentees.csv").counts.fresh, 4U);
}

TEST(Import, SigningUpAsAMentorSetsTheRole) {
  const Programme programme = with_imported(
      {}, "Do you want to sign up as a mentor?,Name\nYes,Ada Byron\nNo,Bo Ekström\n",
      "form.csv");

  EXPECT_EQ(count_roles(programme, {true, false}), 1U);
  EXPECT_EQ(count_roles(programme, {false, true}), 1U);
}

TEST(Import, AMentorWhoComesAsAMenteeBecomesBoth) {
  const Programme first =
      with_imported({}, "Name,E-mail\nAda Byron,ada@example.org\n", "mentors.csv");
  const std::string_view again = "Name,E-mail\nAda Byron,ADA@example.org\n";
  const auto planned = plan(first, again, "mentees.csv");
  ASSERT_EQ(planned.rows.size(), 1U);
  EXPECT_EQ(planned.rows[0].kind, RowKind::changed);

  const Programme both = with_imported(first, again, "mentees.csv");

  EXPECT_EQ(both.people.size(), 1U);
  EXPECT_EQ(both.people.begin()->second.roles, (Roles{true, true}));
}

TEST(Import, TheSameFileTwiceChangesNothing) {
  const Programme once = with_imported({}, mentors_file, "small_mentors.csv");
  const auto planned = plan(once, mentors_file, "small_mentors.csv");

  EXPECT_EQ(planned.counts.same, 4U);
  EXPECT_EQ(with_imported(once, mentors_file, "small_mentors.csv").people, once.people);
}

TEST(Import, AnEmptyCellLeavesWhatIsKnown) {
  const Programme once =
      with_imported({}, "Name,E-mail,Town\nAda Byron,ada@example.org,London\n", "mentors.csv");
  const Programme twice =
      with_imported(once, "Name,E-mail,Town\nAda King,ada@example.org,\n", "mentors.csv");

  const Person& ada = twice.people.begin()->second;
  EXPECT_EQ(ada.name, "Ada King");
  EXPECT_EQ(ada.answers.at(test::key("town")).values, std::vector<std::string>{"London"});
}

TEST(Import, TheSameAddressInAFileIsADuplicateThatCompletesTheFirst) {
  const std::string_view text =
      "Name,E-mail,Town\nAda Byron,ada@example.org,\nAda Byron,Ada@Example.org,London\n";
  const auto planned = plan({}, text, "mentors.csv");
  EXPECT_EQ(planned.rows[1].kind, RowKind::duplicate);
  EXPECT_EQ(planned.rows[1].reason, RowReason::same_email_in_file);
  EXPECT_EQ(planned.rows[1].matched_row, 0U);

  const Programme programme = with_imported({}, text, "mentors.csv");

  ASSERT_EQ(programme.people.size(), 1U);
  EXPECT_TRUE(programme.people.begin()->second.answers.contains(test::key("town")));
}

TEST(Import, OneAddressOfTwoPeopleLosesNobody) {
  EXPECT_EQ(with_imported({}, "Name,E-mail\nAda Byron,us@example.org\nBo Ek,us@example.org\n",
                          "mentors.csv")
                .people.size(),
            2U);
}

TEST(Import, NearNamesAreOfferedAsDuplicates) {
  const std::string_view text =
      "Name,Town\nŁukasz Nowakowski,a\nNowakowski Lukasz,b\nŁukasz Nowakovski,c\nZoë Ek,d\n";
  const auto planned = plan({}, text, "mentors.csv");

  EXPECT_EQ(planned.rows[1].reason, RowReason::same_name);
  EXPECT_EQ(planned.rows[1].choice, RowChoice::update);
  EXPECT_EQ(planned.rows[2].reason, RowReason::near_name);
  EXPECT_EQ(planned.rows[2].choice, RowChoice::add);
  EXPECT_EQ(planned.rows[3].kind, RowKind::fresh);
}

TEST(Import, TwoAddressesSpeakAgainstANearName) {
  const auto planned = plan({},
                            "Name,E-mail\nAnna Kowalska,anna@example.org\n"
                            "Hanna Kowalska,hk77@example.com\n",
                            "mentors.csv");
  EXPECT_EQ(planned.counts.fresh, 2U);
}

TEST(Import, AChoiceOfThePersonCounts) {
  const std::string_view text = "Name\nŁukasz Nowakowski\nLukasz Nowakowski\nBo Ek\n";
  const Table rows = table(text);
  const auto guessed = guess_mapping({}, rows, "mentors.csv");
  auto planned = plan({}, text, "mentors.csv");
  planned.rows[1].choice = RowChoice::add;
  planned.rows[2].choice = RowChoice::leave_out;

  const auto command =
      import_command({}, planned, "mentors.csv", guessed.mapping, guessed.new_fields);

  ASSERT_EQ(command.added.size(), 2U);
  EXPECT_EQ(command.added[1].name, "Lukasz Nowakowski");
}

TEST(Import, SaysWhichRowsAreUnusableAndWhy) {
  const auto planned =
      plan({},
           "Name,Role,Town\nAda,mentor,Oslo\n,mentor,Oslo\nBo,gardener,Oslo\n" +
               std::string(401, 'x') + ",mentee,Oslo\nDi,mentee,Oslo\n" +
               "Ed,mentor,x\nFy,both,x\nGo,mentee,x\nHu,mentee,x\nIb,mentor,x\n",
           "people.csv");
  ASSERT_EQ(planned.rows.size(), 10U);
  EXPECT_EQ(planned.counts.unusable, 3U);
  EXPECT_EQ(planned.rows[1].reason, RowReason::no_name);
  EXPECT_EQ(planned.rows[1].number, 3U);
  EXPECT_EQ(planned.rows[2].reason, RowReason::role_not_understood);
  EXPECT_EQ(planned.rows[2].where, "gardener");
  EXPECT_EQ(planned.rows[3].reason, RowReason::name_too_long);
}

TEST(Import, ACellThatIsNotUnderstoodDoesNotLoseItsRow) {
  Programme programme;
  programme.fields = {test::field("Grade", FieldKind::scale, {"AA", "AO"})};
  const auto planned =
      plan(programme, "Name,Grade,E-mail\nAda,Emperor,nobody\nBo,ao,bo@x.org\n", "mentors.csv");

  EXPECT_EQ(planned.counts.fresh, 2U);
  EXPECT_EQ(planned.rows[0].not_understood.at(0).text, "Emperor");
  EXPECT_EQ(planned.rows[1].said.answers.at(test::key("grade")).values.at(0), "AO");
}

TEST(ImportPlanner, StepsComeToTheSameAsAllAtOnce) {
  const Table rows = table(mentors_file);
  const auto guessed = guess_mapping({}, rows, "small_mentors.csv");
  const Programme programme;
  base::SeededRandom one(5), other(5);
  ImportPlanner planner(programme, rows, guessed.mapping, guessed.new_fields, one);
  EXPECT_EQ(planner.step(3).rows, 3U);
  EXPECT_TRUE(planner.step(3).done);
  EXPECT_EQ(planner.take(),
            plan_import(programme, rows, guessed.mapping, guessed.new_fields, other));
}

TEST(Import, EastAsianNamesArePutTogetherAsPeopleWriteThem) {
  const Programme programme =
      with_imported({}, "First name,Last name\n小龍,李\nAda,Byron\n", "mentors.csv");
  std::set<std::string> names;
  for (const auto& [id, person] : programme.people) names.insert(person.name);
  EXPECT_EQ(names, (std::set<std::string>{"Ada Byron", "李小龍"}));
}

TEST(Import, InSmallStepsIsTheSameAsAllAtOnce) {
  const Programme known = with_imported(
      {}, "Name,E-mail,Role,Skills\nAmina,a@x.org,mentor,law\nBo,b@x.org,mentee,\n", "a.csv");
  const Table rows = table(
      "Name,E-mail,Role,Skills\nAmina,a@x.org,mentor,maths\nCy,c@x.org,mentee,law\n"
      "Cy,c@x.org,mentee,\"law, maths\"\nDi Dee,,mentor,law\nDee Di,,mentor,\n,,,\n");
  const auto guessed = guess_mapping(known, rows, "b.csv");
  base::SeededRandom at_once(9), in_steps(9);
  const auto planned = plan_import(known, rows, guessed.mapping, guessed.new_fields, at_once);
  const auto command =
      import_command(known, planned, "b.csv", guessed.mapping, guessed.new_fields);

  MappingGuesser guesser(known, rows, "b.csv");
  for (auto told = guesser.step(); !told.done; told = guesser.step()) {
    EXPECT_LT(told.steps, told.steps_in_all);
  }
  EXPECT_EQ(guesser.take(), guessed);
  ImportPlanner planner(known, rows, guessed.mapping, guessed.new_fields, in_steps);
  EXPECT_EQ(planner.step(1).rows, 0U);  // first who is known already
  while (!planner.step(1).done) {
  }
  const ImportPlan plan = planner.take();
  EXPECT_EQ(plan, planned);
  ImportWriter writer(known, plan, "b.csv", guessed.mapping, guessed.new_fields);
  EXPECT_FALSE(writer.step(1));
  while (!writer.step(1)) {
  }
  const auto written = writer.take();
  EXPECT_EQ(written.added, command.added);
  EXPECT_EQ(written.changed, command.changed);
  EXPECT_EQ(written.mapping, command.mapping);
  EXPECT_FALSE(written.changed.empty());
  while (planner.give_back(1)) {
  }
  while (writer.give_back(1)) {
  }
}

}  // namespace
}  // namespace pairbook::codec
