#include "sync-server/store/whole.hpp"

#include "pairbook/crypto/hash.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::relay {
namespace {

constexpr std::size_t places_at_once = 256;
constexpr std::size_t entries_at_once = 64;  // of up to 64 KiB

base::Bytes bytes_of(const PlaceRow& row) {
  base::ByteWriter out;
  for (const std::uint64_t number :
       {row.number, row.first, row.head.next, row.bytes,
        static_cast<std::uint64_t>(row.touched), std::uint64_t{row.gone}}) {
    out.u64(number);
  }
  for (const base::BytesView each :
       {base::BytesView(row.id.bytes), base::BytesView(row.doors.admin),
        base::BytesView(row.doors.read), base::BytesView(row.doors.write),
        base::BytesView(row.head.chain), base::BytesView(row.last_rotation)}) {
    out.raw(each);
  }
  return std::move(out).take();
}

template <class Use>
void for_each_place(WholeSession& session, const Use& use) {
  std::optional<wire::PlaceId> last;
  while (true) {
    const auto rows = session.places_after(last, places_at_once);
    for (const PlaceRow& row : rows) use(row);
    if (rows.size() < places_at_once) return;
    last = rows.back().id;
  }
}

template <class Use>
void for_each_entry(WholeSession& session, const wire::PlaceId& place, const Use& use) {
  std::uint64_t from = 1;
  while (true) {
    const auto entries = session.whole_entries(place, from, entries_at_once);
    for (const WholeEntry& entry : entries) use(entry);
    if (entries.size() < entries_at_once) return;
    from = entries.back().kept.placed.sequence + 1;
  }
}

// The whole chain of a place; what is wrong with it, or nothing.
std::string check_place(WholeSession& session, const PlaceRow& row, StoreContents& contents) {
  wire::Digest chain = crypto::hash(wire::first_link_statement(row.id));
  std::uint64_t next = 1;
  std::uint64_t sum = 0;
  std::string wrong;
  for_each_entry(session, row.id, [&](const WholeEntry& whole) {
    const wire::NewEntry& entry = whole.kept.placed.entry;
    const base::BytesView sealed(entry.sealed);
    if (wrong.empty() && whole.kept.placed.sequence != next) wrong = "an entry is missing";
    if (wrong.empty() && !sealed.empty() && crypto::hash(sealed) != whole.hash) {
      wrong = "an entry was changed";
    }
    chain = crypto::hash(wire::link_statement(chain, next, entry.kind, entry.id, whole.hash));
    if (wrong.empty() && chain != whole.kept.link) wrong = "a chain is broken";
    contents.digest = crypto::hash({contents.digest, chain, sealed});
    sum += sealed.empty() ? entry_overhead : sealed.size() + entry_overhead;
    contents.bytes += sealed.size();
    ++contents.entries;
    ++next;
  });
  if (!wrong.empty()) return wrong;
  if (next != row.head.next || chain != row.head.chain) {
    return "a chain does not end where it should";
  }
  if (sum != row.bytes) return "the size of a place is not what its entries are";
  return {};
}

}  // namespace

std::expected<StoreContents, std::string> check_whole(WholeSession& session) {
  StoreContents contents;
  std::string wrong;
  for_each_place(session, [&](const PlaceRow& row) {
    contents.digest = crypto::hash({contents.digest, bytes_of(row)});
    for (const wire::PublicKey& key : session.old_read_keys(row.id)) {
      contents.digest = crypto::hash({contents.digest, key});
    }
    if (row.gone || !wrong.empty()) return;
    ++contents.places;
    wrong = check_place(session, row, contents);
  });
  if (wrong.empty() && session.count_entries() != contents.entries) {
    wrong = "there are entries of no place";
  }
  if (!wrong.empty()) return std::unexpected(wrong);
  return contents;
}

void copy_whole(WholeSession& from, WholeSession& to) {
  for_each_place(from, [&](const PlaceRow& row) {
    to.put(row);
    for (const wire::PublicKey& key : from.old_read_keys(row.id)) {
      to.add_old_read_key(row.id, key);
    }
    for_each_entry(from, row.id,
                   [&](const WholeEntry& entry) { to.add(row.id, entry.kept, entry.hash); });
  });
}

}  // namespace pairbook::relay
