// What pairs say, from a spreadsheet: looked at first, one change, nobody guessed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "story.hpp"

namespace pairbook::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing_support::Device;
using testing_support::Story;

constexpr const char* passphrase = "seven quiet herons at the weir";
/// Ada and Jon of Leeds, the other Jon and Grace of York; a pair each.
constexpr const char* people =
    "Name,Email,Role,Town\n"
    "Ada Lovelace,ada@example.org,mentor,Leeds\n"
    "Grace Hopper,grace@example.org,mentor,York\n"
    "Jon Smith,jon@example.org,mentee,Leeds\n"
    "Jon Smith,jon.smith@example.org,mentee,York\n";

Story& at_pairs(Story& story, const std::string& who = people) {
  story.start().makes_a_book("Harbour", passphrase).imports(who).does(Go{"#/match"});
  story.does(ApproveAll{}).does(Go{"#/pairs"});
  return story;
}

Story& pastes(Story& story, const std::string& rows) {
  story.does(BringInChecks{});
  story.types(Control::sheet_paste, rows).does(BringInChecks{Bringing::read});
  return story;
}

PagePart preview(Story& story) {
  return story.body<PairsBody>().bringing.value_or(PagePart{});
}

template <class Kind>
std::vector<Kind> pieces(const PagePart& part) {
  std::vector<Kind> found;
  for (const Piece& piece : part.pieces) {
    if (const auto* one = std::get_if<Kind>(&piece)) found.push_back(*one);
  }
  return found;
}

std::vector<std::string> told(Story& story) {
  std::vector<std::string> out;
  for (const Words& words : pieces<Words>(preview(story))) out.push_back(words.text);
  return out;
}

std::vector<int> columns(Story& story) {
  std::vector<int> means;
  for (const Choice& choice : pieces<Choice>(preview(story))) {
    if (choice.id.control == Control::sheet_column) means.push_back(choice.selected);
  }
  return means;
}

/// Of the pair of this mentor: the mentee's answer, then the mentor's.
std::vector<PairsBody::Going> going(Story& story, const std::string& mentor) {
  for (const Row& row : story.body<PairsBody>().table.rows) {
    if (row.cells.at(1) != mentor) continue;
    if (!row.selected) story.does(*row.open);
    return story.body<PairsBody>().details.value_or(PairsBody::Details{}).going;
  }
  return {};
}
int fit(Story& story, const std::string& mentor, std::size_t side) {
  return going(story, mentor).at(side).fit.selected;
}
int satisfaction(Story& story, const std::string& mentor, std::size_t side) {
  const auto said = going(story, mentor).at(side);
  return said.more.empty() ? 0 : std::get<Choice>(said.more.at(0)).selected;
}

std::string run_label(Story& story) {
  return preview(story).actions.at(0).label;
}

constexpr const char* rows =
    "When\tYour name\tYour partner\tDoes it fit?\tSatisfaction\tRemarks\n"
    "9:00\tAda Lovelace\t\tGood fit\t4\tthey talk weekly\n"
    "9:05\tgrace@example.org\t\tnot sure\t2 of 5\t\n"
    "9:07\tJon Smith\tAda Lovelace\t1\t\t\n";

TEST(ChecksImportStory, IsLookedAtFirstAndIsOneChangeAndOneUndo) {
  Device device;
  Story story(device);
  pastes(at_pairs(story), rows);

  EXPECT_THAT(columns(story), ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_EQ(run_label(story), "Bring in 3 answers");
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 0) << "nothing is kept yet";

  story.does(BringInChecks{Bringing::run});

  EXPECT_EQ(story.last_toast(), "3 answers brought in.");
  EXPECT_FALSE(story.body<PairsBody>().bringing);
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 1);
  EXPECT_EQ(fit(story, "Ada Lovelace", 0), 1) << "Jon Smith, by whom he is with";
  EXPECT_EQ(fit(story, "Grace Hopper", 1), 2);
  EXPECT_EQ(fit(story, "Grace Hopper", 0), 0) << "not the other of that name";
  EXPECT_EQ(satisfaction(story, "Ada Lovelace", 1), 4);
  EXPECT_EQ(satisfaction(story, "Grace Hopper", 1), 2);
  EXPECT_EQ(std::get<TextField>(going(story, "Ada Lovelace").at(1).more.at(1)).value,
            "they talk weekly");
  story.does(Undo{});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 0);
  EXPECT_EQ(fit(story, "Ada Lovelace", 0), 0);
  EXPECT_EQ(fit(story, "Grace Hopper", 1), 0);
}

