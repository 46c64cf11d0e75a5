// Weekly times as people type them.
//
//   times = part { (";" | "," | "|" | newline) part }
//   part  = [ days ] [ hours { hours } ]          days alone: the whole day; hours alone: the
//   days before days  = day [ ("-" | "to") day ] | "weekdays" | "weekends" | "daily" hours =
//   time ("-" | "to" | "until") time | "morning" | "afternoon" | "evening" time  = digits [
//   (":" | "." | "h") digits ] [ "am" | "pm" ]
#include "pairbook/domain/availability.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::domain {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr std::array<std::string_view, 7> day_names = {"Mon", "Tue", "Wed", "Thu",
                                                       "Fri", "Sat", "Sun"};

struct Token {
  enum class Kind { days, part_of_day, time, dash } kind;
  unsigned days = 0;       // a bit a day
  int begin = 0, end = 0;  // part_of_day; a time's minutes are in begin
  bool morning_or_evening_known = false;
};

std::optional<Token> word_token(std::string_view word) {
  using Kind = Token::Kind;
  if (word.size() >= 3 || word == "mo" || word == "tu" || word == "we" || word == "th" ||
      word == "fr" || word == "sa" || word == "su") {
    for (unsigned day = 0; day < 7; ++day) {
      const std::string name = base::fold_case(day_names[day]);
      if (word.substr(0, 3) == name || word == std::string_view(name).substr(0, 2)) {
        return Token{Kind::days, 1U << day};
      }
    }
  }
  if (word == "weekdays" || word == "weekday") return Token{Kind::days, 0x1F};
  if (word == "weekends" || word == "weekend") return Token{Kind::days, 0x60};
  if (word == "daily" || word == "everyday") return Token{Kind::days, 0x7F};
  if (word == "morning" || word == "mornings")
    return Token{Kind::part_of_day, 0, 9 * 60, 12 * 60};
  if (word == "afternoon" || word == "afternoons") {
    return Token{Kind::part_of_day, 0, 12 * 60, 17 * 60};
  }
  if (word == "evening" || word == "evenings") {
    return Token{Kind::part_of_day, 0, 17 * 60, 21 * 60};
  }
  if (word == "to" || word == "until" || word == "till") return Token{Kind::dash};
  return std::nullopt;
}

int read_digits(std::string_view text, std::size_t& at) {
  int value = 0;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < 4 && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + (text[at++] - '0');
  }
  return at == begin ? -1 : value;
}

/// Minutes, or nothing; `at` moves past the time.
std::optional<Token> time_token(std::string_view text, std::size_t& at) {
  int hour = read_digits(text, at);
  int minute = 0;
  if (at < text.size() && (text[at] == ':' || text[at] == '.' || text[at] == 'h')) {
    std::size_t next = at + 1;
    const int digits = read_digits(text, next);
    if (digits >= 0) {
      minute = digits;
      at = next;
    } else if (text[at] == 'h') {
      at = next;
    }
  }
  Token token{Token::Kind::time};
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("am") || rest.starts_with("pm")) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (rest[0] == 'p' ? 12 : 0);
    token.morning_or_evening_known = true;
    at += 2;
  }
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  token.begin = hour * 60 + minute;
  return token;
}

