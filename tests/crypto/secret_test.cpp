#include "pairbook/crypto/secret.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "pairbook/crypto/system_random.hpp"

namespace pairbook::crypto {
namespace {

TEST(Key, CannotBeCopied) {
  static_assert(!std::is_copy_constructible_v<Key> && !std::is_copy_assignable_v<Key>);
  static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
}

TEST(Key, LeavesNothingBehindWhenItMoves) {
  base::SeededRandom random(1);
  Key first = Key::random(random);
  const Key kept = first.clone();

  const Key second = std::move(first);

  EXPECT_TRUE(second == kept);
  const base::Bytes zeros(Key::size);
  EXPECT_TRUE(same_bytes(first.bytes(), zeros));  // NOLINT(bugprone-use-after-move)
}

TEST(Key, IsThirtyTwoBytesOrNothing) {
  EXPECT_FALSE(Key::from(base::Bytes(31)));
  EXPECT_FALSE(Key::from(base::Bytes(33)));
  EXPECT_TRUE(Key::from(base::Bytes(32)));
}

TEST(Wipe, LeavesZeros) {
  base::Bytes memory(40, std::byte{7});
  wipe(memory);
  EXPECT_EQ(memory, base::Bytes(40));
}

TEST(SameBytes, TellsLengthAndContentApart) {
  const base::Bytes a(5, std::byte{1});
  base::Bytes b = a;
  EXPECT_TRUE(same_bytes(a, b));
  b[4] = std::byte{2};
  EXPECT_FALSE(same_bytes(a, b));
  EXPECT_FALSE(same_bytes(a, base::Bytes(4, std::byte{1})));
  EXPECT_TRUE(same_bytes({}, {}));
}

TEST(SystemRandom, NeverRepeatsItself) {
  auto random = SystemRandom::create();
  ASSERT_TRUE(random);
  const Key a = Key::random(*random);
  const Key b = Key::random(*random);
  EXPECT_FALSE(a == b);
}

}  // namespace
}  // namespace pairbook::crypto
