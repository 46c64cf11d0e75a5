#include "sync-server/core/changes.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/sign.hpp"
#include "pairbook/wire/limits.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::relay {
namespace {

using wire::EntryKind;
using wire::ErrorCode;

constexpr std::size_t swept_at_once = 100;

ChangeMade refuse(ErrorCode code, const PlaceRow& row = {}) {
  return {.refused = code, .row = row, .stored = {}, .added = {}};
}

// Why a change of this place may not be made, or nothing.
std::optional<ErrorCode> objection(const std::optional<PlaceRow>& row, std::uint64_t number) {
  if (!row) return ErrorCode::unknown_place;
  if (row->gone) return ErrorCode::place_gone;
  if (row->number != number) return ErrorCode::doors_changed;
  return {};
}

// Which of some entries are new, and where the others are.
struct Sorted {
  std::optional<ErrorCode> refused;
  std::vector<wire::Stored> stored;                     // new ones with a sequence of 0
  std::vector<const wire::NewEntry*> fresh;             // in order
  std::vector<wire::Digest> hashes;                     // of the fresh ones
  std::vector<std::pair<std::size_t, std::size_t>> of;  // stored[first] is fresh[second]
};

Sorted sort_out(Rows& rows, const wire::PlaceId& place,
                const std::vector<wire::NewEntry>& entries) {
  Sorted sorted;
  std::map<wire::EntryId, std::size_t> seen;
  for (const wire::NewEntry& entry : entries) {
    const wire::Digest hash = crypto::hash(entry.sealed);
    const auto twice = seen.find(entry.id);
    const auto known = rows.known(place, entry.id);
    if ((known && known->hash != hash) ||
        (twice != seen.end() && sorted.hashes[twice->second] != hash)) {
      sorted.refused = ErrorCode::id_taken;
      return sorted;
    }
    sorted.stored.push_back({known ? known->sequence : 0, known || twice != seen.end()});
    if (known) continue;
    const std::size_t index = twice != seen.end() ? twice->second : sorted.fresh.size();
    sorted.of.emplace_back(sorted.stored.size() - 1, index);
    if (twice != seen.end()) continue;
    seen.emplace(entry.id, index);
    sorted.fresh.push_back(&entry);
    sorted.hashes.push_back(hash);
  }
  return sorted;
}

// Why new entries may not be added here, or nothing.
std::optional<ErrorCode> objection(const PlaceRow& row, const Sorted& sorted,
                                   std::uint64_t expected, const PlaceLimits& limits,
                                   bool edits_may_fill) {
  if (sorted.refused) return sorted.refused;
  if (sorted.fresh.empty()) return {};
  if (expected != 0 && expected != row.head.next) return ErrorCode::wrong_sequence;
  std::uint64_t bytes = row.bytes;
  std::uint64_t most = limits.place_bytes;
  for (const wire::NewEntry* entry : sorted.fresh) {
    if (entry->kind != EntryKind::edit && expected == 0) return ErrorCode::needs_sequence;
    if (entry->kind == EntryKind::edit && !edits_may_fill) {
      most = limits.place_bytes - limits.place_bytes / 10;
    }
    bytes += entry->sealed.size() + entry_overhead;
  }
  if (bytes > most) return ErrorCode::place_full;
  if (row.head.next + sorted.fresh.size() > wire::max_number) return ErrorCode::place_full;
  return {};
}

ChangeMade add(Rows& rows, PlaceRow row, Sorted sorted) {
  ChangeMade made;
  for (std::size_t i = 0; i < sorted.fresh.size(); ++i) {
    const wire::NewEntry& entry = *sorted.fresh[i];
    const std::uint64_t sequence = row.head.next++;
    row.head.chain = crypto::hash(
        wire::link_statement(row.head.chain, sequence, entry.kind, entry.id, sorted.hashes[i]));
    row.bytes += entry.sealed.size() + entry_overhead;
    made.added.push_back({{sequence, entry}, row.head.chain});
    rows.add(row.id, made.added.back(), sorted.hashes[i]);
  }
  for (const auto& [at, index] : sorted.of) {
    sorted.stored[at].sequence = made.added[index].placed.sequence;
  }
  made.stored = std::move(sorted.stored);
  made.row = row;
  return made;
}

class Maker {
 public:
  Maker(Rows& rows, Day today, const PlaceLimits& limits)
      : rows_(rows), today_(today), limits_(limits) {}

