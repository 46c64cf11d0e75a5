// A book of format 1 opens for ever, and what must fail fails: tests/vectors/vault.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>

#include "pairbook/base/text.hpp"
#include "pairbook/vault/book_file.hpp"
#include "some_book.hpp"
#include "support/vector_file.hpp"

namespace pairbook::vault {
namespace {

using base::Bytes;
using testing_support::VectorCase;

std::string name_of(base::Errc code) {
  switch (code) {
    case base::Errc::invalid_input:
      return "invalid_input";
    case base::Errc::not_found:
      return "not_found";
    case base::Errc::corrupt:
      return "corrupt";
    case base::Errc::wrong_key:
      return "wrong_key";
    case base::Errc::too_large:
      return "too_large";
    case base::Errc::unsupported_version:
      return "unsupported_version";
    default:
      return "other";
  }
}

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "rec/2" is the second row of its kind; other names are themselves.
Bytes& row(Rows& rows, const std::string& name) {
  if (name.starts_with("head/")) return rows.at(name);
  int left = number(name.substr(4));
  for (auto& [key, bytes] : rows) {
    if (key.starts_with(name.substr(0, 4)) && --left == 0) return bytes;
  }
  ADD_FAILURE() << "no row " << name;
  return rows.begin()->second;
}

void edit_rows(Rows& rows, const std::vector<std::string>& words) {
  Bytes& bytes = row(rows, words[1]);
  if (words[0] == "row-remove") {
    std::erase_if(rows, [&](const auto& item) { return &item.second == &bytes; });
  } else if (words[0] == "row-swap") {
    std::swap(bytes, row(rows, words[2]));
  } else if (words[0] == "row-cut") {
    bytes.resize(static_cast<std::size_t>(number(words[2])));
  } else if (words[0] == "row-flip") {
    bytes[static_cast<std::size_t>(number(words[2]))] ^= std::byte{1};
  } else if (words[0] == "row-set") {
    bytes[static_cast<std::size_t>(number(words[2]))] =
        static_cast<std::byte>(number(words[3]));
  } else {
    ADD_FAILURE() << "no such edit: " << words[0];
  }
}

void edit_file(Bytes& file, const std::vector<std::string>& words) {
  if (words[0] == "append") {
    file.push_back({});
    return;
  }
  const int given = number(words[1]);
  const std::size_t at = given < 0 ? file.size() - static_cast<std::size_t>(-given)
                                   : static_cast<std::size_t>(given);
  if (words[0] == "cut") file.resize(at);
  if (words[0] == "flip") file[at] ^= std::byte{1};
  if (words[0] == "set") file[at] = static_cast<std::byte>(number(words[2]));
}

std::string outcome(const Bytes& file, const std::vector<std::string>& edit,
                    const crypto::Key& key) {
  Bytes edited = file;
  const bool in_rows = !edit.empty() && edit[0].starts_with("row-");
  if (!edit.empty() && !in_rows) edit_file(edited, edit);
  auto rows = read_book_file(edited);
  if (!rows) return name_of(rows.error().code);
  if (in_rows) edit_rows(*rows, edit);
  const auto opened = Vault::open(*rows, 0, key);
  if (!opened) return name_of(opened.error().code);
  return opened->notices.empty() ? "good" : "notice";
}

TEST(VaultVectors, OpenOrFailAsEver) {
  const auto vectors = testing_support::read_vectors("vault/book.txt");
  ASSERT_GE(vectors.size(), 30U);
  const auto file = base::from_hex(vectors[0].at("file"));
  const auto key = crypto::Key::from(*base::from_hex(vectors[0].at("slot-key")));
  ASSERT_TRUE(file && key);
  for (const VectorCase& vector : vectors) {
    const auto edit = vector.find("edit");
    const auto words =
        edit == vector.end() ? std::vector<std::string>{} : base::split(edit->second, " ");
    EXPECT_EQ(outcome(*file, words, *key), vector.at("expect")) << vector.at("comment");
  }
}

TEST(VaultVectors, HoldWhatWasWritten) {
  const VectorCase vector = testing_support::read_vectors("vault/book.txt").at(0);
  const auto rows = read_book_file(*base::from_hex(vector.at("file")));
  ASSERT_TRUE(rows);
  const auto header = read_header(*rows);
  const auto slot = header->slots_of(SlotKind::recovery).front();
  const auto code = crypto::RecoveryCode::read(vector.at("recovery"));
  ASSERT_TRUE(code);
  const auto opened = Vault::open(*rows, slot, code->key(header->slots[slot].salt));
  ASSERT_TRUE(opened);

  EXPECT_EQ(story(opened->entries), vector.at("entries") + " ");
  const auto space = opened->vault.keyring().spaces()[0].id;
  EXPECT_EQ(story(*opened->vault.history(*rows, space)), vector.at("history") + " ");
  EXPECT_EQ(text(opened->snapshots.at(0).state), vector.at("state"));
  EXPECT_EQ(text(opened->records.at("settings")), vector.at("settings"));
}

TEST(HeaderVectors, AreReadOrRefusedAsEver) {
  const auto vectors = testing_support::read_vectors("vault/header.txt");
  ASSERT_GE(vectors.size(), 20U);
  for (const VectorCase& vector : vectors) {
    const auto bytes = base::from_hex(vector.contains("header") ? vector.at("header") : "");
    const auto key = crypto::Key::from(*base::from_hex(vector.at("slot-key")));
    ASSERT_TRUE(bytes && key) << vector.at("comment");
    const auto header = decode_header(*bytes);
    std::string got = header ? "good" : name_of(header.error().code);
    if (header) {
      EXPECT_EQ(encode(*header), *bytes) << vector.at("comment");
      const auto book_key = unwrap(*header, 0, *key);
      if (!book_key) got = name_of(book_key.error().code);
      EXPECT_TRUE(!book_key || base::to_hex(book_key->bytes()) == vector.at("book-key"));
    }
    EXPECT_EQ(got, vector.at("expect")) << vector.at("comment");
  }
}

}  // namespace
}  // namespace pairbook::vault
