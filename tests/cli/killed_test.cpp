// Killed at any step of writing, `pairbook` leaves the old book or the new one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.hpp"

namespace pairbook {
namespace {

using testing::HasSubstr;
using testing_support::contents;
using testing_support::Folder;
using testing_support::run;
using testing_support::write;

constexpr int killed = 137;
constexpr int more_than_it_takes = 60;

class Killed : public testing::Test {
 protected:
  Killed() {
    write("passphrase", "orchid lantern gravel teapot");
    write("people.csv", "Name,Role\nAmina Diallo,mentor\n");
  }
  /// Ends the program by force at its n-th step that changes the disk.
  static int at_step(int step, const std::string& words) {
    return run("KILL_AT=" + std::to_string(step) +
               " ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=" PAIRBOOK_KILLER
               " pairbook " +
               words + " --passphrase-file passphrase")
        .status;
  }
  static std::string pairbook(const std::string& words) {
    return run("pairbook " + words + " --passphrase-file passphrase").output;
  }

  Folder folder_;
};

TEST_F(Killed, AtAnyStepOfAChangeTheOldBookOrTheNewOneIsThere) {
  pairbook("new club.pairbook --name Club --recovery-sheet sheet");
  const std::string old = contents("club.pairbook");
  int steps = 0, kept_old = 0, got_new = 0;
  for (int status = killed; status == killed && steps < more_than_it_takes;) {
    write("club.pairbook", old);
    status = at_step(++steps, "import club.pairbook people.csv");

    const std::string told = pairbook("people club.pairbook");
    const bool is_old = contents("club.pairbook") == old;
    EXPECT_THAT(told, HasSubstr(is_old ? "nobody to list" : "Amina Diallo")) << steps;
    EXPECT_THAT(pairbook("verify club.pairbook"), HasSubstr("is whole")) << steps;
    ++(is_old ? kept_old : got_new);
  }

  // There are steps before and after the one that counts.
  EXPECT_GE(kept_old, 4);
  EXPECT_GE(got_new, 2);
  EXPECT_LT(steps, more_than_it_takes);
}

TEST_F(Killed, WhatItLeavesBesideIsRemovedByTheNextOne) {
  pairbook("new club.pairbook --name Club --recovery-sheet sheet");
  const auto beside = [] { return run("ls -A | grep -c '^\\.club'").output; };
  EXPECT_EQ(at_step(2, "import club.pairbook people.csv"), killed);
  EXPECT_EQ(beside(), "1\n");

  pairbook("import club.pairbook people.csv");

  EXPECT_EQ(beside(), "0\n");
}

TEST_F(Killed, AtAnyStepOfMakingABookThereIsNoBookWithoutItsSheet) {
  int steps = 0;
  for (int status = killed; status == killed && steps < more_than_it_takes;) {
    run("rm -f club.pairbook sheet .club* .sheet*");
    status = at_step(++steps, "new club.pairbook --name Club --recovery-sheet sheet");

    if (contents("club.pairbook").empty()) continue;
    EXPECT_THAT(contents("sheet"), HasSubstr("Made on")) << steps;
    EXPECT_THAT(pairbook("verify club.pairbook"), HasSubstr("is whole")) << steps;
  }
  EXPECT_GT(steps, 6);
  EXPECT_LT(steps, more_than_it_takes);
}

}  // namespace
}  // namespace pairbook
