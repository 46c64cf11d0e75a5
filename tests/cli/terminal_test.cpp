// What is asked at a terminal, and that a passphrase is not shown there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program.hpp"

namespace pairbook {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing_support::contents;
using testing_support::Folder;
using testing_support::run;

constexpr const char* passphrase = "orchid lantern gravel teapot";

/// A person at a terminal: waits for words, then types.
class Person {
 public:
  explicit Person(std::vector<std::string> words) {
    child_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (child_ != 0) return;
    std::vector<char*> line;
    for (std::string& word : words) line.push_back(word.data());
    line.push_back(nullptr);
    execvp(line.front(), line.data());
    _exit(127);
  }
  ~Person() {
    if (child_ > 0) kill(child_, SIGKILL), waitpid(child_, nullptr, 0);
    close(terminal_);
  }
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;

  /// Reads until the words come, from where the last ones ended.
  bool sees(const std::string& words) {
    for (;;) {
      const auto found = shown_.find(words, at_);
      if (found != std::string::npos) return at_ = found + words.size(), true;
      if (!reads()) return ADD_FAILURE() << "not shown: " << words << "\n" << shown_, false;
    }
  }
  void types(const std::string& line) {
    const std::string typed = line + "\n";
    ASSERT_EQ(write(terminal_, typed.data(), typed.size()), std::ssize(typed));
  }
  int ends() {
    while (reads()) {
    }
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  bool reads() {
    pollfd ready{terminal_, POLLIN, 0};
    constexpr int patience_ms = 30'000;
    if (poll(&ready, 1, patience_ms) <= 0) return false;
    char piece[1024];
    const ssize_t size = read(terminal_, piece, sizeof piece);
    if (size <= 0) return false;
    shown_.append(piece, static_cast<std::size_t>(size));
    return true;
  }
  pid_t child_ = 0;
  int terminal_ = -1;
  std::string shown_;
  std::size_t at_ = 0;
};

class AtATerminal : public testing::Test {
 protected:
  void makes_a_book() {
    testing_support::write("passphrase", passphrase);
    run("pairbook new club.pairbook --name Club --recovery-sheet sheet --passphrase-file "
        "passphrase");
  }
  Folder folder_;
};

TEST_F(AtATerminal, ANewBookAsksTwiceShowsTheCodeOnceAndAsksTwoGroupsBack) {
  Person person({"pairbook", "new", "club.pairbook", "--name", "Club"});
  ASSERT_TRUE(person.sees("New passphrase of club.pairbook: "));
  person.types(passphrase);
  ASSERT_TRUE(person.sees("The same again: "));
  person.types(passphrase);
  ASSERT_TRUE(person.sees("Write this down on paper"));
  ASSERT_TRUE(person.sees("type two of its groups."));
  const auto first = person.shown().find('-', person.shown().find("Write this down"));
  const std::string code = person.shown().substr(first - 4, 39);
  ASSERT_TRUE(person.sees("Group "));
  ASSERT_TRUE(person.sees(" of your sheet: "));
  person.types("nonsense");
  ASSERT_TRUE(person.sees("That is not what the sheet says."));
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(person.sees("Group "));
    ASSERT_TRUE(person.sees(" of your sheet: "));
    const auto number = person.shown().rfind("Group ") + 6;
    const std::size_t group = static_cast<std::size_t>(person.shown()[number] - '1');
    person.types(code.substr(group * 5, 4));
  }

  EXPECT_EQ(person.ends(), 0) << person.shown();
  EXPECT_THAT(person.shown(), Not(HasSubstr("orchid")));
  EXPECT_FALSE(contents("club.pairbook").empty());
}

TEST_F(AtATerminal, TwoDifferentPassphrasesMakeNothing) {
  Person person({"pairbook", "new", "club.pairbook", "--name", "Club"});
  ASSERT_TRUE(person.sees("New passphrase of club.pairbook: "));
  person.types(passphrase);
  ASSERT_TRUE(person.sees("The same again: "));
  person.types("orchid lantern gravel teacup");

  ASSERT_TRUE(person.sees("The two passphrases differ."));
  EXPECT_EQ(person.ends(), 2);
  EXPECT_TRUE(contents("club.pairbook").empty());
}

TEST_F(AtATerminal, AWrongPassphraseIsAskedAgainTwice) {
  makes_a_book();
  Person person({"pairbook", "verify", "club.pairbook"});
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(person.sees("Passphrase of club.pairbook: "));
    person.types("something else");
    ASSERT_TRUE(person.sees("does not open this book"));
  }
  ASSERT_TRUE(person.sees("Passphrase of club.pairbook: "));
  person.types(passphrase);

  EXPECT_EQ(person.ends(), 0);
  EXPECT_THAT(person.shown(), HasSubstr("is whole"));
  EXPECT_THAT(person.shown(), Not(HasSubstr("something")));
}

TEST_F(AtATerminal, CtrlCEndsTheQuestion) {
  makes_a_book();
  Person person({"pairbook", "people", "club.pairbook"});
  ASSERT_TRUE(person.sees("Passphrase of club.pairbook: "));
  person.types("orch\003");

  ASSERT_TRUE(person.sees("Nothing was typed"));
  EXPECT_EQ(person.ends(), 2);
}

}  // namespace
}  // namespace pairbook
