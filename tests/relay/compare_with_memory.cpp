#include "relay/compare_with_memory.hpp"

#include <gtest/gtest.h>

namespace pairbook::relay {
namespace {

constexpr std::uint64_t rotated = 100;  // the keys of place n after its doors were replaced

Change a_change(base::SeededRandom& chance, const PlaceKeys& keys,
                const std::optional<PlaceRow>& row, Day today, Afternoon& signer,
                const PlaceKeys& next_keys) {
  const std::uint64_t next = row ? row->head.next : 1;
  const std::uint64_t number = row ? row->number : 1;
  switch (chance.below(13)) {
    case 0:
      return {MakePlace{keys.doors()}, today};
    case 1:
      return {TrimPlace{keys.id, 1 + chance.below(next), number}, today};
    case 2:
      if (chance.below(12) != 0) return {MakePlace{keys.doors()}, today};
      return {DeletePlace{keys.id, number}, today};
    case 3:
      return {Sweep{today - 100, today - 200}, today};
    case 4:
      return {TouchPlace{keys.id}, today};
    case 5:
      return {ReplaceDoors{signer.rotation(keys, next_keys, 2, next), std::string(home)},
              today};
    default: {
      const auto kind = static_cast<wire::EntryKind>(chance.below(3));
      const auto entry = an_entry(chance.below(300), 1 + chance.below(900), kind);
      return {AddEntries{{keys.id, next, {entry, an_entry(chance.below(300))}}, number}, today};
    }
  }
}

}  // namespace

ChangeMade change_alone(Session& session, const Change& what, const PlaceLimits& limits) {
  session.begin(true);
  session.expect(expected(what));
  ChangeMade made = make(session, what, limits);
  session.commit();
  return made;
}

void expect_what_memory_does(WholeSession& session, int steps) {
  MemoryRows memory;
  Afternoon signer;
  base::SeededRandom chance(3);
  const PlaceLimits limits{.place_bytes = 40'000, .places = 3};
  std::vector<std::unique_ptr<PlaceKeys>> places, later;
  for (std::uint64_t i = 0; i < 4; ++i) {
    places.push_back(std::make_unique<PlaceKeys>(i));
    later.push_back(std::make_unique<PlaceKeys>(rotated + i));
  }
  Day today = 20'000;
  for (int step = 0; step < steps; ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    const std::size_t which = chance.below(places.size());
    const PlaceKeys& keys = *places[which];
    const auto row = memory.place(keys.id);
    today += chance.below(40) == 0 ? 30 : 0;
    const Change change = a_change(chance, keys, row, today, signer, *later[which]);
    const ChangeMade one = change_alone(session, change, limits);
    const ChangeMade other = make(memory, change, limits);
    ASSERT_EQ(one.refused, other.refused);
    ASSERT_EQ(one.row, other.row);
    ASSERT_EQ(one.stored, other.stored);
    ASSERT_EQ(one.added, other.added);
    session.begin(false);
    const std::uint64_t from = row ? row->head.next / 2 : 0;
    for (const bool membership_only : {false, true}) {
      for (const std::uint64_t bytes : {0U, 2000U, 100'000U}) {
        const relay::Run here = session.entries(keys.id, from, membership_only, bytes, 5);
        const relay::Run there = memory.entries(keys.id, from, membership_only, bytes, 5);
        ASSERT_EQ(here.entries, there.entries);
        ASSERT_EQ(here.more, there.more);
      }
    }
    ASSERT_EQ(session.count_places(), memory.count_places());
    ASSERT_EQ(session.is_old_read_key(keys.id, keys.doors().read),
              memory.is_old_read_key(keys.id, keys.doors().read));
    session.commit();
  }
}

}  // namespace pairbook::relay
