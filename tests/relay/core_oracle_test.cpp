// Random afternoons: several callers, two places, a store that answers when it likes, sockets
// that take bytes when they like, lost connections, replaced keys, and another relay that
// writes to the same store and gives a hint of it or not. The oracle is a list for each place
// and a few loops over it: slow, short, and it shares no code with the rules it checks.
#include <gtest/gtest.h>

#include <cstdlib>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/wire/limits.hpp"
#include "pairbook/wire/statement.hpp"
#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::Door;
using wire::EntryKind;
using wire::Scope;

// What a place holds, as the tests believe.
struct Believed {
  std::vector<wire::NewEntry> entries;  // the n-th has sequence n + 1
  std::uint64_t generation = 1;         // of its doors

  [[nodiscard]] std::uint64_t where(const wire::EntryId& id) const {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].id == id) return i + 1;
    }
    return 0;
  }
  // The answer to an append under doors `number`: sequences, or nothing when it is refused.
  std::vector<std::uint64_t> add(const std::vector<wire::NewEntry>& sent,
                                 std::uint64_t expected, std::uint64_t number) {
    if (number != generation) return {};
    std::vector<wire::NewEntry> after = entries;
    std::vector<std::uint64_t> answer;
    for (const wire::NewEntry& entry : sent) {
      const std::uint64_t at = Believed{after, 1}.where(entry.id);
      if (at > 0 && after[at - 1].sealed != entry.sealed) return {};
      if (at == 0 && entry.kind != EntryKind::edit && expected == 0) return {};
      if (at == 0) after.push_back(entry);
      answer.push_back(at == 0 ? after.size() : at);
    }
    const bool anything = after.size() > entries.size();
    if (anything && expected != 0 && expected != entries.size() + 1) return {};
    entries = after;
    return answer;
  }
  [[nodiscard]] wire::Digest chain_before(const wire::PlaceId& place,
                                          std::uint64_t sequence) const {
    wire::Digest chain = crypto::hash(wire::first_link_statement(place));
    for (std::uint64_t i = 1; i < sequence; ++i) {
      const wire::NewEntry& entry = entries[i - 1];
      chain = crypto::hash(
          wire::link_statement(chain, i, entry.kind, entry.id, crypto::hash(entry.sealed)));
    }
    return chain;
  }
};

// A connection of somebody who holds the keys of one place as they were at some time.
struct Person {
  CallerId caller = 0;
  std::size_t place = 0;
  std::uint64_t number = 1;  // the doors whose keys they have
  std::uint64_t cursor = 1;  // the next entry that a subscription owes them
  std::uint32_t subscription = 0;
  std::size_t looked_at = 0;  // frames of the inbox that were checked
  std::uint64_t granted = 0;
  std::uint64_t used = 0;
  bool is_shut = false;  // was told that only membership entries are open
};

CoreSettings of_one_of_two() {
  CoreSettings settings;
  settings.look_seconds = 30;
  return settings;
}

class RandomAfternoon {
 public:
  explicit RandomAfternoon(std::uint64_t seed) : chance_(seed), day_(of_one_of_two()) {
    day_.by_hand = true;
    day_.drains_by_itself = false;
    day_.on_change = [this](const Change& change, const ChangeMade& made) {
      compare(change, made);
    };
    for (std::size_t i = 0; i < 2; ++i) comes(i);
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) step();
    for (int i = 0; i < 400; ++i) {
      day_.now.ms += 100;
      day_.carry_out(day_.core.tick(day_.now));
      day_.settle();
      for (Person& person : people_) {
        day_.drain(person.caller);
        grant(person, 100'000);
      }
    }
    for (Person& person : people_) {
      check_inbox(person);
      if (person.subscription == 0) continue;
      const auto& entries = believed_[person.place].entries;
      std::uint64_t owed = person.cursor;
      while (person.is_shut && owed <= entries.size() &&
             entries[owed - 1].kind != EntryKind::membership) {
        ++owed;
      }
      EXPECT_EQ(owed, entries.size() + 1) << "somebody was not sent everything";
    }
    check_history();
  }

 private:
  [[nodiscard]] const PlaceKeys& keys(std::size_t place, std::uint64_t number) {
    auto& made = keys_[place];
    while (made.size() < number) {
      made.push_back(std::make_unique<PlaceKeys>(1000 * (place + 1) + made.size()));
    }
    return *made[number - 1];
  }
  [[nodiscard]] wire::PlaceId id(std::size_t place) { return keys(place, 1).id; }

