// Shortlists, wishes from both sides, and requests that end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace pairbook::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing_support::Device;
using testing_support::Story;

constexpr const char* passphrase = "seven quiet herons at the weir";
constexpr const char* people =
    "Name,Email,Role,Town\n"
    "Ada Lovelace,ada@example.org,mentor,Leeds\n"
    "Grace Hopper,grace@example.org,mentor,York\n"
    "Jon Smith,jon@example.org,mentor,Leeds\n"
    "Jon Smith,jon.smith@example.org,mentor,York\n"
    "Cai Evans,cai@example.org,mentee,Leeds\n"
    "Dee Price,dee@example.org,mentee,York\n";

/// At the page, with 10 points for the same town.
Story& at_wishes(Story& story, bool asked = true) {
  story.start().makes_a_book("Harbour", passphrase).imports(people).does(Go{"#/rules"});
  const auto kinds = story.body<RulesBody>().new_kind.options;
  const auto same = std::find(kinds.begin(), kinds.end(), "points when the same");
  story.does(Choose{{Control::rules_new_kind, ""}, static_cast<int>(same - kinds.begin())});
  story.does(AddRule{});
  story.does(SetNumber{{Control::rule_part, "0/points"}, 10});
  story.does(LeaveField{{Control::rule_part, "0/points"}});
  story.does(Go{"#/wishes"});
  if (asked) story.does(AskForWishes{});
  return story;
}

WishesBody::Details opened(Story& story, const std::string& name) {
  for (const Row& row : story.body<WishesBody>().table.rows) {
    if (row.cells.at(0) != name) continue;
    if (!row.selected) story.does(*row.open);
    return story.body<WishesBody>().details.value_or(WishesBody::Details{});
  }
  return {};
}

template <class Kind>
std::vector<Kind> pieces(const std::vector<Piece>& all) {
  std::vector<Kind> found;
  for (const Piece& piece : all) {
    if (const auto* one = std::get_if<Kind>(&piece)) found.push_back(*one);
  }
  return found;
}

const WishesBody::Part* part(const std::vector<WishesBody::Part>& parts, const char* key) {
  for (const WishesBody::Part& each : parts) {
    if (each.key == key) return &each;
  }
  return nullptr;
}

/// Types the wishes of somebody of the side in view.
void wishes(Story& story, const std::string& name, const std::string& whom) {
  const auto details = opened(story, name);
  const auto* mine = part(details.parts, "wishes");
  ASSERT_NE(mine, nullptr) << name;
  const ControlId id = pieces<TextField>(mine->pieces).at(0).id;
  story.does(TypeText{id, whom}).does(LeaveField{id});
}

void shows(Story& story, int who) {
  story.does(Choose{{Control::wishes_who, ""}, who});
}

std::vector<std::string> row_of(Story& story, const std::string& name) {
  for (const Row& row : story.body<WishesBody>().table.rows) {
    if (row.cells.at(0) == name) return row.cells;
  }
  return {};
}

void keeps_to_itself(Story& story, bool on) {
  story.does(Tick{{Control::wishes_confidential, ""}, 0, on});
}

TEST(WishesStory, AskingMakesTwoQuestionsAndARuleAndIsOneUndo) {
  Device device;
  Story story(device);
  at_wishes(story, false);
  ASSERT_THAT(story.body<WishesBody>().notices, SizeIs(1));

  story.does(story.body<WishesBody>().notices.at(0).actions.at(0).intent);

  EXPECT_THAT(story.body<WishesBody>().notices, IsEmpty());
  story.does(Go{"#/rules"});
  EXPECT_THAT(story.body<RulesBody>().points, SizeIs(2));
  story.does(Undo{}).does(Go{"#/wishes"});
  EXPECT_THAT(story.body<WishesBody>().notices, SizeIs(1));
}

