// Events from bytes. The page is our own, but what it read from its storage is not: everything
// is checked as it would be from a stranger.
#include <algorithm>
#include <cstring>

#include "letters.hpp"

namespace pairbook::web {
namespace {

using base::ByteReader;

constexpr std::size_t longest_text = std::size_t{1} << 28;
constexpr std::size_t largest_file = std::size_t{1} << 30;
constexpr std::size_t most_rows = 10'000'000;
constexpr std::size_t most_books = 10'000;
constexpr std::size_t most_clock_changes = 200;
constexpr std::int32_t furthest_minutes = 24 * 60;

app::BookId get_book(ByteReader& from) {
  const auto book = app::BookId::from_hex(from.text(64));
  if (!book) {
    from.refuse(base::Errc::invalid_input, "book");
    return {};
  }
  return *book;
}

base::Bytes get_blob(ByteReader& from) {
  const base::BytesView view = from.blob(largest_file);
  base::Bytes out(view.size());  // built for size, an iterator's copy goes byte by byte
  if (!view.empty()) std::memcpy(out.data(), view.data(), view.size());
  return out;
}

base::Error get_error(ByteReader& from) {
  base::Error error;
  const std::uint8_t code = from.u8();
  if (code > static_cast<std::uint8_t>(base::Errc::cancelled))
    from.refuse(base::Errc::invalid_input, "error code");
  else
    error.code = static_cast<base::Errc>(code);
  error.where = from.text(longest_text);
  error.detail = from.text(longest_text);
  return error;
}

app::Started get_started(ByteReader& from) {
  app::Started event;
  const std::size_t books = from.count(most_books);
  for (std::size_t i = 0; i < books && from.ok(); ++i) event.books.push_back(get_book(from));
  event.preferences = unpack_preferences(from.blob(longest_text));
  const std::uint8_t can = from.u8();
  event.capabilities = {.storage = (can & 1) != 0,
                        .persisted = (can & 2) != 0,
                        .local_file = (can & 4) != 0,
                        .webgl = (can & 8) != 0,
                        .print = (can & 16) != 0,
                        .apple_keys = (can & 32) != 0};
  event.route = from.text(longest_text);
  const std::size_t changes = from.count(most_clock_changes);
  for (std::size_t i = 0; i < changes && from.ok(); ++i) {
    const base::Instant since{from.i64()};
    const auto ahead = static_cast<std::int32_t>(from.u32());
    if (ahead < -furthest_minutes || ahead > furthest_minutes)
      from.refuse(base::Errc::invalid_input, "clock");
    event.times.changes.push_back({since, ahead});
  }
  event.served_from = from.text(4096);
  return event;
}

std::vector<vault::Row> get_rows(ByteReader& from) {
  std::vector<vault::Row> rows;
  const std::size_t count = from.count(most_rows);
  for (std::size_t i = 0; i < count && from.ok(); ++i) {
    std::string key = from.text(1024);
    rows.push_back({std::move(key), get_blob(from)});
  }
  return rows;
}

app::BookLoaded get_loaded(ByteReader& from) {
  app::BookLoaded event;
  event.book = get_book(from);
  event.writer = from.u8() != 0;
  event.rows = get_rows(from);
  return event;
}
app::BookRows get_some_rows(ByteReader& from) {
  app::BookRows event;
  event.book = get_book(from);
  event.rows = get_rows(from);
  return event;
}

app::FilePicked get_picked(ByteReader& from) {
  app::FilePicked event;
  const std::uint8_t purpose = from.u8();
  if (purpose > static_cast<std::uint8_t>(app::PickPurpose::check_report))
    from.refuse(base::Errc::invalid_input, "purpose");
  else
    event.purpose = static_cast<app::PickPurpose>(purpose);
  event.name = from.text(longest_text);
  event.bytes = get_blob(from);
  event.dropped = from.u8() != 0;
  return event;
}

// The numbers are the places in app::Event, which web/js/letters.js repeats by name.
std::optional<app::Event> get_event(ByteReader& from) {
  switch (from.u8()) {
    case 1:
      return get_started(from);
    case 2:
      return get_loaded(from);
    case 3:
      return app::BookMissing{get_book(from)};
    case 4: {
      const app::BookId book = get_book(from);
      return app::Saved{book, from.u64()};
    }
    case 5: {
      const app::BookId book = get_book(from);
      const std::uint64_t generation = from.u64();
      return app::SaveFailed{book, generation, get_error(from)};
    }
    case 6:
      return app::BookDeleted{get_book(from)};
    case 7: {
      const std::uint32_t job = from.u32();
      const std::uint32_t part = from.u32();
      return app::JobProgress{job, part, from.u32()};
    }
    case 8: {
      const std::uint32_t job = from.u32();
      return app::JobDone{job, get_blob(from)};
    }
    case 9: {
      const std::uint32_t job = from.u32();
      return app::JobFailed{job, get_error(from)};
    }
    case 10:
      return get_picked(from);
    case 11: {
      std::string name = from.text(longest_text);
      return app::FileRefused{std::move(name), get_error(from)};
    }
    case 12:
      return app::TextPasted{from.text(longest_text)};
    case 13:
      return app::TextCopied{from.u8() != 0};
    case 14:
      return app::Woke{};
    case 15:
      return app::PersonActive{};
    case 16:
      return app::PageHidden{};
    case 17:
      return app::PageShown{};
    case 18:
      return app::WriterLost{get_book(from)};
    case 19:
      return app::WriterGranted{get_book(from)};
    case 20:
      return app::RouteChanged{from.text(longest_text)};
    case 21:
      return app::PersistenceChanged{from.u8() != 0};
    case 22:
      return get_some_rows(from);
    case 23: {
      const app::BookId book = get_book(from);
      return app::LoadFailed{book, get_error(from)};
    }
    case 24:
      return app::LineOpened{from.u32()};
    case 25: {
      const std::uint32_t line = from.u32();
      return app::LineHeard{line, get_blob(from)};
    }
    case 26:
      return app::LineClosed{from.u32()};
    default:
      return std::nullopt;
  }
}
static_assert(std::variant_size_v<app::Event> == 27, "tell get_event and web/js/letters.js");

}  // namespace

std::optional<app::Event> unpack_event(base::BytesView bytes) {
  ByteReader from(bytes);
  std::optional<app::Event> event = get_event(from);
  if (!from.finish()) return std::nullopt;
  return event;
}

app::Preferences unpack_preferences(base::BytesView bytes) {
  ByteReader from(bytes);
  const std::uint8_t version = from.u8();
  if (version != 1 && version != 2) return {};
  app::Preferences found;
  found.theme = static_cast<app::Theme>(std::min<std::uint8_t>(from.u8(), 2));
  found.contrast = static_cast<app::Contrast>(std::min<std::uint8_t>(from.u8(), 2));
  found.auto_lock_minutes = static_cast<int>(std::min<std::uint32_t>(from.u32(), 24 * 60));
  const std::size_t names = from.count(most_books);
  for (std::size_t i = 0; i < names && from.ok(); ++i) {
    const app::BookId book = get_book(from);
    found.book_names.emplace_back(book, from.text(4096));
  }
  const std::size_t copies = version == 1 ? 0 : from.count(most_books);
  for (std::size_t i = 0; i < copies && from.ok(); ++i) {
    const app::BookId book = get_book(from);
    found.copies.emplace_back(book, base::Instant{from.i64()});
  }
  if (!from.finish()) return {};
  return found;
}

}  // namespace pairbook::web
