#pragma once

#include <map>
#include <set>

#include "sync-server/core/rows.hpp"

namespace pairbook::relay {

/// Rows in maps: the store of tests.
class MemoryRows final : public Rows {
 public:
  std::optional<PlaceRow> place(const wire::PlaceId& id) override {
    const auto at = places_.find(id);
    return at == places_.end() ? std::nullopt : at->second.row;
  }
  void put(const PlaceRow& row) override { places_[row.id].row = row; }
  void remove_place(const wire::PlaceId& id) override { places_.erase(id); }
  std::uint64_t count_places() override {
    std::uint64_t count = 0;
    for (const auto& [id, kept] : places_) count += kept.row ? 1 : 0;
    return count;
  }
  std::vector<wire::PlaceId> untouched(Day day, bool gone, std::size_t most) override {
    std::vector<wire::PlaceId> found;
    for (const auto& [id, kept] : places_) {
      const bool is_meant = kept.row && kept.row->touched < day && kept.row->gone == gone;
      if (is_meant && found.size() < most) {
        found.push_back(id);
      }
    }
    return found;
  }

  std::optional<KnownEntry> known(const wire::PlaceId& place,
                                  const wire::EntryId& id) override {
    const auto& known = places_[place].known;
    const auto at = known.find(id);
    return at == known.end() ? std::nullopt : std::optional(at->second);
  }
  void add(const wire::PlaceId& place, const KeptEntry& entry,
           const wire::Digest& hash) override {
    Kept& kept = places_[place];
    kept.known[entry.placed.entry.id] = {entry.placed.sequence, hash};
    kept.entries[entry.placed.sequence] = entry;
  }
  Run entries(const wire::PlaceId& place, std::uint64_t from, bool membership_only,
              std::uint64_t bytes, std::size_t most) override {
    Run run;
    std::uint64_t sum = 0;
    const auto& all = places_[place].entries;
    for (auto at = all.lower_bound(from); at != all.end(); ++at) {
      const wire::NewEntry& entry = at->second.placed.entry;
      if (entry.sealed.empty()) continue;
      if (membership_only && entry.kind != wire::EntryKind::membership) continue;
      sum += entry.sealed.size();
      if (!run.entries.empty() && (sum > bytes || run.entries.size() == most)) {
        run.more = true;
        break;
      }
      run.entries.push_back(at->second);
    }
    return run;
  }
  bool has_snapshot(const wire::PlaceId& place, std::uint64_t from) override {
    const auto& all = places_[place].entries;
    for (auto at = all.lower_bound(from); at != all.end(); ++at) {
      if (at->second.placed.entry.kind == wire::EntryKind::snapshot) return true;
    }
    return false;
  }
  std::uint64_t trim(const wire::PlaceId& place, std::uint64_t below) override {
    std::uint64_t freed = 0;
    for (auto& [sequence, kept] : places_[place].entries) {
      wire::NewEntry& entry = kept.placed.entry;
      if (sequence >= below || entry.kind == wire::EntryKind::membership) continue;
      freed += entry.sealed.size();
      entry.sealed.clear();
    }
    return freed;
  }
  void remove_entries(const wire::PlaceId& place) override {
    places_[place].entries.clear();
    places_[place].known.clear();
    places_[place].old_keys.clear();
  }

  void add_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) override {
    places_[place].old_keys.insert(key);
  }
  bool is_old_read_key(const wire::PlaceId& place, const wire::PublicKey& key) override {
    return places_[place].old_keys.contains(key);
  }

 private:
  struct Kept {
    std::optional<PlaceRow> row;
    std::map<wire::EntryId, KnownEntry> known;
    std::map<std::uint64_t, KeptEntry> entries;
    std::set<wire::PublicKey> old_keys;
  };
  std::map<wire::PlaceId, Kept> places_;
};

}  // namespace pairbook::relay
