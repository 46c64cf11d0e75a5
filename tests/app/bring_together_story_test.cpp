// A book that was changed on two devices becomes one again, by a file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";

base::Bytes saved(Story& story) {
  story.does(SaveToFile{});
  base::Bytes file;
  for (const base::Bytes& part : story.download()->chunks) {
    file.insert(file.end(), part.begin(), part.end());
  }
  return file;
}

/// A programme with Ada and Bo, on one device and, from a file, on another.
class BringTogether : public testing::Test {
 protected:
  BringTogether() {
    here.start().makes_a_book("Harbour Mentoring", passphrase);
    here.imports("Name,Role\nAda,mentor\nBo,mentee\n");
    opens_as_new(there, saved(here));
  }
  static void opens_as_new(Story& story, const base::Bytes& file) {
    story.start().picks_file(PickPurpose::open_book, "harbour.pairbook", file);
    story.unlocks(passphrase);
  }
  /// Closes the tab and opens the file in a new one.
  void brings(Story& story, const base::Bytes& file) {
    story.start().picks_file(PickPurpose::open_book, "harbour.pairbook", file);
    ASSERT_EQ(story.body<ProblemBody>().title, "This book is on this device already");
    story.does(story.body<ProblemBody>().actions.front().intent).unlocks(passphrase);
  }
  static std::vector<std::string> names(Story& story) {
    return story.does(Go{"#/people"}).names();
  }

  Device first, second;
  Story here{first}, there{second, 2};
};

TEST_F(BringTogether, KeepsWhatWasDoneOnEitherDevice) {
  here.imports("Name,Role\nCy,mentor\n");
  there.imports("Name,Role\nDi,mentee\nEd,mentee\n");

  Story again(first, 3);
  brings(again, saved(there));
  EXPECT_THAT(again.last_toast(), HasSubstr("New from the file: 1."));
  EXPECT_THAT(names(again), UnorderedElementsAre("Ada", "Bo", "Cy", "Di", "Ed"));
  EXPECT_EQ(again.screen().chrome->save_state, "Saved on this device");

  // It is stored, and goes the other way too.
  Story later(first, 4);
  later.start().unlocks(passphrase);
  EXPECT_THAT(names(later), UnorderedElementsAre("Ada", "Bo", "Cy", "Di", "Ed"));
  Story back(second, 5);
  brings(back, saved(later));
  EXPECT_THAT(names(back), UnorderedElementsAre("Ada", "Bo", "Cy", "Di", "Ed"));
  // What came can be taken back like what was done here.
  back.does(Undo{});
  EXPECT_THAT(names(back), UnorderedElementsAre("Ada", "Bo", "Cy"));
}

TEST_F(BringTogether, SaysWhenThereIsNothingNew) {
  Story again(first, 3);
  brings(again, saved(there));
  EXPECT_EQ(again.last_toast(), "There was nothing new in the file.");
  EXPECT_THAT(names(again), UnorderedElementsAre("Ada", "Bo"));
}

TEST_F(BringTogether, TakesNothingFromAFileWithAnotherPassphrase) {
  there.imports("Name,Role\nDi,mentee\n");
  const std::string another = "velvet anchor mosaic pepper";
  there.does(ChangePassphrase{}).types(Control::current_passphrase, passphrase);
  there.types(Control::passphrase, another).does(NextStep{});
  there.types(Control::passphrase_again, another).does(NextStep{});

  Story again(first, 3);
  brings(again, saved(there));
  EXPECT_THAT(again.last_toast(), HasSubstr("another passphrase"));
  EXPECT_THAT(names(again), UnorderedElementsAre("Ada", "Bo"));
}

TEST_F(BringTogether, StillLetsOneOfTheTwoBeKept) {
  here.imports("Name,Role\nCy,mentor\n");
  there.imports("Name,Role\nDi,mentee\n");
  const base::Bytes file = saved(there);
  Story mine(first, 3);
  mine.start().picks_file(PickPurpose::open_book, "harbour.pairbook", file);
  mine.does(ChooseCopy{Keeping::this_device}).unlocks(passphrase);
  EXPECT_THAT(names(mine), UnorderedElementsAre("Ada", "Bo", "Cy"));
  Story theirs(first, 4);
  theirs.start().picks_file(PickPurpose::open_book, "harbour.pairbook", file);
  theirs.does(ChooseCopy{Keeping::the_file}).unlocks(passphrase);
  EXPECT_THAT(names(theirs), UnorderedElementsAre("Ada", "Bo", "Di"));
}

}  // namespace
}  // namespace pairbook
