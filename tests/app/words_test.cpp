#include <gtest/gtest.h>

#include "app/speaker.hpp"

namespace pairbook {

using namespace app;

namespace {

template <class Word>
void expect_all_words() {
  for (int word = 0; word < static_cast<int>(Word::count_); ++word) {
    EXPECT_FALSE(english(static_cast<Word>(word)).empty()) << word;
  }
}

TEST(Words, AreNeverMissing) {
  expect_all_words<BookWord>();
  expect_all_words<ChangeWord>();
  expect_all_words<ErrorWord>();
  expect_all_words<FairWord>();
  expect_all_words<FrameWord>();
  expect_all_words<ImportWord>();
  expect_all_words<PairsWord>();
  expect_all_words<PeopleWord>();
  expect_all_words<RulesWord>();
  expect_all_words<WeighWord>();
  expect_all_words<WorksWord>();
  expect_all_words<WishesWord>();
  expect_all_words<LettersWord>();
  expect_all_words<MatchWord>();
}

TEST(Words, FillBlanksAndChooseByNumber) {
  const Speaker say;

  EXPECT_EQ(say(PeopleWord::count_all, 1), "1 person");
  EXPECT_EQ(say(PeopleWord::count_all, 12'400), "12,400 people");
  EXPECT_EQ(fill("{0} {2} {x", {Blank("a")}), "a {2} {x");
}

}  // namespace
}  // namespace pairbook
