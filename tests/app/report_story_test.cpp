// Somebody checks the match report they were given, with nothing but the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "story.hpp"
#include "support/vectors.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";

base::Bytes report() {
  const std::string text = test::vector_file("match-report/mentee.json");
  const auto bytes = base::bytes_of(text);
  return {bytes.begin(), bytes.end()};
}

std::vector<std::string> dialog_lines(const Story& story) {
  std::vector<std::string> out;
  const auto dialog = story.screen().dialog;
  if (!dialog) return out;
  for (const Piece& piece : dialog->pieces) out.push_back(std::get<Words>(piece).text);
  return out;
}

TEST(ReportStory, HoldsAndTellsTheMentorBeforeThereIsAnyBook) {
  Device device;
  Story story(device);
  story.start().does(CheckReport{});

  story.picks_file(PickPurpose::check_report, "mentee Chidi.json", report());

  EXPECT_EQ(story.screen().dialog->title, "Match report");
  const auto lines = dialog_lines(story);
  ASSERT_GT(lines.size(), 3U);
  EXPECT_THAT(lines.front(), HasSubstr("This report holds"));
  EXPECT_THAT(lines.back(), HasSubstr("must be the same for everybody"));
  story.does(Close{});
  EXPECT_FALSE(story.screen().dialog);
}

TEST(ReportStory, IsFoundOutWhenSomebodyChangedAPoint) {
  Device device;
  Story story(device);
  story.start();
  std::string text = base::text_of(report());
  const std::size_t at = text.find("\"points\": ", text.find("\"mentee\": {")) + 10;
  ASSERT_LT(at, text.size());
  text[at] = text[at] == '9' ? '8' : '9';
  const auto bytes = base::bytes_of(text);

  story.picks_file(PickPurpose::check_report, "mine.json", {bytes.begin(), bytes.end()});

  ASSERT_EQ(dialog_lines(story).size(), 1U);
  EXPECT_THAT(dialog_lines(story).front(), HasSubstr("does not hold"));
}

TEST(ReportStory, SaysWhatToDoAboutAFileThatIsNone) {
  Device device;
  Story story(device);
  story.start();
  base::Bytes cut = report();
  cut.resize(cut.size() / 2);

  story.picks_file(PickPurpose::check_report, "mine.json", cut);

  ASSERT_EQ(dialog_lines(story).size(), 1U);
  EXPECT_EQ(
      dialog_lines(story).front(),
      "mine.json is not a match report, or a part of it is missing. Ask whoever gave it to "
      "you for the file again.");
}

TEST(ReportStory, IsKnownWhenItIsDroppedOnAnOpenBookAndBringsNobodyIn) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);

  story.send(FilePicked{PickPurpose::import_people, "mine.json", report(), true});

  EXPECT_THAT(dialog_lines(story).front(), HasSubstr("This report holds"));
  EXPECT_TRUE(story.shows<HomeBody>());
}

TEST(Shortcuts, LeadToOnePlaceEach) {
  Device device;
  Story story(device);
  story.start().does(LookAround{}).does(ShowShortcuts{});
  std::set<std::string> keys;
  for (const std::string& line : dialog_lines(story)) {
    EXPECT_TRUE(keys.insert(line.substr(0, line.find(':'))).second) << line;
  }
  EXPECT_GT(keys.size(), 10U);
}

}  // namespace
}  // namespace pairbook
