// The devices of one person agree through a relay while their books are open.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "story.hpp"
#include "sync/a_relay.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* in_step = "Saved here and at the relay";

/// The tabs that are open, and the relay between them.
class Network {
 public:
  void has(Story& story) { stories_.push_back(&story); }
  void closes_tab(Story& story) {
    std::erase(stories_, &story);
    std::erase_if(lines_, [&](const auto& line) {
      if (line.second.story == &story) relay.closed(line.first);
      return line.second.story == &story;
    });
  }
  void goes_down() {
    is_up = false;
    for (const auto& [caller, line] : std::exchange(lines_, {})) {
      relay.closed(caller);
      line.story->send(LineClosed{line.number});
    }
  }
  /// Until nobody says anything more.
  void settles() {
    for (bool went_on = true; went_on;) {
      went_on = false;
      for (Story* story : stories_) {
        for (const Effect& effect : story->take_line_effects()) {
          carry(*story, effect);
          went_on = true;
        }
      }
      while (relay.under_way() > 0) relay.serve(0, false, now);
      for (const sync::ARelay::Message& message : relay.take()) {
        tell(message);
        went_on = true;
      }
    }
  }

  bool is_up = true;
  sync::ARelay relay{7};
  std::vector<std::string> addresses;  // that were connected to

 private:
  struct Line {
    Story* story = nullptr;
    std::uint32_t number = 0;
  };

  void carry(Story& story, const Effect& effect) {
    if (const auto* open = std::get_if<OpenLine>(&effect)) {
      addresses.push_back(open->address);
      if (!is_up || open->address != "wss://relay.example/sync") {
        story.send(LineClosed{open->line});
        return;
      }
      lines_[++last_] = {&story, open->line};
      relay.opened(last_, now);
      story.send(LineOpened{open->line});
    } else if (const auto* send = std::get_if<SendOnLine>(&effect)) {
      for (const auto& [caller, line] : lines_) {
        if (line.story == &story && line.number == send->line) {
          relay.receive(caller, send->message, now);
          break;
        }
      }
    } else if (const auto* close = std::get_if<CloseLine>(&effect)) {
      std::erase_if(lines_, [&](const auto& line) {
        const bool is_it = line.second.story == &story && line.second.number == close->line;
        if (is_it) relay.closed(line.first);
        return is_it;
      });
    }
  }
  void tell(const sync::ARelay::Message& message) {
    const auto line = lines_.find(message.caller);
    if (line == lines_.end()) return;
    const Line to = line->second;
    if (message.is_end) {
      lines_.erase(line);
      relay.closed(message.caller);
      to.story->send(LineClosed{to.number});
      return;
    }
    to.story->send(LineHeard{to.number, message.bytes});
    relay.sent(message.caller, message.bytes.size());
  }

  base::Instant now{1'795'000'000'000};
  std::vector<Story*> stories_;
  std::map<relay::CallerId, Line> lines_;
  relay::CallerId last_ = 0;
};

base::Bytes saved(Story& story) {
  story.does(SaveToFile{});
  base::Bytes file;
  for (const base::Bytes& part : story.download()->chunks) {
    file.insert(file.end(), part.begin(), part.end());
  }
  return file;
}

std::string people(int count) {
  std::string text = "Name,Role\n";
  for (int i = 0; i < count; ++i) text += "Person " + std::to_string(i) + ",mentor\n";
  return text;
}

/// A programme with Ada and Bo on two devices in step.
class InStep : public testing::Test {
 protected:
  InStep() {
    net.has(here);
    net.has(there);
    here.start().makes_a_book("Harbour Mentoring", passphrase);
    here.imports("Name,Role\nAda,mentor\nBo,mentee\n");
    here.does(Go{"#/settings"}).types(Control::settings_relay, "wss://relay.example");
    here.does(KeepInStep{});
    net.settles();
    there.start().picks_file(PickPurpose::open_book, "harbour.pairbook", saved(here));
    there.unlocks(passphrase);
    net.settles();
  }
  static std::vector<std::string> names(Story& story) {
    return story.does(Go{"#/people"}).names();
  }
  static std::string save_state(const Story& story) {
    const Screen screen = story.screen();
    return screen.chrome ? screen.chrome->save_state : std::string();
  }
  static SettingsBody::Section devices(Story& story) {
    for (const auto& section : story.does(Go{"#/settings"}).body<SettingsBody>().sections) {
      if (section.title == "Your other devices") return section;
    }
    return {};
  }
  static std::string notice(Story& story) {
    const auto section = devices(story);
    return section.notices.empty() ? std::string() : section.notices.front().text;
  }

  Device first, second;
  Story here{first}, there{second, 2};
  Network net;
};

TEST_F(InStep, BringsWhatOneChangedToTheOtherByItself) {
  EXPECT_EQ(save_state(here), in_step);
  EXPECT_EQ(save_state(there), in_step);
  there.imports("Name,Role\nDi,mentee\n");
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Di"));
  here.does(Undo{});
  net.settles();
  EXPECT_THAT(names(there), UnorderedElementsAre("Ada", "Bo"));
  there.does(Redo{});
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Di"));
  EXPECT_EQ(save_state(here), in_step);
  EXPECT_EQ(notice(here), "Everything is saved here and at wss://relay.example.");
}

