// Random histories of devices, a network and a relay, all real but the sockets, disks and
// clocks: nothing is lost and nobody differs. On a failure the seed is printed; alone it is
// played again with PAIRBOOK_SEED=…, and PAIRBOOK_HISTORIES=… plays more of them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "sync/a_world.hpp"

namespace pairbook::sync {
namespace {

std::uint64_t option(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string play(std::uint64_t seed, const Weather& weather) {
  base::SeededRandom random(seed);
  AWorld world(seed, weather);
  const std::size_t parts = 2 + static_cast<std::size_t>(random.below(8));
  for (std::size_t i = 0; i < parts; ++i) {
    world.live(40);
    if (const std::string lie = world.lies(); !lie.empty()) return lie;
  }
  if (!world.settle()) return "they do not come into step";
  return world.complaint();
}

void play_all(const Weather& weather, std::uint64_t share) {
  const std::uint64_t alone = option("PAIRBOOK_SEED", 0);
  const std::uint64_t count = option("PAIRBOOK_HISTORIES", PAIRBOOK_HISTORIES) * share / 100;
  const std::uint64_t first = alone == 0 ? 1 : alone;
  const std::uint64_t last = alone == 0 ? count : alone;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    ASSERT_EQ(play(seed, weather), "") << "PAIRBOOK_SEED=" << seed;
  }
}

TEST(Histories, OfDevicesThatCrashAndANetworkThatBreaks) {
  play_all({}, 25);
}

TEST(Histories, OfARelayThatIsWipedAndPutBack) {
  play_all({.relay_forgets = true, .books_go_back = false, .strangers = false}, 40);
}

TEST(Histories, OfDevicesThatDoNotKnowEachOtherYet) {
  play_all({.relay_forgets = true, .books_go_back = false, .strangers = true}, 20);
}

TEST(Histories, OfBooksThatArePutBackToACopy) {
  play_all({.relay_forgets = true, .books_go_back = true, .strangers = false}, 15);
}

}  // namespace
}  // namespace pairbook::sync