  ChangeMade operator()(const MakePlace& change) {
    const wire::PlaceId id = place_of(change.doors.admin);
    if (auto row = rows_.place(id)) {
      if (row->gone) return refuse(ErrorCode::place_gone);
      if (row->doors != change.doors) return refuse(ErrorCode::doors_changed);
      return done(*row);
    }
    if (rows_.count_places() >= limits_.places) return refuse(ErrorCode::relay_full);
    PlaceRow row;
    row.id = id;
    row.doors = change.doors;
    row.head.chain = crypto::hash(wire::first_link_statement(id));
    row.touched = today_;
    rows_.put(row);
    return done(row);
  }

  ChangeMade operator()(const AddEntries& change) {
    const auto row = rows_.place(change.append.place);
    if (const auto why = objection(row, change.number)) return refuse(*why);
    Sorted sorted = sort_out(rows_, row->id, change.append.entries);
    if (const auto why = objection(*row, sorted, change.append.expected, limits_, false)) {
      return refuse(*why, *row);
    }
    const bool anything = !sorted.fresh.empty();
    ChangeMade made = add(rows_, *row, std::move(sorted));
    made.row.touched = today_;
    if (anything) rows_.put(made.row);
    return made;
  }

  ChangeMade operator()(const ReplaceDoors& change) {
    const wire::Rotate& rotate = change.rotate;
    auto row = rows_.place(rotate.place);
    if (!row) return refuse(ErrorCode::unknown_place);
    if (row->gone) return refuse(ErrorCode::place_gone);
    const base::Bytes statement = wire::rotate_statement(change.origin, rotate);
    const wire::Digest digest = crypto::hash({statement, rotate.signature});
    const bool again = digest == row->last_rotation;
    if (!again) {
      if (!crypto::verify({row->doors.admin}, statement, rotate.signature)) {
        return refuse(row->number == rotate.number - 1 ? ErrorCode::bad_proof
                                                       : ErrorCode::doors_changed);
      }
      if (rotate.number != row->number + 1) return refuse(ErrorCode::doors_changed);
      if (rotate.expected != row->head.next) return refuse(ErrorCode::wrong_sequence, *row);
    }
    Sorted sorted = sort_out(rows_, row->id, rotate.entries);
    // Removing somebody should not fail for lack of room: all that belongs to it may use the
    // tenth.
    if (const auto why = objection(*row, sorted, rotate.expected, limits_, true)) {
      return refuse(*why, *row);
    }
    if (!again) {
      if (row->doors.read != rotate.doors.read) {
        rows_.add_old_read_key(row->id, row->doors.read);
      }
      row->doors = rotate.doors;
      row->number = rotate.number;
      row->last_rotation = digest;
    }
    ChangeMade made = add(rows_, *row, std::move(sorted));
    made.row.touched = today_;
    rows_.put(made.row);
    return made;
  }

  ChangeMade operator()(const TrimPlace& change) {
    auto row = rows_.place(change.place);
    if (const auto why = objection(row, change.number)) return refuse(*why);
    if (change.below > row->head.next) return refuse(ErrorCode::wrong_sequence, *row);
    if (change.below <= row->first) return done(*row);
    // What no snapshot stands for is not thrown away.
    if (!rows_.has_snapshot(row->id, change.below)) return refuse(ErrorCode::not_allowed, *row);
    row->bytes -= std::min(row->bytes, rows_.trim(row->id, change.below));
    row->first = change.below;
    row->touched = today_;
    rows_.put(*row);
    return done(*row);
  }

  ChangeMade operator()(const DeletePlace& change) {
    const auto row = rows_.place(change.place);
    if (const auto why = objection(row, change.number)) return refuse(*why);
    PlaceRow gone;
    gone.id = row->id;
    gone.number = row->number + 1;
    gone.touched = today_;
    gone.gone = true;
    rows_.remove_entries(row->id);
    rows_.put(gone);
    return done(gone);
  }

