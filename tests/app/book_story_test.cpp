#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* another = "lantern mosaic thimble orchard";

const app::SettingsBody::Section* section(const SettingsBody& body, const std::string& title) {
  for (const auto& part : body.sections) {
    if (part.title == title) return &part;
  }
  return nullptr;
}

TEST(BookStory, BeginsWithWhatThisIsAndThreeWaysIn) {
  Device device;
  Story story(device);

  story.start();

  const WelcomeBody body = story.body<WelcomeBody>();
  EXPECT_THAT(body.text, HasSubstr("mentoring programme"));
  EXPECT_EQ(body.start.label, "Start a programme");
  EXPECT_TRUE(body.known.empty());
}

TEST(BookStory, MakesABookThatIsSavedSealed) {
  Device device;
  Story story(device);

  story.start().makes_a_book("Harbour Mentoring", passphrase);

  ASSERT_TRUE(story.shows<HomeBody>());
  EXPECT_EQ(story.screen().chrome->programme, "Harbour Mentoring");
  EXPECT_EQ(story.screen().chrome->save_state, "Saved on this device");
  ASSERT_EQ(device.books.size(), 1u);
  for (const auto& [key, bytes] : device.books.begin()->second) {
    EXPECT_THAT(base::text_of(bytes), testing::Not(HasSubstr("Harbour")));
  }
}

TEST(BookStory, RefusesAWeakPassphraseAndSaysWhy) {
  Device device;
  Story story(device);

  story.start().does(StartNewBook{}).types(Control::programme_name, "Reading").does(NextStep{});
  story.types(Control::passphrase, "reading1").does(NextStep{});

  const NewBookBody body = story.body<NewBookBody>();
  ASSERT_TRUE(body.strength);
  EXPECT_LT(body.strength->level, 2);
  ASSERT_FALSE(body.notices.empty());
  EXPECT_THAT(body.notices.front().text, HasSubstr("guessed"));
}

TEST(BookStory, OpensAgainAfterTheTabWasClosed) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase).does(AddSomebody{});
  Story later(device, 2);

  later.start().unlocks(passphrase).does(Go{"#/people"});

  EXPECT_THAT(later.names(), ElementsAre("New person"));
}

TEST(BookStory, StaysClosedToAWrongPassphraseAndSaysWhatToDo) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);

  later.start().unlocks("not this one at all");

  ASSERT_TRUE(later.shows<UnlockBody>());
  EXPECT_THAT(later.body<UnlockBody>().secret.error, HasSubstr("Caps Lock"));
}

TEST(BookStory, OpensWithTheRecoverySheet) {
  Device device;
  Story first(device);
  first.start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);

  later.start().does(UseRecovery{}).types(Control::recovery_code, first.recovery_code());
  later.does(Unlock{});

  EXPECT_TRUE(later.screen().chrome);
}

TEST(BookStory, SetsANewPassphraseWhenTheSheetOpenedTheBookWithoutAskingForTheLostOne) {
  Device device;
  Story first(device);
  first.start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  later.start().does(UseRecovery{}).types(Control::recovery_code, first.recovery_code());
  later.does(Unlock{});
  ASSERT_TRUE(later.shows<NewBookBody>());

  const std::string changed = "nine boats on quiet water tonight";
  later.types(Control::passphrase, changed).does(NextStep{});
  later.types(Control::passphrase_again, changed).does(NextStep{});

  EXPECT_TRUE(later.shows<HomeBody>());
  Story next_day(device, 3);
  EXPECT_TRUE(next_day.start().unlocks(changed).shows<HomeBody>());
}

TEST(BookStory, FindsASlipOfThePenOnTheRecoverySheet) {
  Device device;
  Story first(device);
  first.start().makes_a_book("Harbour Mentoring", passphrase);
  std::string wrong = first.recovery_code();
  wrong[0] = wrong[0] == '7' ? '8' : '7';
  Story later(device, 2);

  later.start().does(UseRecovery{}).types(Control::recovery_code, wrong).does(Unlock{});

  EXPECT_THAT(later.body<UnlockBody>().secret.error, HasSubstr("signs is not right"));
}

TEST(BookStory, ChangesThePassphrase) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);

  story.does(ChangePassphrase{}).types(Control::current_passphrase, passphrase);
  story.types(Control::passphrase, another).does(NextStep{});
  story.types(Control::passphrase_again, another).does(NextStep{});

  EXPECT_TRUE(story.shows<SettingsBody>());
  Story old(device, 2);
  EXPECT_TRUE(old.start().unlocks(passphrase).shows<UnlockBody>());
  Story now(device, 3);
  EXPECT_TRUE(now.start().unlocks(another).shows<HomeBody>());
}

TEST(BookStory, DoesNotChangeThePassphraseForSomebodyWhoDoesNotKnowIt) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);

  story.does(ChangePassphrase{}).types(Control::current_passphrase, "somebody else");
  story.types(Control::passphrase, another).does(NextStep{});
  story.types(Control::passphrase_again, another).does(NextStep{});

  ASSERT_FALSE(story.body<NewBookBody>().notices.empty());
  EXPECT_THAT(story.body<NewBookBody>().notices.front().text, HasSubstr("not the passphrase"));
}

TEST(BookStory, LocksByItselfWhenNobodyIsThere) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);

  story.waits_minutes(14);
  EXPECT_TRUE(story.shows<HomeBody>());
  story.waits_minutes(2);

  EXPECT_TRUE(story.shows<UnlockBody>());
}

TEST(BookStory, LocksAtOnceAndComesBackToTheSameScreen) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase).does(Go{"#/settings"});

  story.does(LockNow{});
  EXPECT_TRUE(story.shows<UnlockBody>());
  story.unlocks(passphrase);

  EXPECT_TRUE(story.shows<SettingsBody>());
}