TEST(ChecksImportStory, TheSameRowsAgainChangeNothing) {
  Device device;
  Story story(device);
  pastes(at_pairs(story), rows).does(BringInChecks{Bringing::run});
  story.waits_minutes(2 * 24 * 60).start().unlocks(passphrase).does(Go{"#/pairs"});

  pastes(story, rows);

  EXPECT_EQ(run_label(story), "Bring in 0 answers");
  EXPECT_THAT(preview(story).actions.at(0).why_not, HasSubstr("not here already"));
  EXPECT_THAT(told(story), Contains("3 answers are here already."));
  story.does(BringInChecks{Bringing::run});
  story.does(BringInChecks{Bringing::cancel});
  EXPECT_EQ(going(story, "Ada Lovelace").at(1).answered, "Answered on 2026-11-22.");
}

TEST(ChecksImportStory, OtherAnswersAreShownBeforeTheyTakeTheirPlace) {
  Device device;
  Story story(device);
  pastes(at_pairs(story), rows).does(BringInChecks{Bringing::run});

  pastes(story, "Name\tFit\nAda Lovelace\tnot a fit\ngrace@example.org\t2\n");

  EXPECT_EQ(run_label(story), "Bring in 1 answer");
  EXPECT_THAT(
      told(story),
      ElementsAre("1 answer takes the place of what is here now:",
                  "Ada Lovelace about Jon Smith: Not a fit, 4 of 5, “they talk weekly”. "
                  "Until now: Good fit, 4 of 5, “they talk weekly”.",
                  "1 answer is here already."));
  story.does(BringInChecks{Bringing::cancel});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 1) << "nothing is lost by looking";

  pastes(story, "Name\tFit\nAda Lovelace\tnot a fit\n").does(BringInChecks{Bringing::run});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 3);
  EXPECT_EQ(satisfaction(story, "Ada Lovelace", 1), 4) << "what the rows do not say stays";
  story.does(Undo{});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 1);
}

TEST(ChecksImportStory, NamesOfNobodyOrOfTwoAreListedAndNotGuessed) {
  Device device;
  Story story(device);
  pastes(at_pairs(story),
         "Name\tFit\n"
         "Ada Lovelace\tgood\nJon Smith\tgood\nG. Hopper\tgood\nZoë Zander\tgood\n");

  EXPECT_EQ(run_label(story), "Bring in 1 answer");
  EXPECT_THAT(told(story), ElementsAre("No pair with these people is here, so their rows stay "
                                       "out: “Zoë Zander”"));
  std::vector<Choice> asked;
  for (const Choice& choice : pieces<Choice>(preview(story))) {
    if (choice.id.control == Control::sheet_row) asked.push_back(choice);
  }
  ASSERT_THAT(asked, SizeIs(2));
  EXPECT_EQ(asked.at(0).label, "Who is “Jon Smith”, and in which pair?");
  EXPECT_THAT(asked.at(0).options,
              testing::UnorderedElementsAre(
                  "Leave this row out", HasSubstr("Jon Smith, jon@example.org, with "),
                  HasSubstr("Jon Smith, jon.smith@example.org, with ")));
  EXPECT_EQ(asked.at(0).selected, 0);
  EXPECT_EQ(asked.at(1).options.at(1), "Grace Hopper, with Jon Smith");
  EXPECT_EQ(asked.at(1).selected, 0) << "a name like another is not it";

  story.does(Choose{asked.at(1).id, 1});
  EXPECT_EQ(run_label(story), "Bring in 2 answers");
  story.does(BringInChecks{Bringing::run});
  EXPECT_EQ(fit(story, "Grace Hopper", 1), 1);
  EXPECT_EQ(fit(story, "Grace Hopper", 0), 0);
}