  ChangeMade operator()(const TouchPlace& change) {
    auto row = rows_.place(change.place);
    if (!row || row->gone) return {};
    row->touched = std::max(row->touched, today_);
    rows_.put(*row);
    return done(*row);
  }

  ChangeMade operator()(const Sweep& change) {
    for (const bool gone : {false, true}) {
      const Day before = gone ? change.gone_before : change.idle_before;
      for (const wire::PlaceId& id : rows_.untouched(before, gone, swept_at_once)) {
        rows_.remove_entries(id);
        rows_.remove_place(id);
      }
    }
    return {};
  }

 private:
  static ChangeMade done(const PlaceRow& row) {
    return {.refused = {}, .row = row, .stored = {}, .added = {}};
  }

  Rows& rows_;
  Day today_;
  const PlaceLimits& limits_;
};

StoreAnswer page(Rows& rows, const ReadPage& question) {
  PageRead read;
  read.row = rows.place(question.place);
  if (!read.row || read.row->gone) return read;
  const wire::Head& head = read.row->head;
  read.next = head.next;
  read.chain = head.chain;
  if (question.from >= head.next) return read;
  Run run = rows.entries(question.place, question.from, question.membership_only,
                         question.bytes, wire::max_chunk_entries);
  read.entries = std::move(run.entries);
  if (run.more) {
    read.next = read.entries.back().placed.sequence + 1;
    read.chain = read.entries.back().link;
  }
  return read;
}

}  // namespace

ChangeMade make(Rows& rows, const Change& change, const PlaceLimits& limits) {
  return std::visit(Maker(rows, change.today, limits), change.what);
}

StoreAnswer look_up(Rows& rows, const Question& question) {
  if (const auto* read = std::get_if<ReadPage>(&question)) return page(rows, *read);
  if (const auto* heads = std::get_if<FindHeads>(&question)) {
    HeadsFound found;
    for (const wire::PlaceId& id : heads->places) {
      if (auto row = rows.place(id)) {
        found.rows.push_back(*row);
      } else {
        found.missing.push_back(id);
      }
    }
    return found;
  }
  const auto& find = std::get<FindPlace>(question);
  PlaceFound found{rows.place(find.place), false};
  if (found.row && find.read_key) {
    found.is_old_read_key = rows.is_old_read_key(find.place, *find.read_key);
  }
  return found;
}

Expected expected(const Change& change) {
  struct Names {
    Expected operator()(const MakePlace& make) const {
      return {{place_of(make.doors.admin)}, {}};
    }
    Expected operator()(const AddEntries& add) const {
      return with(add.append.place, add.append.entries);
    }
    Expected operator()(const ReplaceDoors& replace) const {
      return with(replace.rotate.place, replace.rotate.entries);
    }
    Expected operator()(const TrimPlace& trim) const { return {{trim.place}, {}}; }
    Expected operator()(const DeletePlace& gone) const { return {{gone.place}, {}}; }
    Expected operator()(const TouchPlace& touch) const { return {{touch.place}, {}}; }
    Expected operator()(const Sweep&) const { return {}; }

    static Expected with(const wire::PlaceId& place,
                         const std::vector<wire::NewEntry>& entries) {
      Expected names{{place}, {}};
      for (const wire::NewEntry& entry : entries) names.entries.emplace_back(place, entry.id);
      return names;
    }
  };
  return std::visit(Names{}, change.what);
}

Expected expected(const Question& question) {
  if (const auto* heads = std::get_if<FindHeads>(&question)) return {heads->places, {}};
  if (const auto* read = std::get_if<ReadPage>(&question)) return {{read->place}, {}};
  return {{std::get<FindPlace>(question).place}, {}};
}

wire::PlaceId place_of(const wire::PublicKey& admin) {
  const wire::Digest hash = crypto::hash(wire::place_statement(admin));
  wire::PlaceId id;
  std::ranges::copy(std::span(hash).first(id.bytes.size()), id.bytes.begin());
  return id;
}

}  // namespace pairbook::relay
