#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/id.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/field.hpp"
#include "pairbook/domain/person.hpp"

namespace pairbook::codec {

// One description of a value serves writing and reading, so the two cannot drift apart:
// `walk(archive, value)` calls the archive for every part in order. BytesOut takes const values
// and writes, BytesIn fills values in and refuses what BytesOut would not have written.

template <class T, class Plain>
concept Is = std::same_as<std::remove_const_t<T>, Plain>;

/// A limit and what a refusal calls it.
struct Limit {
  std::size_t most;
  std::string_view name;
};

inline constexpr Limit text_limit{64U << 10U, "text of more than 64 KiB"};

class BytesOut {
 public:
  static constexpr bool reads = false;
  explicit BytesOut(base::ByteWriter& out) : out_(out) {}

  void flag(const bool& value) { out_.u8(value ? 1 : 0); }
  template <class E>
  void choice(const E& value, E) {
    out_.u8(static_cast<std::uint8_t>(value));
  }
  void number(const int& value) {
    const auto wide = static_cast<std::int64_t>(value);
    out_.varint(static_cast<std::uint64_t>(wide) << 1U ^
                static_cast<std::uint64_t>(wide >> 63));
  }
  void date(const base::Date& value) { number(value.days); }
  void text(const std::string& value) { out_.text(value); }
  void key(const domain::FieldKey& value) { out_.text(value.text()); }
  void email(const domain::Email& value) { out_.text(value.text()); }
  template <class Tag>
  void id(const base::Id<Tag>& value) {
    out_.raw(value.bytes);
  }
  template <class T, class Each>
  void list(const std::vector<T>& values, Limit, Each each) {
    out_.varint(values.size());
    for (const T& value : values) each(value);
  }
  template <class K, class V, class Key, class Value>
  void map(const std::map<K, V>& values, Limit, Key on_key, Value on_value) {
    out_.varint(values.size());
    for (const auto& [k, v] : values) {
      on_key(k);
      on_value(v);
    }
  }
  template <class T, class Each>
  void maybe(const std::optional<T>& value, Each each) {
    flag(value.has_value());
    if (value) each(*value);
  }

 private:
  base::ByteWriter& out_;
};

class BytesIn {
 public:
  static constexpr bool reads = true;
  explicit BytesIn(base::ByteReader& in) : in_(in) {}

  void flag(bool& value) {
    const std::uint8_t byte = in_.u8();
    if (byte > 1) corrupt("neither 0 nor 1");
    value = byte == 1;
  }
  template <class E>
  void choice(E& value, E last) {
    const std::uint8_t byte = in_.u8();
    if (byte > static_cast<std::uint8_t>(last)) return corrupt("no such choice");
    value = static_cast<E>(byte);
  }
  void number(int& value) {
    const std::uint64_t coded = in_.varint();
    const auto wide = static_cast<std::int64_t>(coded >> 1U ^ (0U - (coded & 1U)));
    if (wide < std::numeric_limits<std::int32_t>::min() ||
        wide > std::numeric_limits<std::int32_t>::max()) {
      return corrupt("number of more than 32 bits");
    }
    value = static_cast<int>(wide);
  }
  void date(base::Date& value) {
    int days = 0;
    number(days);
    value.days = days;
  }
  void text(std::string& value) { value = read_text(text_limit); }
  void key(domain::FieldKey& value) {
    const std::string read = read_text({256, "field key of more than 256 bytes"});
    if (read.empty()) {
      value = {};
    } else if (auto made = domain::FieldKey::from(read)) {
      value = *std::move(made);
    } else {
      corrupt("not a field key");
    }
  }
  void email(domain::Email& value) {
    const std::string read = read_text({254, "e-mail address of more than 254 bytes"});
    auto made = domain::Email::from(read);
    if (!made || made->text() != read) return corrupt("not an e-mail address");
    value = *std::move(made);
  }
  template <class Tag>
  void id(base::Id<Tag>& value) {
    value.bytes = in_.fixed<16>();
  }
  template <class T, class Each>
  void list(std::vector<T>& values, Limit limit, Each each) {
    const std::size_t count = counted(limit);
    values.clear();
    values.reserve(std::min(count, in_.left()));
    for (std::size_t i = 0; i < count && in_.ok(); ++i) each(values.emplace_back());
  }
  template <class K, class V, class Key, class Value>
  void map(std::map<K, V>& values, Limit limit, Key on_key, Value on_value) {
    const std::size_t count = counted(limit);
    values.clear();
    for (std::size_t i = 0; i < count && in_.ok(); ++i) map_item(values, on_key, on_value);
  }
  template <class K, class V, class Key, class Value>
  void map_item(std::map<K, V>& values, Key on_key, Value on_value) {
    K k{};
    on_key(k);
    if (!values.empty() && !(values.rbegin()->first < k)) return corrupt("not in order");
    on_value(values.emplace_hint(values.end(), std::move(k), V{})->second);
  }
  template <class T, class Each>
  void maybe(std::optional<T>& value, Each each) {
    bool there = false;
    flag(there);
    value.reset();
    if (there) each(value.emplace());
  }
  void corrupt(std::string_view why) { in_.refuse(base::Errc::corrupt, why); }
  [[nodiscard]] std::uint8_t byte() { return in_.u8(); }

  /// Every item takes at least a byte, so a count beyond what is left is a lie.
  std::size_t counted(Limit limit) {
    const std::uint64_t count = in_.varint();
    if (count > limit.most) {
      in_.refuse(base::Errc::too_large, limit.name);
      return 0;
    }
    if (count > in_.left()) {
      corrupt("count of more than there is");
      return 0;
    }
    return static_cast<std::size_t>(count);
  }

 private:
  std::string read_text(Limit limit) {
    const std::size_t size = counted(limit);
    std::string read = base::text_of(in_.raw(size));
    if (!base::is_utf8(read)) {
      corrupt("text is not UTF-8");
      read.clear();
    }
    return read;
  }
  base::ByteReader& in_;
};

}  // namespace pairbook::codec