TEST(WishesStory, AShortlistHoldsTheBestAllowedWithTheReason) {
  Device device;
  Story story(device);
  at_wishes(story);

  const auto details = opened(story, "Cai Evans");

  ASSERT_THAT(details.list, SizeIs(4));
  EXPECT_EQ(details.list.at(0).points, "10 points");
  EXPECT_THAT(details.list.at(0).fact, HasSubstr("Leeds"));
  EXPECT_EQ(details.list.at(2).points, "0 points");
}

TEST(WishesStory, AWishIsMutualOnceBothHaveItAndCountsInTheMatching) {
  Device device;
  Story story(device);
  at_wishes(story);
  wishes(story, "Cai Evans", "grace hopper; Ada Lovelace");
  EXPECT_EQ(row_of(story, "Cai Evans").at(1), "2");
  EXPECT_EQ(row_of(story, "Cai Evans").at(2), "");

  shows(story, 1);
  wishes(story, "Grace Hopper", "cai@example.org");

  EXPECT_EQ(row_of(story, "Grace Hopper").at(2), "Cai Evans");
  story.does(Go{"#/match"});
  for (const Row& row : story.body<MatchBody>().table.rows) {
    if (row.cells.at(0) == "Cai Evans") {
      EXPECT_EQ(row.cells.at(1), "Grace Hopper");
    }
  }
}

TEST(WishesStory, NamesOfNobodyOrOfTwoAreSettledByAPerson) {
  Device device;
  Story story(device);
  at_wishes(story);
  wishes(story, "Cai Evans", "Jon Smith; Grace Hoper; Zzz");

  const auto body = story.body<WishesBody>();
  const auto* settle = part(body.parts, "settle");
  ASSERT_NE(settle, nullptr);
  const auto choices = pieces<Choice>(settle->pieces);
  ASSERT_THAT(choices, SizeIs(3));
  EXPECT_EQ(choices.at(0).label, "Who is “Jon Smith”, named by Cai Evans?");
  EXPECT_THAT(choices.at(0).options,
              testing::UnorderedElementsAre("Not settled yet", "Jon Smith, jon@example.org",
                                            "Jon Smith, jon.smith@example.org",
                                            "Nobody: leave it out"));
  EXPECT_THAT(choices.at(1).options,
              ElementsAre("Not settled yet", "Grace Hopper", "Nobody: leave it out"));
  EXPECT_THAT(choices.at(2).options, SizeIs(2)) << "nothing is guessed";

  story.does(Choose{choices.at(2).id, 1}).does(Choose{choices.at(1).id, 1});
  story.does(Choose{choices.at(0).id, 2});

  EXPECT_EQ(part(story.body<WishesBody>().parts, "settle"), nullptr);
  const auto details = opened(story, "Cai Evans");
  const auto* mine = part(details.parts, "wishes");
  EXPECT_THAT(pieces<TextField>(mine->pieces).at(0).value, HasSubstr("@example.org"));
  EXPECT_THAT(pieces<TextField>(mine->pieces).at(0).value, HasSubstr("; Grace Hopper"));
}

TEST(WishesStory, WhatIsKeptToItselfStandsOnNoScreenUntilItIsMutual) {
  Device device;
  Story story(device);
  at_wishes(story);
  wishes(story, "Cai Evans", "Grace Hopper");
  keeps_to_itself(story, true);

  const auto details = opened(story, "Cai Evans");
  const auto* mine = part(details.parts, "wishes");
  ASSERT_NE(mine, nullptr);
  EXPECT_EQ(pieces<TextField>(mine->pieces).at(0).value, "");
  EXPECT_EQ(row_of(story, "Cai Evans").at(1), "1");
  story.does(Go{"#/match"});
  for (const Row& row : story.body<MatchBody>().table.rows) {
    for (const std::string& cell : row.cells) EXPECT_THAT(cell, Not(HasSubstr("wish")));
  }
  story.does(Go{"#/people"});
  for (const Row& row : story.body<PeopleBody>().table.rows) {
    if (row.cells.at(0) != "Cai Evans") continue;
    story.does(Go{row.route});
    for (const auto& section : story.body<PersonBody>().sections) {
      for (const TextField& field : pieces<TextField>(section.pieces))
        EXPECT_THAT(field.value, Not(HasSubstr("Grace")));
    }
  }
  story.does(ExportPeople{ExportFormat::csv});
  const auto& csv = story.download()->chunks.at(0);
  const std::string text(reinterpret_cast<const char*>(csv.data()), csv.size());
  EXPECT_THAT(text, Not(HasSubstr("wish")));

  story.does(Go{"#/wishes"});
  shows(story, 1);
  wishes(story, "Grace Hopper", "Cai Evans");
  EXPECT_EQ(row_of(story, "Grace Hopper").at(2), "Cai Evans");
}

