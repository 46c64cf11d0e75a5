// A book goes from the browser's application to the terminal and back, as a file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/story.hpp"
#include "program.hpp"

namespace pairbook {
namespace {

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using testing_support::contents;
using testing_support::Device;
using testing_support::Folder;
using testing_support::run;
using testing_support::Story;
using testing_support::write;

constexpr const char* passphrase = "umbrella quarry saffron tandem";

class Exchange : public testing::Test {
 protected:
  Exchange() { write("passphrase", passphrase); }

  /// "Save to file", with the name the terminal will use.
  void saves(Story& story) {
    story.does(SaveToFile{});
    std::string file;
    for (const base::Bytes& part : story.download()->chunks) file += base::text_of(part);
    write("club.pairbook", file);
  }
  static base::Bytes file() {
    const std::string text = contents("club.pairbook");
    const auto bytes = base::bytes_of(text);
    return {bytes.begin(), bytes.end()};
  }
  /// "Open file", on a device that has the book already or not.
  static void opens(Story& story) {
    story.picks_file(PickPurpose::open_book, "club.pairbook", file());
    if (story.shows<ProblemBody>()) story.does(ChooseCopy{Keeping::the_file});
    story.unlocks(passphrase).does(Go{"#/people"});
  }
  static std::string pairbook(const std::string& words) {
    const auto [status, output] = run("pairbook " + words + " --passphrase-file passphrase");
    EXPECT_EQ(status, 0) << output;
    return output;
  }
  static std::string takes_in(const std::string& csv) {
    write("people.csv", csv);
    return pairbook("import club.pairbook people.csv");
  }

  Folder folder_;
};

TEST_F(Exchange, ABookOfTheBrowserIsChangedInTheTerminalAndOpensAgainWithBothChanges) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);
  story.imports("Name,Role\nAmina Diallo,mentor\n");
  saves(story);

  takes_in("Name,Role\nBo Li,mentee\n");
  EXPECT_THAT(pairbook("people club.pairbook"), HasSubstr("Amina Diallo"));
  Story later(device, 2);
  opens(later.start());

  EXPECT_EQ(later.screen().chrome->programme, "Harbour Mentoring");
  EXPECT_THAT(later.names(), UnorderedElementsAre("Amina Diallo", "Bo Li"));
}

TEST_F(Exchange, ABookOfTheTerminalOpensInTheBrowserAndGoesOnThere) {
  pairbook("new club.pairbook --name 'Spring circle' --recovery-sheet sheet");
  takes_in("Name,Role\nAmina Diallo,mentor\n");
  Device device;
  Story story(device);
  opens(story.start());
  EXPECT_EQ(story.screen().chrome->programme, "Spring circle");

  story.imports("Name,Role\nChen Wu,mentee\n");
  saves(story);

  EXPECT_THAT(pairbook("people club.pairbook --role mentees"), HasSubstr("Chen Wu"));
  EXPECT_THAT(pairbook("verify club.pairbook --json"), HasSubstr("\"whole\":true"));
}

TEST_F(Exchange, TheSheetOfTheTerminalOpensTheBookInTheBrowser) {
  pairbook("new club.pairbook --name 'Spring circle' --recovery-sheet sheet");
  const std::string sheet = contents("sheet");
  const auto code = sheet.substr(sheet.find('-') - 4, 39);
  Device device;
  Story story(device);
  story.start().picks_file(PickPurpose::open_book, "club.pairbook", file());

  story.does(UseRecovery{}).types(Control::recovery_code, code).does(Unlock{});

  EXPECT_TRUE(story.screen().chrome);
}

TEST_F(Exchange, WhoChangesTheBookInBothPlacesIsNeverOneDevice) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour Mentoring", passphrase);
  saves(story);
  const auto devices = [&] { return pairbook("verify club.pairbook --json"); };

  // The terminal writes twice, as one device; the browser's entries are another's.
  takes_in("Name,Role\nBo Li,mentee\n");
  takes_in("Name,Role\nChen Wu,mentee\n");
  EXPECT_THAT(devices(),
              HasSubstr("\"devices\":2,\"signatures\":3,\"signatures_not_checked\":0"));

  // The browser goes on with the file, saves it over the old one, and the terminal goes on.
  Story later(device, 2);
  opens(later.start());
  later.imports("Name,Role\nDora Kim,mentee\n");
  saves(later);
  takes_in("Name,Role\nEmil Roy,mentee\n");
  EXPECT_THAT(devices(),
              HasSubstr("\"devices\":4,\"signatures\":5,\"signatures_not_checked\":0"));
}

TEST_F(Exchange, PairsApprovedInTheTerminalAreTheBrowsersPairsWithTheSameReasons) {
  pairbook("new club.pairbook --name Network --recovery-sheet sheet");
  const std::string data = PAIRBOOK_SOURCE_DIR "/tests/data/careers-network/small_";
  pairbook("import club.pairbook " + data + "mentors.csv --as mentors");
  pairbook("import club.pairbook " + data + "mentees.csv --as mentees");
  Device device;
  Story story(device);
  opens(story.start());
  EXPECT_EQ(story.body<PeopleBody>().table.total, 100);

  pairbook("match club.pairbook --approve --rules " PAIRBOOK_SOURCE_DIR
           "/web/presets/careers-network.json");
  Story later(device, 2);
  opens(later.start());
  later.does(Go{"#/pairs"});

  const Table table = later.body<PairsBody>().table;
  EXPECT_EQ(table.total, 35);
}

}  // namespace
}  // namespace pairbook