TEST(ChecksImportStory, ANameOfTwoIsAskedEvenWhenOnlyOneHasAPair) {
  Device device;
  Story story(device);
  at_pairs(story,
           "Name,Email,Role\nAda Lovelace,ada@example.org,mentor\n"
           "Ada Lovelace,ada.l@example.org,mentor\nCai Evans,cai@example.org,mentee\n");

  pastes(story, "Name\tFit\nAda Lovelace\tgood\n");

  EXPECT_EQ(run_label(story), "Bring in 0 answers");
}

TEST(ChecksImportStory, AWrongPartnerIsNoPair) {
  Device device;
  Story story(device);
  pastes(at_pairs(story),
         "Name\tPartner\tFit\nJon Smith\tNobody\tgood\n"
         "Ada Lovelace\tGrace Hopper\tgood\n");
  story.does(Choose{{Control::sheet_column, "0"}, 1})
      .does(Choose{{Control::sheet_column, "1"}, 2});

  EXPECT_EQ(run_label(story), "Bring in 0 answers");
  EXPECT_THAT(told(story), Contains(HasSubstr("“Jon Smith”, “Ada Lovelace”")));
}

TEST(ChecksImportStory, WordsAndNumbersOfBothScalesAreRead) {
  const std::vector<std::pair<std::string, int>> fits = {
      {"1", 1},     {" Good Fit ", 1}, {"yes", 1},       {"2", 2}, {"STILL DECIDING", 2},
      {"maybe", 2}, {"3", 3},          {"not a fit", 3}, {"No", 3}};
  const std::vector<std::pair<std::string, int>> grades = {
      {"1", 1}, {"2/5", 2}, {"3 of 5", 3}, {"Satisfied", 4}, {"very satisfied", 5}, {"", 0}};
  Device device;
  Story story(device);
  at_pairs(story);
  for (std::size_t i = 0; i < fits.size(); ++i) {
    const auto& [text, value] = fits[i];
    const auto& [grade, number] = grades[i % grades.size()];
    pastes(story,
           "Name\tDoes it fit\tSatisfaction\nAda Lovelace\t" + text + "\t" + grade + "\n");
    story.does(Choose{{Control::sheet_column, "2"}, 4}).does(BringInChecks{Bringing::run});
    EXPECT_EQ(fit(story, "Ada Lovelace", 1), value) << text;
    EXPECT_EQ(satisfaction(story, "Ada Lovelace", 1), number) << grade;
    story.does(Undo{});
  }
}

TEST(ChecksImportStory, WhatIsNotUnderstoodStaysOutAndIsTold) {
  Device device;
  Story story(device);
  pastes(at_pairs(story),
         "Name\tFit\tSatisfaction\n"
         "Ada Lovelace\tbanana\t4\nGrace Hopper\tgood\t7\nx\tgood\t5\ny\tgood\t5\n");

  EXPECT_EQ(run_label(story), "Bring in 0 answers");
  EXPECT_THAT(told(story), Contains("These answers are not understood, so their rows stay out: "
                                    "“7”, “banana”"));
}

TEST(ChecksImportStory, OfRowsOfOnePersonTheLastCounts) {
  Device device;
  Story story(device);
  pastes(at_pairs(story),
         "Name\tFit\nAda Lovelace\tgood\nAda Lovelace\tgood\nada@example.org\tnot a fit\n");

  EXPECT_EQ(run_label(story), "Bring in 1 answer");
  EXPECT_THAT(told(story),
              Contains("2 rows have a later row of the same person, which counts."));
  story.does(BringInChecks{Bringing::run});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 3);
}

base::Bytes bytes_of(const std::string& text) {
  const auto view = base::bytes_of(text);
  return {view.begin(), view.end()};
}

