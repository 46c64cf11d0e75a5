#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::codec {

/// Members stay in the order they were written in.
using Json = nlohmann::ordered_json;
using Words = std::span<const std::string_view>;

/// Two spaces, and a last line end: for people and for version control.
[[nodiscard]] std::string write_json(const Json& json);

/// Errors: invalid_input with "line 3" of the first thing that is no JSON, a name that stands
/// twice in one object, or nesting beyond 16; too_large.
[[nodiscard]] base::Result<Json> parse_json(std::string_view text, std::size_t most_bytes);

/// Where a reader remembers the first thing that was wrong.
struct JsonTrouble {
  std::optional<base::Error> first;
  void refuse(base::Errc code, const std::string& where, std::string detail);
};

/// A place in a JSON text. Reading what is not there, or is something else, notes the trouble
/// with the path and yields an empty value: read everything, ask once.
class JsonPlace {
 public:
  JsonPlace(const Json& json, JsonTrouble& trouble) : json_(&json), trouble_(&trouble) {}

  /// A member that must be there.
  [[nodiscard]] JsonPlace at(std::string_view name) const;
  /// A member that may be missing.
  [[nodiscard]] std::optional<JsonPlace> find(std::string_view name) const;
  /// Nothing but these members: a misspelt one would be lost in silence.
  void only(std::initializer_list<std::string_view> names) const;

  [[nodiscard]] std::string text(std::size_t most_bytes) const;
  [[nodiscard]] int integer(int least, int most) const;
  [[nodiscard]] std::int64_t large_integer(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] bool flag() const;
  /// Position among `words`.
  [[nodiscard]] std::size_t word(Words words) const;
  template <class E>
  [[nodiscard]] E choice(Words words) const {
    return static_cast<E>(word(words));
  }
  [[nodiscard]] std::vector<JsonPlace> items(std::size_t most) const;
  [[nodiscard]] std::vector<std::string> texts(std::size_t most, std::size_t most_bytes) const;
  struct Member;
  [[nodiscard]] std::vector<Member> members(std::size_t most) const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_null() const;

  [[nodiscard]] const std::string& path() const { return path_; }
  void refuse(std::string detail, base::Errc code = base::Errc::invalid_input) const;

 private:
  JsonPlace(const Json* json, JsonTrouble* trouble, std::string path)
      : json_(json), trouble_(trouble), path_(std::move(path)) {}
  const Json* json_;  // null once something was missing
  JsonTrouble* trouble_;
  std::string path_;
};

struct JsonPlace::Member {
  std::string name;
  JsonPlace value;
};

/// Opens a text that says `"format": format, "version": 1`.
[[nodiscard]] base::Result<Json> open_json(std::string_view text, std::string_view format,
                                           std::size_t most_bytes);

}  // namespace pairbook::codec