  void comes(std::size_t place) {
    Person person;
    person.caller = day_.greeted();
    person.place = place;
    person.number = believed_[place].generation;
    day_.create(person.caller, keys(place, 1));
    day_.settle();
    for (const Door door : {Door::read, Door::write}) {
      day_.prove(person.caller, id(place), door, keys(place, person.number).key(door));
    }
    day_.settle();
    person.looked_at = day_.inbox(person.caller).size();
    person.is_shut = day_.last<wire::Place>(person.caller)->scope == Scope::membership;
    people_.push_back(person);
  }

  void step() {
    day_.now.ms += 50;
    Person& person = people_[chance_.below(people_.size())];
    switch (chance_.below(13)) {
      case 0:
      case 1:
      case 2:
        append(person);
        break;
      case 3:
      case 4:
        day_.serve_change();
        break;
      case 5:
      case 6:
        day_.serve_question();
        break;
      case 7:
        day_.drain(person.caller);
        break;
      case 8:
        grant(person, chance_.below(4000) + 1);
        break;
      case 9:
        subscribe(person);
        break;
      case 10:
        if (people_.size() < 6) comes(chance_.below(2));
        break;
      case 11:
        other_relay(chance_.below(2));
        break;
      default:
        if (chance_.below(8) == 0) rotate(person);
        if (people_.size() > 3 && chance_.below(4) == 0) goes();
        break;
    }
    for (Person& each : people_) check_inbox(each);
  }

  void append(Person& person) {
    std::vector<wire::NewEntry> entries;
    for (std::uint64_t i = chance_.below(3); i < 3; ++i) {
      const auto kind =
          static_cast<EntryKind>(chance_.below(8) == 0 ? 1 + chance_.below(2) : 0);
      entries.push_back(an_entry(chance_.below(400), 20 + chance_.below(700), kind));
    }
    const std::uint64_t next = believed_[person.place].entries.size() + 1;
    const std::uint64_t expected = chance_.below(2) == 0 ? 0 : next + chance_.below(3) - 1;
    const std::uint32_t request =
        day_.says(person.caller, wire::Append{id(person.place), expected, entries});
    sent_[request] = entries;
  }