TEST(WishesStory, ALetterTellsTheShortlistAndNoWishOfTheOther) {
  Device device;
  Story story(device);
  at_wishes(story);
  shows(story, 1);
  wishes(story, "Grace Hopper", "Cai Evans");
  shows(story, 0);
  const auto details = opened(story, "Cai Evans");
  const auto* letter = part(details.parts, "letter");
  ASSERT_NE(letter, nullptr);

  story.does(letter->actions.at(0).intent);

  const auto body = story.body<LettersBody>();
  EXPECT_THAT(body.preview_title, HasSubstr("Cai Evans"));
  EXPECT_THAT(body.preview_body, HasSubstr("1. "));
  EXPECT_THAT(body.preview_body, HasSubstr("Ada Lovelace"));
  EXPECT_THAT(body.preview_body, Not(HasSubstr("wished for it")));
  EXPECT_LT(body.preview_body.find("Ada Lovelace"), body.preview_body.find("Grace Hopper"))
      << "her wish does not bring her up the list";
  story.does(LetterOut{LetterDoing::print_all});
  EXPECT_THAT(story.printed(), SizeIs(1));
}

TEST(WishesStory, AnswersComeFromASpreadsheet) {
  Device device;
  Story story(device);
  at_wishes(story);
  story.does(BringInWishes{});
  story.types(Control::sheet_paste,
              "Time\tYour name\tFirst choice\tSecond choice\tRemarks\n"
              "9:00\tCai Evans\tAda Lovelace\tJon Smith\tthanks\n"
              "9:05\tD. Price\tGrace Hopper\t\tnone\n"
              "9:07\tSomebody Else\tGrace Hopper\t\t\n");
  story.does(BringInWishes{Bringing::read});
  const auto body = story.body<WishesBody>();
  const auto* bring = part(body.parts, "bring in");
  ASSERT_NE(bring, nullptr);
  std::vector<int> means;
  for (const Choice& choice : pieces<Choice>(bring->pieces)) {
    if (choice.id.control == Control::sheet_column) means.push_back(choice.selected);
  }
  EXPECT_THAT(means, ElementsAre(0, 1, 2, 2, 0));
  EXPECT_EQ(bring->actions.at(0).label, "Bring in 1 answer");
  const auto who = pieces<Choice>(bring->pieces).back();
  EXPECT_EQ(who.label, "Who is “D. Price”?");
  EXPECT_THAT(who.options, ElementsAre("Leave this row out", "Dee Price"));
  EXPECT_EQ(who.selected, 0) << "nobody is guessed";
  EXPECT_EQ(pieces<Words>(bring->pieces).at(0).text,
            "1 row is of somebody who is not here and stays out.");

  story.does(Choose{who.id, 1}).does(BringInWishes{Bringing::run});

  EXPECT_EQ(story.last_toast(), "2 answers brought in.");
  EXPECT_EQ(row_of(story, "Cai Evans").at(1), "2");
  EXPECT_EQ(row_of(story, "Dee Price").at(1), "1");
  const auto after = story.body<WishesBody>();
  ASSERT_NE(part(after.parts, "settle"), nullptr) << "there are two of the name Jon Smith";
  story.does(Undo{});
  EXPECT_EQ(row_of(story, "Dee Price").at(1), "0");
}

/// Cai asks Ada, with so many days to answer.
void asks(Story& story) {
  opened(story, "Cai Evans");
  story.does(Choose{{Control::request_mentor, ""}, 1}).does(AskMentor{});
}