std::optional<std::vector<Token>> tokens_of(std::string_view part) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < part.size();) {
    const char c = part[at];
    if (c >= '0' && c <= '9') {
      const auto token = time_token(part, at);
      if (!token) return std::nullopt;
      tokens.push_back(*token);
    } else if (c >= 'a' && c <= 'z') {
      const std::size_t begin = at;
      while (at < part.size() && part[at] >= 'a' && part[at] <= 'z') ++at;
      const std::string_view word = part.substr(begin, at - begin);
      if (word == "and" || word == "from" || word == "all" || word == "every" || word == "day")
        continue;
      const auto token = word_token(word);
      if (!token) return std::nullopt;
      tokens.push_back(*token);
    } else if (c == '-' || part.substr(at).starts_with("–") ||
               part.substr(at).starts_with("—")) {
      tokens.push_back({Token::Kind::dash});
      at += c == '-' ? 1 : 3;
    } else if (c == ' ' || c == '.' || c == ':' || c == '&' || c == '+') {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return tokens;
}

/// Reads parts one after the other, remembering the days the last one spoke of.
class SlotReader {
 public:
  bool read(const std::vector<Token>& tokens) {
    std::size_t at = 0;
    const unsigned days = read_days(tokens, at);
    if (days != 0) {
      // "Mon, Wed 9-12": the hours that follow are for both.
      days_ = days_open_ ? days_ | days : days;
      days_open_ = true;
    }
    if (at == tokens.size()) return days != 0;
    while (at < tokens.size()) {
      if (!read_hours(tokens, at)) return false;
    }
    days_open_ = false;
    return true;
  }

  std::vector<WeeklySlot> finish() {
    if (days_open_) add(0, minutes_a_day);
    base::sort(slots_);
    std::vector<WeeklySlot> joined;
    for (const WeeklySlot& slot : slots_) {
      if (!joined.empty() && joined.back().day == slot.day &&
          slot.begin_minute <= joined.back().end_minute) {
        joined.back().end_minute = std::max(joined.back().end_minute, slot.end_minute);
      } else {
        joined.push_back(slot);
      }
    }
    return joined;
  }

 private:
  using Kind = Token::Kind;

  static unsigned read_days(const std::vector<Token>& tokens, std::size_t& at) {
    unsigned days = 0;
    while (at < tokens.size() && tokens[at].kind == Kind::days) {
      unsigned here = tokens[at++].days;
      if (at + 1 < tokens.size() && tokens[at].kind == Kind::dash &&
          tokens[at + 1].kind == Kind::days) {
        here = days_between(here, tokens[at + 1].days);
        at += 2;
      }
      days |= here;
    }
    return days;
  }

  /// "Fri-Mon" goes over the weekend.
  static unsigned days_between(unsigned first, unsigned last) {
    unsigned days = first;
    for (unsigned day = first; day != last;) {
      day = day == 0x40 ? 1 : day << 1;
      days |= day;
      if (days == 0x7F) break;
    }
    return days;
  }

  bool read_hours(const std::vector<Token>& tokens, std::size_t& at) {
    if (days_ == 0) return false;
    if (tokens[at].kind == Kind::part_of_day) {
      add(tokens[at].begin, tokens[at].end);
      ++at;
      return true;
    }
    if (at + 2 >= tokens.size() || tokens[at].kind != Kind::time ||
        tokens[at + 1].kind != Kind::dash || tokens[at + 2].kind != Kind::time) {
      return false;
    }
    int begin = tokens[at].begin;
    const int end = tokens[at + 2].begin;
    // "2-4pm": the first hour is in the afternoon too.
    if (!tokens[at].morning_or_evening_known && tokens[at + 2].morning_or_evening_known &&
        end >= 12 * 60 && begin + 12 * 60 < end) {
      begin += 12 * 60;
    }
    if (begin >= end) return false;
    add(begin, end);
    at += 3;
    return true;
  }

  void add(int begin, int end) {
    for (int day = 0; day < 7; ++day) {
      if ((days_ >> day & 1U) != 0) slots_.push_back({day, begin, end});
    }
  }

  unsigned days_ = 0;
  bool days_open_ = false;
  std::vector<WeeklySlot> slots_;
};

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + base::to_text(number);
}

}  // namespace

std::string write_slot(const WeeklySlot& slot) {
  const auto clock = [](int minutes) {
    return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
  };
  return std::string(day_names[static_cast<std::size_t>(slot.day)]) + " " +
         clock(slot.begin_minute) + "-" + clock(slot.end_minute);
}

base::Result<std::vector<WeeklySlot>> read_slots(std::string_view text) {
  SlotReader reader;
  for (const std::string& part : base::split(base::fold_case(text), ";,|\n")) {
    const auto tokens = tokens_of(part);
    if (!tokens || tokens->empty() || !reader.read(*tokens)) {
      return base::fail(base::Errc::invalid_input, part, "not a weekly time");
    }
  }
  return reader.finish();
}

WeekMask week_mask(const std::vector<WeeklySlot>& slots) {
  WeekMask mask{};
  for (const WeeklySlot& slot : slots) {
    const int first = slot.day * 96 + (slot.begin_minute + 14) / 15;
    const int past = slot.day * 96 + slot.end_minute / 15;
    for (int quarter = first; quarter < past; ++quarter) {
      mask[static_cast<std::size_t>(quarter / 64)] |= std::uint64_t{1} << (quarter % 64);
    }
  }
  return mask;
}

}  // namespace pairbook::domain
