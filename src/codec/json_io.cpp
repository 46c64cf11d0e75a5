#include "json_io.hpp"

#include <algorithm>
#include <cstring>
#include <set>

#include "pairbook/base/text.hpp"

// None of our files has a fraction in it: whoever reads one hears that it is no whole number.
// So what it is to the last bit need not be found out, which would be 1 % of the browser's
// download.
template <>
[[gnu::nonnull]] void nlohmann::detail::
    lexer<pairbook::codec::Json, nlohmann::detail::iterator_input_adapter<const char*>>::strtof(
        pairbook::codec::Json::number_float_t& number, const char* text, char** end) noexcept {
  number = 0.5;
  *end = const_cast<char*>(text) + std::strlen(text);
}

namespace pairbook::codec {

using base::Errc;
using base::fail;

namespace {

constexpr int deepest = 16;

std::string numbered(std::string_view word, std::size_t number) {
  return std::string(word) + base::to_text(static_cast<long long>(number));
}

/// Reads JSON into a value, but refuses depth and repeated names, which a plain parse allows.
class StrictReader {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    if (depth > deepest) too_deep = true;
    if (event == Event::object_start) names_.emplace_back();
    if (event == Event::object_end && !names_.empty()) names_.pop_back();
    if (event == Event::key && !names_.empty()) {
      const auto* name = parsed.get_ptr<const std::string*>();
      if (name != nullptr && !names_.back().insert(*name).second && repeated.empty()) {
        repeated = *name;
      }
    }
    return !too_deep;
  }
  bool too_deep = false;
  std::string repeated;

 private:
  std::vector<std::set<std::string>> names_;
};

/// The line on which the first thing stands that is no JSON: every shorter start of a JSON text
/// is cut short, so the error's own message is not needed.
std::string bad_line(std::string_view text) {
  struct Finder : nlohmann::json_sax<Json> {
    std::size_t at = 0;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
      at = position;
      return false;
    }
  } finder;
  (void)Json::sax_parse(text.begin(), text.end(), &finder);
  const auto before = text.substr(0, finder.at);
  return numbered("line ",
                  1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
}

}  // namespace

std::string write_json(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::Result<Json> parse_json(std::string_view text, std::size_t most_bytes) {
  if (text.size() > most_bytes) return fail(Errc::too_large, "file");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  StrictReader strict;
  Json json = Json::parse(
      text.begin(), text.end(),
      [&](int depth, Json::parse_event_t event, Json& parsed) {
        return strict(depth, event, parsed);
      },
      false);
  if (strict.too_deep) return fail(Errc::invalid_input, "file", "nested too deeply");
  if (json.is_discarded()) return fail(Errc::invalid_input, bad_line(text), "not JSON");
  if (!strict.repeated.empty())
    return fail(Errc::invalid_input, strict.repeated, "stands twice");
  return json;
}

void JsonTrouble::refuse(Errc code, const std::string& where, std::string detail) {
  if (!first) first = base::Error{code, where, std::move(detail)};
}

void JsonPlace::refuse(std::string detail, Errc code) const {
  trouble_->refuse(code, path_.empty() ? "file" : path_, std::move(detail));
}

std::optional<JsonPlace> JsonPlace::find(std::string_view name) const {
  if (json_ == nullptr) return std::nullopt;
  if (!json_->is_object()) {
    refuse("not an object");
    return std::nullopt;
  }
  const auto found = json_->find(std::string(name));
  if (found == json_->end()) return std::nullopt;
  return JsonPlace(&*found, trouble_,
                   path_.empty() ? std::string(name) : path_ + "." + std::string(name));
}

JsonPlace JsonPlace::at(std::string_view name) const {
  if (auto found = find(name)) return *std::move(found);
  JsonPlace missing(nullptr, trouble_,
                    path_.empty() ? std::string(name) : path_ + "." + std::string(name));
  missing.refuse("missing");
  return missing;
}

void JsonPlace::only(std::initializer_list<std::string_view> names) const {
  if (json_ == nullptr) return;
  if (!json_->is_object()) return refuse("not an object");
  for (const auto& [name, value] : json_->items()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      (void)find(name)->refuse("not known here");
    }
  }
}

bool JsonPlace::is_text() const {
  return json_ != nullptr && json_->is_string();
}

bool JsonPlace::is_null() const {
  return json_ == nullptr || json_->is_null();
}

std::string JsonPlace::text(std::size_t most_bytes) const {
  if (json_ == nullptr) return {};
  const auto* value = json_->get_ptr<const std::string*>();
  if (value == nullptr) {
    refuse("not a text");
    return {};
  }
  if (value->size() > most_bytes) {
    refuse("too long", Errc::too_large);
    return {};
  }
  return *value;
}

std::int64_t JsonPlace::large_integer(std::int64_t least, std::int64_t most) const {
  if (json_ == nullptr) return least;
  const bool huge = json_->is_number_unsigned() &&
                    json_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  const bool whole = json_->is_number_integer() && !huge;
  const auto value = whole ? json_->get<std::int64_t>() : std::int64_t{0};
  if (!whole || value < least || value > most) {
    refuse("not a whole number from " + base::to_text(least) + " to " + base::to_text(most));
    return least;
  }
  return value;
}

int JsonPlace::integer(int least, int most) const {
  return static_cast<int>(large_integer(least, most));
}

bool JsonPlace::flag() const {
  if (json_ == nullptr) return false;
  if (!json_->is_boolean()) {
    refuse("neither true nor false");
    return false;
  }
  return json_->get<bool>();
}

std::size_t JsonPlace::word(Words words) const {
  const std::string value = text(64);
  const auto found = std::find(words.begin(), words.end(), value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::vector<std::string> known(words.begin(), words.end());
  refuse("not one of " + base::join(known, ", "));
  return 0;
}

std::vector<JsonPlace> JsonPlace::items(std::size_t most) const {
  std::vector<JsonPlace> places;
  if (json_ == nullptr) return places;
  if (!json_->is_array()) {
    refuse("not a list");
    return places;
  }
  if (json_->size() > most) {
    refuse("more than " + numbered("", most), Errc::too_large);
    return places;
  }
  places.reserve(json_->size());
  for (std::size_t i = 0; i < json_->size(); ++i) {
    places.push_back(JsonPlace(&(*json_)[i], trouble_, path_ + numbered("[", i) + "]"));
  }
  return places;
}

std::vector<std::string> JsonPlace::texts(std::size_t most, std::size_t most_bytes) const {
  std::vector<std::string> out;
  for (const JsonPlace& item : items(most)) out.push_back(item.text(most_bytes));
  return out;
}

std::vector<JsonPlace::Member> JsonPlace::members(std::size_t most) const {
  std::vector<Member> out;
  if (json_ == nullptr) return out;
  if (!json_->is_object()) {
    refuse("not an object");
    return out;
  }
  if (json_->size() > most) {
    refuse("more than " + numbered("", most), Errc::too_large);
    return out;
  }
  for (const auto& [name, value] : json_->items()) {
    out.push_back({name, JsonPlace(&value, trouble_, path_ + "." + name)});
  }
  return out;
}

base::Result<Json> open_json(std::string_view text, std::string_view format,
                             std::size_t most_bytes) {
  auto json = parse_json(text, most_bytes);
  if (!json) return json;
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  if (file.at("format").text(64) != format) {
    file.at("format").refuse("not " + std::string(format));
  }
  const int version = file.at("version").integer(1, 1'000'000);
  if (trouble.first) return std::unexpected(*trouble.first);
  if (version != 1) return fail(Errc::unsupported_version, "version");
  return json;
}

}  // namespace pairbook::codec
