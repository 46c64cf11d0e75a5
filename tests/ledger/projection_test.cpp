#include "pairbook/ledger/projection.hpp"

#include <gtest/gtest.h>

#include <string>

#include "some_entries.hpp"

namespace pairbook::ledger {
namespace {

constexpr std::int64_t noon = 1'800'000'000'000;

struct Counted {
  std::string text;
  std::size_t* folds = nullptr;
};
using Story = Projection<Counted, std::string>;

std::optional<std::string> tell(Counted& state, const Entry&, const OpBytes& op) {
  if (state.folds != nullptr) ++*state.folds;
  const std::string text = base::text_of(op.payload);
  if (text == "nonsense") return "makes no sense";
  state.text += text;
  return std::nullopt;
}

TEST(Projection, FoldsWhatIsNewOnly) {
  Replica a = a_replica(1);
  std::size_t folds = 0;
  Story projection({"", &folds}, tell);
  (void)a.write("one ", noon);
  projection.follow(a.ledger);
  (void)a.write("two", noon);
  projection.follow(a.ledger);

  EXPECT_EQ(projection.state().text, "one two");
  EXPECT_EQ(folds, 2U);
}

TEST(Projection, FoldsALateEntryInItsPlace) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto late = b.write("b ", noon + 5);
  Story projection({}, tell);
  (void)a.write("a1 ", noon);
  (void)a.write("a2", noon + 10);
  projection.follow(a.ledger);

  (void)a.take(late, noon);
  projection.follow(a.ledger);

  EXPECT_EQ(projection.state().text, "a1 b a2");
}

TEST(Projection, GoesBackToTheLastCheckpointOnly) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto late = b.write("late", noon + 955);
  std::size_t folds = 0;
  Story projection({"", &folds}, tell, 100);
  for (int i = 0; i < 1000; ++i) {
    (void)a.write(".", noon + i);
    projection.follow(a.ledger);
  }
  folds = 0;

  (void)a.take(late, noon);
  projection.follow(a.ledger);

  EXPECT_EQ(folds, 101U);
  EXPECT_EQ(projection.state().text.substr(956, 4), "late");
}

TEST(Projection, GoesBackToTheStartWhenItMust) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto first = b.write("first", noon - 1);
  Story projection({}, tell, 2);
  for (int i = 0; i < 20; ++i) (void)a.write(".", noon + i);
  projection.follow(a.ledger);

  (void)a.take(first, noon);
  projection.follow(a.ledger);

  EXPECT_EQ(projection.state().text.substr(0, 6), "first.");
}

TEST(Projection, ListsWhatItIgnoredAndForgetsItWhenFoldedAgain) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto late = b.write("late ", noon - 10);
  Story projection({}, tell);
  (void)a.write("nonsense", noon);
  projection.follow(a.ledger);
  ASSERT_EQ(projection.ignored().size(), 1U);
  EXPECT_EQ(projection.ignored()[0].reason, "makes no sense");
  EXPECT_EQ(projection.ignored()[0].position, 0U);

  (void)a.take(late, noon);
  projection.follow(a.ledger);

  ASSERT_EQ(projection.ignored().size(), 1U);
  EXPECT_EQ(projection.ignored()[0].position, 1U);
  EXPECT_EQ(projection.ignored()[0].entry.device, some_device(1));
}

}  // namespace
}  // namespace pairbook::ledger