TEST(BookStory, GoesToAnotherDeviceInAFile) {
  Device office, home;
  Story first(office);
  first.start().makes_a_book("Harbour Mentoring", passphrase).does(AddSomebody{});
  first.does(SaveToFile{});
  ASSERT_NE(first.download(), nullptr);
  Story second(home, 2);

  second.start().picks_file(PickPurpose::open_book, "harbour.pairbook",
                            first.download()->chunks.front());
  second.unlocks(passphrase).does(Go{"#/people"});

  EXPECT_THAT(second.names(), ElementsAre("New person"));
  EXPECT_EQ(home.books.size(), 1u);
  second.does(AddSomebody{});
  EXPECT_EQ(second.screen().chrome->save_state, "Saved on this device");
}

TEST(BookStory, TellsWhenTheBookWasLastSavedToAFile) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);
  const auto told = [&] {
    story.does(Go{"#/settings"});
    return section(story.body<SettingsBody>(), "Copies and storage")->text;
  };
  EXPECT_THAT(told(), HasSubstr("not been saved to a file"));
  story.does(SaveToFile{});
  EXPECT_THAT(told(), HasSubstr("22 November 2026, and has not changed since"));
  story.waits_minutes(1).does(AddSomebody{});
  EXPECT_THAT(told(), HasSubstr("22 November 2026, and has changed since"));
  Story tomorrow(device, 2);
  tomorrow.start().unlocks(passphrase).does(Go{"#/settings"});
  EXPECT_THAT(section(tomorrow.body<SettingsBody>(), "Copies and storage")->text,
              HasSubstr("22 November 2026, and has changed since"));
}

TEST(BookStory, RemindsOfAnOldCopyOnceTheBookHasChanged) {
  constexpr int two_weeks = 14 * 24 * 60;
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase).does(SaveToFile{});
  const auto reminded = [&] {
    if (story.shows<UnlockBody>()) story.unlocks(passphrase);
    story.does(Go{"#/"});
    const HomeBody home = story.body<HomeBody>();
    return !home.notices.empty() &&
           home.notices.front().text.find("last saved to a file") != std::string::npos;
  };
  story.waits_minutes(two_weeks);
  EXPECT_FALSE(reminded());
  story.does(AddSomebody{});
  EXPECT_TRUE(reminded());
  story.does(SaveToFile{});
  EXPECT_FALSE(reminded());
}

TEST(BookStory, SaysWhatIsWrongWithAForeignFile) {
  Device device;
  Story story(device);

  story.start().picks_file(PickPurpose::open_book, "holiday.jpg", base::Bytes(100));

  ASSERT_TRUE(story.shows<ProblemBody>());
  EXPECT_EQ(story.body<ProblemBody>().title, "This is not a Pairbook book");
}

TEST(BookStory, SaysWhatIsWrongWithAFileThatWasCutShort) {
  Device device, other;
  Story first(device);
  first.start().makes_a_book("Harbour Mentoring", passphrase).does(SaveToFile{});
  base::Bytes cut = first.download()->chunks.front();
  cut.resize(cut.size() / 2);
  Story second(other, 2);

  second.start().picks_file(PickPurpose::open_book, "harbour.pairbook", cut);

  EXPECT_EQ(second.body<ProblemBody>().title, "This file is damaged");
}

TEST(BookStory, RemembersAPressOnUnlockUntilTheBookIsRead) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  later.hold_load = true;
  later.start().unlocks(passphrase);
  ASSERT_TRUE(later.body<UnlockBody>().working);

  later.brings_the_book();

  EXPECT_TRUE(later.shows<HomeBody>());
}

TEST(BookStory, ForgetsAPressOnUnlockThatWasCancelled) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  later.hold_load = true;
  later.start().unlocks(passphrase).does(CancelWork{}).brings_the_book();
  EXPECT_TRUE(later.shows<UnlockBody>());
  EXPECT_FALSE(later.body<UnlockBody>().working);
}

TEST(BookStory, ForgetsAPressOnUnlockWhenSomebodyTurnsToTheSheet) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  later.hold_load = true;
  later.start().unlocks(passphrase).does(UseRecovery{}).brings_the_book();
  const auto body = later.body<UnlockBody>();
  EXPECT_FALSE(body.working);
  EXPECT_EQ(body.secret.error, "");
}

TEST(BookStory, RemovesABookOnlyAfterAsking) {
  Device device;
  Story(device).start().makes_a_book("Harbour Mentoring", passphrase);
  Story later(device, 2);
  later.start().does(Go{"#/welcome"}).does(ForgetBook{device.books.begin()->first});
  ASSERT_TRUE(later.screen().dialog);
  EXPECT_EQ(device.books.size(), 1u);

  later.does(Confirm{});

  EXPECT_TRUE(device.books.empty());
  EXPECT_TRUE(later.body<WelcomeBody>().known.empty());
}

TEST(BookStory, RenamesTheProgramme) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase).does(Go{"#/settings"});

  story.types(Control::settings_name, "Haven Mentoring").leaves(Control::settings_name);

  EXPECT_EQ(story.screen().chrome->programme, "Haven Mentoring");
  EXPECT_NE(section(story.body<SettingsBody>(), "Passphrase and recovery"), nullptr);
}

TEST(BookStory, AWindowIsNamedAfterItsScreenAndTheProgrammeOnce) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);

  EXPECT_EQ(story.does(Go{"#/"}).screen().title, "Harbour - Pairbook");
  EXPECT_EQ(story.does(Go{"#/people"}).screen().title, "People - Harbour - Pairbook");
}

}  // namespace
}  // namespace pairbook
