// Effects as bytes. Numbers are u32 unless said otherwise; lists and texts have their length
// first.
#include <variant>

#include "letters.hpp"

namespace pairbook::web {
namespace {

using base::ByteWriter;

void put(ByteWriter& out, const app::BookId& book) {
  out.text(book.hex());
}

void put_fields(ByteWriter& out, const app::LoadBook& effect) {
  put(out, effect.book);
}
void put_rows(ByteWriter& out, const std::vector<vault::Row>& rows) {
  out.varint(rows.size());
  for (const vault::Row& row : rows) {
    out.text(row.key);
    out.blob(row.bytes);
  }
}
void put_fields(ByteWriter& out, const app::StageRows& effect) {
  put(out, effect.book);
  out.u8(effect.begins ? 1 : 0);
  put_rows(out, effect.rows);
}
void put_fields(ByteWriter& out, const app::SaveCommit& effect) {
  put(out, effect.book);
  out.u8(effect.begins ? 1 : 0);
  out.u64(effect.commit.expected);
  out.u64(effect.commit.generation);
  put_rows(out, effect.commit.put);
  out.varint(effect.commit.remove.size());
  for (const std::string& key : effect.commit.remove) out.text(key);
}
void put_fields(ByteWriter& out, const app::DeleteBook& effect) {
  put(out, effect.book);
}
void put_fields(ByteWriter& out, const app::ReleaseBook& effect) {
  put(out, effect.book);
}
void put_fields(ByteWriter& out, const app::TakeOverWriter& effect) {
  put(out, effect.book);
}
void put_fields(ByteWriter&, const app::RequestPersistence&) {}
void put_fields(ByteWriter& out, const app::StartJob& effect) {
  out.u32(effect.job);
  out.u8(static_cast<std::uint8_t>(effect.kind));
  out.blob(effect.input);
}
void put_fields(ByteWriter& out, const app::CancelJob& effect) {
  out.u32(effect.job);
}
void put_fields(ByteWriter& out, const app::WakeAt& effect) {
  out.i64(effect.when.ms);
}
void put_fields(ByteWriter&, const app::Continue&) {}
void put_fields(ByteWriter& out, const app::Download& effect) {
  out.text(effect.name);
  out.text(effect.type);
  out.varint(effect.chunks.size());
  for (const base::Bytes& chunk : effect.chunks) out.blob(chunk);
}
void put_fields(ByteWriter& out, const app::CopyText& effect) {
  out.text(effect.text);
}

void put_texts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.varint(texts.size());
  for (const std::string& text : texts) out.text(text);
}
void put_fields(ByteWriter& out, const app::ReportHeading& heading) {
  out.u8(static_cast<std::uint8_t>(heading.level));
  out.text(heading.text);
}
void put_fields(ByteWriter& out, const app::ReportText& text) {
  out.text(text.text);
}
void put_fields(ByteWriter& out, const app::ReportCode& code) {
  out.text(code.text);
}
void put_fields(ByteWriter& out, const app::ReportTable& table) {
  put_texts(out, table.head);
  out.varint(table.rows.size());
  for (const auto& row : table.rows) put_texts(out, row);
}
void put_fields(ByteWriter&, const app::PageBreak&) {}
void put_fields(ByteWriter& out, const app::Print& effect) {
  out.text(effect.report.title);
  out.varint(effect.report.blocks.size());
  for (const app::ReportBlock& block : effect.report.blocks) {
    out.u8(static_cast<std::uint8_t>(block.index()));
    std::visit([&](const auto& each) { put_fields(out, each); }, block);
  }
}

void put_fields(ByteWriter& out, const app::PickFile& effect) {
  out.u8(static_cast<std::uint8_t>(effect.purpose));
  out.text(effect.accept);
}
void put_fields(ByteWriter& out, const app::SetRoute& effect) {
  out.text(effect.route);
  out.u8(static_cast<std::uint8_t>(effect.how));
}
void put_fields(ByteWriter& out, const app::SavePreferences& effect) {
  out.blob(pack(effect.preferences));
}
void put_fields(ByteWriter& out, const app::OpenLink& effect) {
  out.text(effect.address);
}
void put_fields(ByteWriter& out, const app::OpenLine& effect) {
  out.u32(effect.line);
  out.text(effect.address);
}
void put_fields(ByteWriter& out, const app::SendOnLine& effect) {
  out.u32(effect.line);
  out.blob(effect.message);
}
void put_fields(ByteWriter& out, const app::CloseLine& effect) {
  out.u32(effect.line);
}

constexpr std::uint8_t preferences_version = 2;

}  // namespace

base::Bytes pack(const app::Effect& effect) {
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(effect.index()));
  std::visit([&](const auto& each) { put_fields(out, each); }, effect);
  return out.take();
}

base::Bytes pack(const app::Preferences& preferences) {
  ByteWriter out;
  out.u8(preferences_version);
  out.u8(static_cast<std::uint8_t>(preferences.theme));
  out.u8(static_cast<std::uint8_t>(preferences.contrast));
  out.u32(static_cast<std::uint32_t>(preferences.auto_lock_minutes));
  out.varint(preferences.book_names.size());
  for (const auto& [book, name] : preferences.book_names) {
    put(out, book);
    out.text(name);
  }
  out.varint(preferences.copies.size());
  for (const auto& [book, when] : preferences.copies) {
    put(out, book);
    out.i64(when.ms);
  }
  return out.take();
}

base::Bytes pack(const base::Result<base::Bytes>& outcome) {
  ByteWriter out;
  out.u8(outcome ? 1 : 0);
  if (outcome) {
    out.blob(*outcome);
  } else {
    out.u8(static_cast<std::uint8_t>(outcome.error().code));
    out.text(outcome.error().where);
    out.text(outcome.error().detail);
  }
  return out.take();
}

}  // namespace pairbook::web