TEST(ChecksImportStory, AFileIsReadLikeWhatIsPasted) {
  Device device;
  Story story(device);
  at_pairs(story).does(BringInChecks{}).does(BringInChecks{Bringing::choose_file});
  story.picks_file(PickPurpose::import_checks, "answers.csv",
                   bytes_of("Name,Fit\r\nAda Lovelace,good\r\n"));
  EXPECT_EQ(run_label(story), "Bring in 1 answer");
  story.does(BringInChecks{Bringing::run});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 1);
}

/// What is said about a file that is no spreadsheet; what was typed before stays.
std::string trouble_with(const std::string& file) {
  Device device;
  Story story(device);
  at_pairs(story).does(BringInChecks{});
  story.types(Control::sheet_paste, "typed").does(BringInChecks{Bringing::choose_file});
  story.picks_file(PickPurpose::import_checks, "answers.csv", bytes_of(file));
  const PagePart part = preview(story);
  const auto typed = pieces<TextField>(part);
  EXPECT_THAT(typed, SizeIs(1)) << "there is still where to paste";
  if (!typed.empty()) {
    EXPECT_EQ(typed.at(0).value, "typed");
  }
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 0);
  return part.trouble;
}

TEST(ChecksImportStory, AFileThatIsEmptyOrNoTableOrTooLargeGetsASentence) {
  EXPECT_THAT(trouble_with(""), HasSubstr("answers.csv"));
  EXPECT_THAT(trouble_with("Name,Fit\n"), HasSubstr("answers.csv")) << "only headings";
  EXPECT_THAT(trouble_with(std::string("\x00\x01\x02\x00\xff\x00", 6)),
              HasSubstr("answers.csv"));
  EXPECT_THAT(trouble_with("%PDF-1.7 answers"), HasSubstr("PDF"));
  std::string large = "Name,Fit\n";
  for (int i = 0; i <= 5'000; ++i) large += "Ada Lovelace,good\n";
  EXPECT_EQ(trouble_with(large), "Please bring in at most 5,000 rows at a time.");
}

TEST(ChecksImportStory, ACutRowAndAWrongEncodingAreToldAndTheRestIsRead) {
  Device device;
  Story story(device);
  at_pairs(story).does(BringInChecks{}).does(BringInChecks{Bringing::choose_file});
  story.picks_file(PickPurpose::import_checks, "answers.csv",
                   bytes_of("Name,Fit,Remarks\nAda Lovelace,good,caf\xe9\nGrace Hopper\n"));

  EXPECT_EQ(run_label(story), "Bring in 1 answer");
  EXPECT_THAT(told(story), Contains("1 row without an answer stays out."));
  EXPECT_THAT(told(story), Contains(HasSubstr("accent")));
  story.does(BringInChecks{Bringing::run});
  EXPECT_EQ(fit(story, "Ada Lovelace", 1), 1);
  EXPECT_EQ(fit(story, "Grace Hopper", 1), 0);
}

TEST(ChecksImportStory, NumbersThatMayBeEitherScaleAreLeftToThePerson) {
  Device device;
  Story story(device);
  pastes(at_pairs(story), "Name\tAnswer\nAda Lovelace\t1\nGrace Hopper\t3\n");
  EXPECT_THAT(columns(story), ElementsAre(1, 0));
  EXPECT_EQ(run_label(story), "Bring in 0 answers");
  story.does(Choose{{Control::sheet_column, "1"}, 3});
  EXPECT_EQ(run_label(story), "Bring in 2 answers");
  story.does(Choose{{Control::sheet_column, "0"}, 3});
  EXPECT_THAT(columns(story), ElementsAre(3, 0)) << "only one column says it";
}

TEST(ChecksImportStory, WithHiddenNamesNothingIsBroughtIn) {
  Device device;
  Story story(device);
  pastes(at_pairs(story), rows);
  story.does(HideNames{});
  story.does(Go{"#/pairs"});
  EXPECT_FALSE(story.body<PairsBody>().bringing);
  story.does(BringInChecks{});
  EXPECT_FALSE(story.body<PairsBody>().bringing);
  const auto actions = story.body<PairsBody>().actions;
  EXPECT_THAT(actions.at(1).why_not, Not(IsEmpty()));
}

}  // namespace
}  // namespace pairbook::app