  void rotate(Person& person) {
    const Believed& place = believed_[person.place];
    const wire::NewEntry removal =
        an_entry(100'000 + chance_.next() % 1000, 60, EntryKind::membership);
    const std::uint64_t next = place.entries.size() + 1;
    const auto& now = keys(person.place, place.generation);
    auto frame = day_.rotation(keys(person.place, 1), keys(person.place, place.generation + 1),
                               place.generation + 1, next, {removal}, &now.admin);
    day_.says(person.caller, frame);
  }

  // Somebody writes through another relay: this one has not been asked.
  void other_relay(std::size_t where) {
    const Believed& place = believed_[where];
    Change change{
        AddEntries{{id(where), 0, {an_entry(chance_.below(400), 50)}}, place.generation},
        day_.now.ms / 86'400'000};
    if (chance_.below(8) == 0) {
      const auto& now = keys(where, place.generation);
      change.what = ReplaceDoors{
          day_.rotation(keys(where, 1), keys(where, place.generation + 1), place.generation + 1,
                        place.entries.size() + 1,
                        {an_entry(200'000 + chance_.next() % 1000, 60, EntryKind::membership)},
                        &now.admin),
          std::string(home)};
    }
    if (!day_.rows.place(id(where))) return;
    compare(change, make(day_.rows, change, day_.limits));
    if (chance_.below(2) == 0) day_.carry_out(day_.core.heard_of({id(where)}, day_.now));
  }

  void subscribe(Person& person) {
    if (person.subscription != 0) return;
    const std::uint64_t from = 1 + chance_.below(believed_[person.place].entries.size() + 1);
    person.subscription = day_.says(person.caller, wire::Subscribe{id(person.place), from});
    person.cursor = from;
  }

  void grant(Person& person, std::uint64_t bytes) {
    bytes = std::min(
        bytes, wire::max_credit - std::min(wire::max_credit, person.granted - person.used));
    if (bytes == 0) return;
    day_.says(person.caller, wire::Credit{bytes});
    person.granted += bytes;
  }

  void goes() {
    const std::size_t who = chance_.below(people_.size());
    day_.goes(people_[who].caller);
    people_.erase(people_.begin() + static_cast<std::ptrdiff_t>(who));
  }

  // The oracle's own answer to what the store has just been asked.
  void compare(const Change& change, const ChangeMade& made) {
    const auto* add = std::get_if<AddEntries>(&change.what);
    const auto* replace = std::get_if<ReplaceDoors>(&change.what);
    if (add == nullptr && replace == nullptr) return;
    const wire::PlaceId& where = add != nullptr ? add->append.place : replace->rotate.place;
    const std::size_t index = where == id(0) ? 0 : 1;
    Believed& place = believed_[index];
    std::vector<std::uint64_t> wanted;
    if (add != nullptr) {
      wanted = place.add(add->append.entries, add->append.expected, add->number);
    } else if (replace->rotate.number == place.generation + 1) {
      wanted = place.add(replace->rotate.entries, replace->rotate.expected, place.generation);
      if (!wanted.empty()) ++place.generation;
    }
    std::vector<std::uint64_t> got;
    for (const wire::Stored& stored : made.stored) got.push_back(stored.sequence);
    EXPECT_EQ(got, wanted);
    EXPECT_EQ(made.refused.has_value(), wanted.empty());
  }

  void check_inbox(Person& person) {
    auto& inbox = day_.inbox(person.caller);
    for (; person.looked_at < inbox.size(); ++person.looked_at) {
      const wire::RelayFrame& frame = inbox[person.looked_at];
      if (const auto* changed = std::get_if<wire::Changed>(&frame.body)) {
        person.is_shut = changed->scope == Scope::membership;
      }
      if (const auto* place = std::get_if<wire::Place>(&frame.body)) {
        person.is_shut = place->scope == Scope::membership;
      }
      if (const auto* appended = std::get_if<wire::Appended>(&frame.body)) {
        check_stored(person, frame.request, *appended);
      }
      const auto* event = std::get_if<wire::Event>(&frame.body);
      if (event == nullptr) continue;
      person.used += wire::encode(frame).size();
      EXPECT_LE(person.used, person.granted) << "more than was granted";
      check_event(person, event->chunk);
    }
  }

  void check_stored(const Person& person, std::uint32_t request,
                    const wire::Appended& appended) {
    const auto sent = sent_.find(request);
    if (sent == sent_.end()) return;  // a rotation
    const auto& entries = believed_[person.place].entries;
    ASSERT_EQ(appended.entries.size(), sent->second.size());
    for (std::size_t i = 0; i < sent->second.size(); ++i) {
      const std::uint64_t sequence = appended.entries[i].sequence;
      ASSERT_LE(sequence, entries.size());
      EXPECT_EQ(entries[sequence - 1].sealed, sent->second[i].sealed)
          << "acknowledged, not kept";
    }
  }

  void check_event(Person& person, const wire::Chunk& chunk) {
    const Run run = day_.rows.entries(id(person.place), 1, false, 1 << 30, 1 << 20);
    for (const wire::PlacedEntry& placed : chunk.entries) {
      EXPECT_GE(placed.sequence, person.cursor) << "a repeat";
      for (std::uint64_t skipped = person.cursor; skipped < placed.sequence; ++skipped) {
        EXPECT_TRUE(has_been_shut(person) &&
                    run.entries[skipped - 1].placed.entry.kind != EntryKind::membership)
            << "a gap";
      }
      EXPECT_EQ(placed, run.entries[placed.sequence - 1].placed);
      EXPECT_TRUE(!person.is_shut || placed.entry.kind == EntryKind::membership);
      person.cursor = placed.sequence + 1;
    }
    EXPECT_EQ(chunk.chain, run.entries[chunk.next - 2].link);
    person.cursor = chunk.next;
  }

  bool has_been_shut(const Person& person) {
    return person.is_shut || person.number < day_.rows.place(id(person.place))->number;
  }

  void check_history() {
    for (std::size_t place = 0; place < 2; ++place) {
      const auto row = day_.rows.place(id(place));
      const auto& entries = believed_[place].entries;
      ASSERT_EQ(row->head.next, entries.size() + 1);
      const Run run = day_.rows.entries(id(place), 1, false, 1 << 30, 1 << 20);
      for (std::size_t i = 0; i < entries.size(); ++i) {
        EXPECT_EQ(run.entries[i].placed, (wire::PlacedEntry{i + 1, entries[i]}));
      }
      EXPECT_EQ(row->head.chain, believed_[place].chain_before(id(place), entries.size() + 1));
      EXPECT_EQ(row->number, believed_[place].generation);
    }
  }

  base::SeededRandom chance_;
  Afternoon day_;
  std::map<std::size_t, std::vector<std::unique_ptr<PlaceKeys>>> keys_;
  std::map<std::size_t, Believed> believed_;
  std::vector<Person> people_;
  std::map<std::uint32_t, std::vector<wire::NewEntry>> sent_;
};

TEST(Oracle, AgreesOnRandomAfternoons) {
  const char* wanted = std::getenv("PAIRBOOK_AFTERNOONS");
  const std::uint64_t afternoons = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 60;
  for (std::uint64_t seed = 1; seed <= afternoons; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomAfternoon afternoon(seed);
    afternoon.run(250);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace pairbook::relay
