// Answers as people write them, and their canonical words.
#include <algorithm>
#include <array>
#include <optional>

#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/availability.hpp"
#include "pairbook/domain/field.hpp"
#include "pairbook/domain/skill.hpp"

namespace pairbook::domain {

namespace {

using base::Errc;
using base::fail;

constexpr std::string_view list_separators = ";,|\n\r";

/// "Yes" and "no" as spreadsheets of many countries say them, folded.
constexpr std::array yes_words = {"yes", "y",   "true", "1",  "x",   "ja",   "oui", "si",
                                  "sim", "tak", "da",   "да", "ναι", "evet", "on",  "ok"};
constexpr std::array no_words = {"no",  "n",   "false", "0",   "nein", "non",   "nee",
                                 "nao", "nie", "ne",    "нет", "οχι",  "hayir", "off"};

std::optional<std::string> option_like(const Field& field, std::string_view text) {
  const std::string folded = base::fold_case(text);
  for (const std::string& option : field.options) {
    if (base::fold_case(option) == folded) return option;
  }
  return std::nullopt;
}

base::Result<Answer> read_choice(const Field& field, std::string_view text) {
  if (field.options.empty()) return Answer{{base::collapse_spaces(text)}};
  if (const auto option = option_like(field, text)) return Answer{{*option}};
  return fail(Errc::invalid_input, std::string(text), "not one of the options");
}

void add_once(std::vector<std::string>& values, std::string value) {
  const std::string folded = base::fold_case(value);
  for (const std::string& seen : values) {
    if (base::fold_case(seen) == folded) return;
  }
  values.push_back(std::move(value));
}

/// Separators may also be inside an option ("Arts, culture"), so the longest run of cells that
/// is an option wins.
base::Result<Answer> read_list(const Field& field, std::string_view text) {
  struct Cell {
    std::size_t begin, end;
  };
  std::vector<Cell> cells;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(list_separators, begin), text.size());
    if (!base::trim(text.substr(begin, end - begin)).empty()) cells.push_back({begin, end});
    begin = end + 1;
  }
  std::vector<std::string> values;
  for (std::size_t first = 0; first < cells.size();) {
    std::size_t next = first;
    for (std::size_t last = std::min(cells.size(), first + 8); last > first && next == first;
         --last) {
      const auto part =
          text.substr(cells[first].begin, cells[last - 1].end - cells[first].begin);
      if (const auto option = option_like(field, part)) {
        add_once(values, *option);
        next = last;
      }
    }
    if (next == first) {
      const auto part = text.substr(cells[first].begin, cells[first].end - cells[first].begin);
      if (!field.options.empty()) {
        return fail(Errc::invalid_input, std::string(base::trim(part)),
                    "not one of the options");
      }
      add_once(values, base::collapse_spaces(part));
      next = first + 1;
    }
    first = next;
  }
  if (!field.options.empty()) {
    const auto position = [&](const std::string& value) {
      return std::find(field.options.begin(), field.options.end(), value);
    };
    base::sort(values, [&](const auto& a, const auto& b) { return position(a) < position(b); });
  }
  return Answer{std::move(values)};
}

/// "1,000", "3,5", "3.50", "+7" -> 1000, 3.5, 3.5, 7. Up to fifteen digits.
base::Result<Answer> read_number(std::string_view text) {
  const auto refused = [&] {
    return fail(Errc::invalid_input, std::string(text), "not a number");
  };
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '\'') digits += c;
  }
  bool negative = false;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
    negative = digits[0] == '-';
    digits.erase(0, 1);
  }
  const std::size_t comma = digits.find(',');
  if (comma != std::string::npos && digits.find('.') == std::string::npos &&
      digits.find(',', comma + 1) == std::string::npos && digits.size() - comma != 4) {
    digits[comma] = '.';
  }
  std::erase(digits, ',');
  const std::size_t point = digits.find('.');
  std::string whole = digits.substr(0, point);
  std::string part = point == std::string::npos ? "" : digits.substr(point + 1);
  const auto all_digits = [](const std::string& run) {
    return std::all_of(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.size() + part.size() > 15 || (whole.empty() && part.empty())) return refused();
  if (!all_digits(whole) || !all_digits(part)) return refused();
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  while (!part.empty() && part.back() == '0') part.pop_back();
  if (whole.empty()) whole = "0";
  std::string canonical = part.empty() ? whole : whole + "." + part;
  if (negative && canonical != "0") canonical.insert(0, "-");
  return Answer{{canonical}};
}

/// The shape of an IANA name ("Europe/Warsaw", "UTC", "UTC+05:30"); not a look-up.
base::Result<Answer> read_time_zone(std::string_view text) {
  const bool letters = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '/' || c == '_' || c == '+' || c == '-' || c == ':';
  });
  const bool named = text.find('/') != std::string_view::npos || text.starts_with("UTC") ||
                     text.starts_with("GMT");
  if (!letters || !named || text.size() > 64) {
    return fail(Errc::invalid_input, std::string(text), "not a time zone");
  }
  return Answer{{std::string(text)}};
}

base::Result<Answer> read_availability(std::string_view text) {
  const auto slots = read_slots(text);
  if (!slots) return base::pass_on(slots);
  Answer answer;
  for (const WeeklySlot& slot : *slots) answer.values.push_back(write_slot(slot));
  return answer;
}

/// A skill that stands there twice is taken as it was first said.
base::Result<Answer> read_skills(std::string_view text) {
  Answer answer;
  std::vector<std::string> names;
  for (const std::string& part : base::split(text, list_separators)) {
    const Skill skill = read_skill(part);
    const std::size_t known = names.size();
    add_once(names, skill.name);
    if (names.size() > known) answer.values.push_back(write_skill(skill));
  }
  return answer;
}

}  // namespace

bool is_yes(std::string_view text) {
  return std::find(yes_words.begin(), yes_words.end(), base::fold_case(text)) !=
         yes_words.end();
}

bool is_no(std::string_view text) {
  return std::find(no_words.begin(), no_words.end(), base::fold_case(text)) != no_words.end();
}

base::Result<Answer> read_answer(const Field& field, std::string_view text) {
  const std::string_view inner = base::trim(text);
  if (inner.empty()) return Answer{};
  switch (field.kind) {
    case FieldKind::text:
      return Answer{{base::collapse_spaces(inner)}};
    case FieldKind::long_text:
      return Answer{{std::string(inner)}};
    case FieldKind::one_of:
    case FieldKind::scale:
      return read_choice(field, inner);
    case FieldKind::several_of:
    case FieldKind::language:
      return read_list(field, inner);
    case FieldKind::number:
      return read_number(inner);
    case FieldKind::yes_no:
      if (is_yes(inner)) return Answer{{"yes"}};
      if (is_no(inner)) return Answer{{"no"}};
      return fail(Errc::invalid_input, std::string(inner), "neither yes nor no");
    case FieldKind::availability:
      return read_availability(inner);
    case FieldKind::time_zone:
      return read_time_zone(inner);
    case FieldKind::skills:
      return read_skills(inner);
  }
  return fail(Errc::invalid_input, field.label, "no such kind of field");
}

std::string write_answer(const Field&, const Answer& answer) {
  return base::join(answer.values, "; ");
}

int scale_step(const Field& field, const Answer& answer) {
  if (answer.empty()) return -1;
  const auto found =
      std::find(field.options.begin(), field.options.end(), answer.values.front());
  return found == field.options.end() ? -1 : static_cast<int>(found - field.options.begin());
}

}  // namespace pairbook::domain
