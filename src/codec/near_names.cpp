#include "near_names.hpp"

#include <algorithm>
#include <bit>

#include "header_words.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::codec {

namespace {

constexpr std::size_t shortest_near = 5;  // letters; shorter names must be the same
constexpr std::size_t long_name = 12;     // from here two letters may differ
constexpr std::size_t longest_near = 60;  // longer ones are compared as they are
constexpr int most_of_a_name = 16;        // slots of one hash
constexpr std::size_t common = 3;         // so many of one name: it says nothing

constexpr std::string_view titles[] = {"dr", "mr", "mrs", "ms", "miss", "prof", "herr", "frau"};

std::string key_of(std::string_view name) {
  auto words = words_of(name);
  std::erase_if(words, [&](const std::string& word) {
    return words.size() > 2 &&
           std::find(std::begin(titles), std::end(titles), word) != std::end(titles);
  });
  base::sort(words);
  return base::join(words, " ");
}

std::uint32_t hash_of(std::u32string_view letters, std::size_t without) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == without) continue;
    hash = (hash ^ letters[i]) * 0x100000001B3ULL;
  }
  hash ^= hash >> 29U;
  return static_cast<std::uint32_t>(hash * 0xBF58476D1CE4E5B9ULL >> 32U);
}

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += base::next_code_point(text, at);
  return letters;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

/// Letters missing, added, changed or swapped with their neighbour.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), two_before;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_before = std::exchange(before, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = before[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

bool near_keys(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::u32string first = letters_of(a), second = letters_of(b);
  const std::size_t shorter = std::min(first.size(), second.size());
  const std::size_t longer = std::max(first.size(), second.size());
  if (shorter < shortest_near || longer > longest_near || longer - shorter > 2) return false;
  if (digits_of(a) != digits_of(b)) return false;
  return distance(first, second) <= (shorter >= long_name ? 2U : 1U);
}

bool near_addresses(std::string_view a, std::string_view b) {
  if (a.size() > 254 || b.size() > 254 || digits_of(a) != digits_of(b)) return false;
  return distance(letters_of(a), letters_of(b)) <= 2;
}

}  // namespace

bool NearNames::alike(std::string_view a, std::string_view b) {
  return near_keys(key_of(a), key_of(b));
}

void NearNames::put(std::uint32_t hash, std::uint32_t who) {
  if ((used_ + 1) * 10 > slots_.size() * 6) resize(slots_.size() * 2);
  int same = 0;
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].who != 0) {
    if (slots_[at].hash == hash && ++same == most_of_a_name) return;
    at = (at + 1) & (slots_.size() - 1);
  }
  slots_[at] = {hash, who};
  ++used_;
}

bool NearNames::give_back(std::size_t most) {
  entries_.resize(entries_.size() - std::min(most, entries_.size()));
  return !entries_.empty();
}

void NearNames::reserve(std::size_t names) {
  constexpr std::size_t hashes = 18;  // of a usual name
  const std::size_t wanted = std::bit_ceil(names * hashes * 10 / 6);
  if (wanted > slots_.size()) resize(wanted);
  entries_.reserve(names);
}

void NearNames::resize(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : old) {
    if (slot.who == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].who != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::size_t NearNames::add(std::string_view name, std::string_view email) {
  entries_.push_back({key_of(name), std::string(email)});
  const std::u32string letters = letters_of(entries_.back().name);
  const auto who = static_cast<std::uint32_t>(entries_.size());
  put(hash_of(letters, letters.size()), who);
  if (letters.size() + 1 >= shortest_near && letters.size() <= longest_near) {
    for (std::size_t i = 0; i < letters.size(); ++i) put(hash_of(letters, i), who);
  }
  return entries_.size() - 1;
}

std::optional<NearNames::Found> NearNames::find(std::string_view name,
                                                std::string_view email) const {
  const std::string key = key_of(name);
  if (key.empty()) return std::nullopt;
  const std::u32string letters = letters_of(key);
  std::optional<Found> best;
  std::size_t namesakes = 0;
  const auto consider = [&](std::uint32_t who) {
    const Entry& entry = entries_[who - 1];
    const bool same = entry.name == key;
    const bool other = !entry.email.empty() && !email.empty() && entry.email != email;
    namesakes += same ? 1U : 0U;
    if (best && (best->same || !same)) return;
    if (!same && !near_keys(entry.name, key)) return;
    if (!same && other && !near_addresses(entry.email, email)) return;
    best = Found{who - 1, same, other};
  };
  const auto look = [&](std::uint32_t hash) {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].who != 0;
         at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].hash == hash) consider(slots_[at].who);
    }
  };
  look(hash_of(letters, letters.size()));
  if (best && best->same) {
    if (best->other_address && namesakes >= common) return std::nullopt;
    return best;
  }
  if (letters.size() < shortest_near || letters.size() > longest_near) return best;
  for (std::size_t i = 0; i < letters.size(); ++i) look(hash_of(letters, i));
  return best;
}

}  // namespace pairbook::codec