TEST(WishesStory, ARequestWaitsIsRemindedAndEndsByItself) {
  Device device;
  Story story(device);
  at_wishes(story);
  opened(story, "Cai Evans");
  story.types(Control::request_by, "tomorrow");
  story.does(Choose{{Control::request_mentor, ""}, 1}).does(AskMentor{});
  const auto details = opened(story, "Cai Evans");
  EXPECT_THAT(part(details.parts, "ask")->trouble, HasSubstr("a day like"));
  story.types(Control::request_by, "2026-11-24").does(AskMentor{});

  WishesBody body = story.body<WishesBody>();
  ASSERT_THAT(body.requests.rows, SizeIs(1));
  EXPECT_EQ(body.requests.rows.at(0).cells.at(0), "Cai Evans");
  EXPECT_EQ(body.requests.rows.at(0).cells.at(3), "2 days left");
  EXPECT_EQ(body.request_actions.at(0).label, "1 letter of request");
  EXPECT_EQ(body.request_actions.at(1).label, "1 reminder");
  story.does(body.request_actions.at(1).intent);
  EXPECT_THAT(story.body<LettersBody>().preview_body, HasSubstr("24 November 2026"));

  story.waits_minutes(4 * 24 * 60).start().unlocks(passphrase).does(Go{"#/wishes"});
  body = story.body<WishesBody>();
  ASSERT_THAT(body.requests.rows, SizeIs(1));
  EXPECT_EQ(body.requests.rows.at(0).cells.at(3), "Not answered in time");
  ASSERT_THAT(body.request_actions, SizeIs(1));
  story.does(body.request_actions.at(0).intent);
  EXPECT_THAT(story.body<LettersBody>().preview_body, HasSubstr("says nothing about you"));
}

TEST(WishesStory, AYesMakesAPairOrAWishOfBoth) {
  Device device;
  Story story(device);
  at_wishes(story);
  asks(story);
  const auto answer = [&] {
    return pieces<Choice>(story.body<WishesBody>().requests.rows.at(0).controls).at(0).id;
  };
  const std::string mentor = story.body<WishesBody>().requests.rows.at(0).cells.at(1);
  story.does(Choose{answer(), 2});
  EXPECT_EQ(row_of(story, "Cai Evans").at(2), mentor);
  EXPECT_THAT(story.body<WishesBody>().requests.rows, IsEmpty());
  story.does(Undo{});
  EXPECT_EQ(row_of(story, "Cai Evans").at(2), "") << "one step takes all of it back";
  EXPECT_THAT(story.body<WishesBody>().requests.rows, SizeIs(1));

  story.does(Choose{answer(), 1}).does(Undo{});
  EXPECT_THAT(story.body<WishesBody>().requests.rows, SizeIs(1));
  story.does(Redo{}).does(Go{"#/pairs"});

  const auto pairs = story.body<PairsBody>();
  ASSERT_THAT(pairs.table.rows, SizeIs(1));
  EXPECT_EQ(pairs.table.rows.at(0).cells.at(1), mentor);
}

TEST(WishesStory, ANoEndsARequestAndTheLetterIsKind) {
  Device device;
  Story story(device);
  at_wishes(story, false);
  asks(story);
  const auto row = story.body<WishesBody>().requests.rows.at(0);
  const auto choice = pieces<Choice>(row.controls).at(0);
  EXPECT_THAT(choice.options,
              ElementsAre("No answer yet", "Yes: make them a pair", "No", "Taken back"));
  story.does(Choose{choice.id, 2});
  EXPECT_THAT(story.body<WishesBody>().requests.rows, IsEmpty());
  EXPECT_EQ(story.body<WishesBody>().request_actions.at(0).label, "1 letter about an end");
  story.does(Tick{{Control::requests_ended, ""}, 0, true});
  EXPECT_EQ(story.body<WishesBody>().requests.rows.at(0).cells.at(3), "No");
}

}  // namespace
}  // namespace pairbook::app
