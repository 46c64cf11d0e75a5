#include "pairbook/sync/space.hpp"

#include "sync/some_talk.hpp"

namespace pairbook::sync {
namespace {

TEST(SeenByOthers, IsWhatTheirEntriesSay) {
  SomeTalk some;
  Somebody other(some);
  some.write("mine");
  static_cast<void>(other.ledger.receive(some.log[0], some.now));
  static_cast<void>(some.ledger.receive(other.write("theirs"), some.now));
  some.write("later");
  const auto seen = seen_by_others(some.ledger, some.keyring.device());
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen.at(other.device()), 1U);
}

}  // namespace
}  // namespace pairbook::sync