TEST_F(InStep, PutsTogetherWhatWasChangedApart) {
  net.goes_down();
  EXPECT_EQ(save_state(here), "Saved here, no connection");
  EXPECT_THAT(notice(here), HasSubstr("no connection to wss://relay.example"));
  here.imports("Name,Role\nCy,mentor\n");
  there.imports("Name,Role\nDi,mentee\n");
  there.imports("Name,Role\nEd,mentee\n");
  here.imports("Name,Role\nFay,mentor\n");
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Cy", "Fay"));

  net.is_up = true;
  here.does(TryRelayNow{});
  there.waits_minutes(1);
  net.settles();
  here.send(Woke{});
  there.send(Woke{});
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Cy", "Di", "Ed", "Fay"));
  EXPECT_EQ(names(here), names(there));
  EXPECT_EQ(here.does(Go{"#/history"}).body<HistoryBody>().table.total,
            there.does(Go{"#/history"}).body<HistoryBody>().table.total);
  EXPECT_EQ(save_state(there), in_step);

  // It is stored as it is shown.
  Story later(first, 4);
  later.start().unlocks(passphrase);
  EXPECT_EQ(names(later), names(there));
}

TEST_F(InStep, TakesInALargeChangeBesideTheOpenBook) {
  here.imports(people(2000));
  net.settles();
  there.send(Woke{});
  there.does(Go{"#/people"});
  EXPECT_EQ(there.body<PeopleBody>().table.total, 2002);
  EXPECT_EQ(save_state(there), in_step);
  here.does(Undo{});
  net.settles();
  there.send(Woke{});
  EXPECT_THAT(names(there), UnorderedElementsAre("Ada", "Bo"));
}

TEST_F(InStep, EndsTheConnectionWhenLockedAndComesBackByItself) {
  here.does(LockNow{});
  there.imports("Name,Role\nDi,mentee\n");
  net.settles();
  here.unlocks(passphrase);
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Di"));
  EXPECT_EQ(save_state(here), in_step);
}

TEST_F(InStep, FillsARelayThatLostEverything) {
  net.goes_down();
  net.relay.lose_everything();
  net.is_up = true;
  there.imports("Name,Role\nDi,mentee\n");
  here.waits_minutes(2);
  there.waits_minutes(2);
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Di"));
  EXPECT_EQ(save_state(here), in_step);
  EXPECT_EQ(save_state(there), in_step);
}

TEST_F(InStep, LosesNothingWhenADeviceIsFull) {
  second.full = true;
  here.imports("Name,Role\nCy,mentor\n");
  net.settles();
  EXPECT_EQ(save_state(there), "Not saved yet");
  here.imports("Name,Role\nDi,mentee\n");
  net.settles();
  second.full = false;
  there.does(RetrySave{});
  net.settles();
  EXPECT_THAT(names(there), UnorderedElementsAre("Ada", "Bo", "Cy", "Di"));
  EXPECT_EQ(save_state(there), in_step);
  Story later(second, 5);
  net.closes_tab(there);
  later.start().unlocks(passphrase);
  EXPECT_THAT(names(later), UnorderedElementsAre("Ada", "Bo", "Cy", "Di"));
}

TEST_F(InStep, GoesOnUnderAnotherNameAfterItsStorageWasPutBack) {
  const Device before = second;
  there.imports("Name,Role\nDi,mentee\n");
  net.settles();
  net.closes_tab(there);
  second = before;
  Story again(second, 9);
  net.has(again);
  again.start().unlocks(passphrase);
  again.imports("Name,Role\nEd,mentee\n");
  net.settles();
  again.send(Woke{});
  here.send(Woke{});
  EXPECT_THAT(names(again), UnorderedElementsAre("Ada", "Bo", "Di", "Ed"));
  EXPECT_EQ(names(here), names(again));
  EXPECT_EQ(save_state(again), in_step);
}

TEST_F(InStep, TellsHowManyDevicesHaveEverything) {
  here.imports("Name,Role\nCy,mentor\n");
  net.settles();
  there.imports("Name,Role\nDi,mentee\n");
  net.settles();
  const auto section = devices(here);
  ASSERT_FALSE(section.pieces.empty());
  const auto* words = std::get_if<Words>(&section.pieces.front());
  ASSERT_NE(words, nullptr);
  EXPECT_EQ(words->text,
            "2 devices have written here so far, this one included. "
            "All of the others have everything from here.");
}

TEST_F(InStep, StopsWhenAskedTo) {
  here.does(StopKeepingInStep{});
  EXPECT_EQ(save_state(here), "Saved on this device");
  there.imports("Name,Role\nDi,mentee\n");
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo"));
  here.does(LockNow{}).unlocks(passphrase);
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo"));
  // The address is still there to begin again.
  here.does(KeepInStep{});
  net.settles();
  EXPECT_EQ(save_state(here), "Saved on this device");
  here.does(Go{"#/settings"}).types(Control::settings_relay, "wss://relay.example");
  here.does(KeepInStep{});
  net.settles();
  EXPECT_THAT(names(here), UnorderedElementsAre("Ada", "Bo", "Di"));
}

TEST(Relay, IsOfferedAsThePagesOwnServerAndAnythingElseIsRefusedInWords) {
  Device device;
  device.served_from = "http://localhost:8080";
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);
  story.does(Go{"#/settings"});
  const auto field = [&] {
    for (const auto& section : story.body<SettingsBody>().sections) {
      for (const Piece& piece : section.pieces) {
        const auto* found = std::get_if<TextField>(&piece);
        if (found != nullptr && found->id.control == Control::settings_relay) return *found;
      }
    }
    return TextField{};
  };
  EXPECT_EQ(field().value, "ws://localhost:8080");
  story.types(Control::settings_relay, "my relay").does(KeepInStep{});
  EXPECT_THAT(field().error, HasSubstr("no address of a relay"));
  EXPECT_TRUE(story.take_line_effects().empty());
  story.types(Control::settings_relay, "https://club.example/").does(KeepInStep{});
  const auto effects = story.take_line_effects();
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(std::get<OpenLine>(effects.front()).address, "wss://club.example/sync");
}

}  // namespace
}  // namespace pairbook
