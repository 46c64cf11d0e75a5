// What the browser's storage may do to a book, and what people are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";

TEST(StorageStory, KeepsEverythingWhenTheDeviceIsFullAndSavesItLater) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);

  device.full = true;
  story.does(AddSomebody{}).does(AddSomebody{});
  ASSERT_TRUE(story.screen().chrome->banner);
  EXPECT_THAT(story.screen().chrome->banner->text, HasSubstr("no room left"));
  device.full = false;
  story.does(RetrySave{});

  EXPECT_EQ(story.screen().chrome->save_state, "Saved on this device");
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_EQ(later.names().size(), 2u);
}

TEST(StorageStory, SaysWhenTheBrowserCannotGiveTheBookBackAndTriesAgain) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  device.unreadable = true;
  Story later(device, 2);
  later.start();
  ASSERT_EQ(later.body<ProblemBody>().title, "The browser could not give this book back");
  device.unreadable = false;
  later.does(later.body<ProblemBody>().actions.front().intent).unlocks(passphrase);
  EXPECT_TRUE(later.shows<HomeBody>());
}

TEST(StorageStory, OnlyLooksWhileAnotherTabWrites) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  device.other_tab = true;
  Story second(device, 2);

  second.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_THAT(second.screen().chrome->banner->text, HasSubstr("another tab"));
  EXPECT_FALSE(second.body<PeopleBody>().actions.front().why_not.empty());
  second.does(UseHere{});

  EXPECT_FALSE(second.screen().chrome->banner);
  second.does(AddSomebody{});
  EXPECT_EQ(second.screen().chrome->save_state, "Saved on this device");
}

TEST(StorageStory, SaysWhenTheBrowserHasClearedTheBook) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  const auto rows = device.books;
  later.start();
  device.books.clear();

  later.does(OpenBook{rows.begin()->first});

  EXPECT_EQ(later.body<ProblemBody>().title, "The browser has cleared this book");
}

TEST(StorageStory, SaysOnceThatABookWasClearedBeforeTheTabWasOpened) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  device.books.clear();
  Story later(device, 2);
  later.start();
  EXPECT_EQ(later.body<ProblemBody>().title, "The browser has cleared this book");
  Story again(device, 3);
  again.start();
  EXPECT_TRUE(again.shows<WelcomeBody>());
}

}  // namespace
}  // namespace pairbook
