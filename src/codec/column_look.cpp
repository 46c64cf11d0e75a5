#include "column_look.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "header_words.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/availability.hpp"
#include "pairbook/domain/person.hpp"
#include "pairbook/domain/skill.hpp"

namespace pairbook::codec {

using domain::FieldKind;

namespace {

constexpr std::size_t most_options = 60;
constexpr std::size_t most_option_bytes = 80;

using Scale = std::vector<std::string_view>;

/// Scales people use all over the place, low to high.
const Scale known_scales[] = {
    {"AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"},
    {"Intern", "Trainee", "Junior", "Mid", "Senior", "Lead", "Principal", "Director",
     "Executive"},
    {"Junior", "Mid-level", "Senior", "Lead", "Principal"},
    {"Entry level", "Mid level", "Senior level", "Executive level"},
    {"Student", "Early career", "Mid career", "Senior", "Retired"},
    {"Student", "New start", "Early career", "Mid career", "Experienced", "Expert", "Retired"},
    {"Low", "Medium", "High"},
    {"Beginner", "Intermediate", "Advanced", "Expert"},
    {"Novice", "Beginner", "Competent", "Proficient", "Expert"},
    {"None", "Basic", "Good", "Very good", "Excellent"},
    {"Never", "Rarely", "Sometimes", "Often", "Always"},
    {"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"},
    {"A1", "A2", "B1", "B2", "C1", "C2"},
    {"Year 7", "Year 8", "Year 9", "Year 10", "Year 11", "Year 12", "Year 13"},
};

std::size_t count_parts(std::string_view cell) {
  return base::split(cell, ";,|\n\r").size();
}

bool is_list_cell(std::string_view cell) {
  return count_parts(cell) > 1;
}

bool is_number(std::string_view cell) {
  static const domain::Field number{{}, "", FieldKind::number, {}, {}, {}, {}, {}};
  const bool sign_or_zero = cell.starts_with('+') || (cell.size() > 1 && cell[0] == '0' &&
                                                      cell[1] >= '0' && cell[1] <= '9');
  return cell.size() <= 12 && !sign_or_zero && domain::read_answer(number, cell).has_value();
}

bool is_time_zone(std::string_view cell) {
  for (const std::string_view area :
       {"Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/",
        "Indian/", "Pacific/", "Etc/", "UTC", "GMT"}) {
    if (cell.starts_with(area)) return true;
  }
  return false;
}

bool is_availability(std::string_view cell) {
  return domain::read_slots(cell).has_value();
}

/// Few different values that come again and again.
bool is_choice(const ColumnLook& look) {
  const std::size_t different = look.cells.size();
  const bool short_values = mostly(look, 100, [](std::string_view cell) {
    return cell.size() <= most_option_bytes && cell.find('\n') == std::string_view::npos;
  });
  return look.complete && different >= 2 && different <= 30 && short_values &&
         different * 2 <= look.filled;
}

bool is_several(const ColumnLook& look, bool header_says_so) {
  if (!look.complete) return false;
  std::map<std::string, std::size_t> parts;
  std::size_t in_all = 0, wordy = 0;
  for (const auto& [cell, count] : look.cells) {
    for (const std::string& part : base::split(cell, ";,|\n\r")) {
      parts[base::fold_case(part)] += count;
      in_all += count;
      wordy += part.size() > most_option_bytes || words_of(part).size() > 6 ? count : 0;
    }
  }
  if (in_all == 0 || wordy * 20 > in_all || parts.size() > 200) return false;
  if (header_says_so) return mostly(look, 1, is_list_cell) || is_choice(look);
  return mostly(look, 20, is_list_cell) && parts.size() * 2 <= in_all;
}

bool is_long(const ColumnLook& look) {
  std::size_t bytes = 0;
  for (const auto& [cell, count] : look.cells) bytes += cell.size() * count;
  return bytes > look.filled * 80 || mostly(look, 5, [](std::string_view cell) {
           return cell.find('\n') != std::string_view::npos;
         });
}

bool is_yes_or_no(std::string_view cell) {
  return domain::is_yes(cell) || domain::is_no(cell);
}

/// A column of ones is a number; of ones and noughts, ticks.
bool is_yes_no(const ColumnLook& look) {
  return mostly(look, 95, is_yes_or_no) && look.cells.size() <= 8 &&
         !(look.cells.size() == 1 && look.cells[0].first == "1");
}

/// The first number in a text: "3-5 years" 3, "<1 year" 0, "over 10" 10; -1 when there is none.
long long leading_number(std::string_view cell) {
  const std::size_t digit = cell.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit > 12) return -1;
  long long value = 0;
  for (std::size_t i = digit; i < cell.size() && i < digit + 9; ++i) {
    if (cell[i] < '0' || cell[i] > '9') break;
    value = value * 10 + (cell[i] - '0');
  }
  const std::string start = base::fold_case(cell.substr(0, digit));
  const bool below = start.find('<') != std::string::npos || start.starts_with("less") ||
                     start.starts_with("under") || start.starts_with("weniger");
  return value * 2 - (below ? 1 : 0);
}

/// "0-2 years", "3-5 years", "10+": ranges of years, not "Grade 7" or a house number.
std::vector<std::string> numbered_scale(const std::vector<std::string>& options) {
  std::vector<std::pair<long long, std::string>> numbered;
  bool years = false;
  for (const std::string& option : options) {
    const std::string folded = base::fold_case(option);
    const bool range = folded.find('-') != std::string::npos || folded.ends_with('+') ||
                       folded.find("\xE2\x80\x93") != std::string::npos;
    for (const std::string_view unit : {"year", "jahr", "ano", "ans", "anni", "jaar", "lat"}) {
      years = years || folded.find(unit) != std::string::npos;
    }
    years = years || range;
    numbered.emplace_back(leading_number(option), option);
    if (numbered.back().first < 0) return {};
  }
  base::sort(numbered);
  std::vector<std::string> out;
  for (auto& [number, option] : numbered) out.push_back(std::move(option));
  return years ? out : std::vector<std::string>{};
}

/// "Python (advanced); Excel": at least a quarter of the cells say how well.
bool is_skills(const ColumnLook& look) {
  return mostly(look, 25, [](std::string_view cell) {
    const auto parts = base::split(cell, ";,|\n\r");
    return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
      return domain::read_skill(part).level != domain::SkillLevel::unsaid;
    });
  });
}

std::vector<std::string> different_values(const ColumnLook& look, bool lists) {
  std::map<std::string, std::string> by_fold;
  for (const auto& [cell, count] : look.cells) {
    if (!lists) {
      by_fold.try_emplace(base::fold_case(cell), base::collapse_spaces(cell));
      continue;
    }
    for (const std::string& part : base::split(cell, ";,|\n\r")) {
      by_fold.try_emplace(base::fold_case(part), base::collapse_spaces(part));
    }
  }
  std::vector<std::string> values;
  for (auto& [fold, value] : by_fold) values.push_back(std::move(value));
  return values;
}

}  // namespace

ColumnLook look_at(const Table& table, std::size_t column) {
  ColumnLook look;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const TableRow& row : table.rows) {
    const std::string_view cell = base::trim(row.cells[column]);
    if (cell.empty()) continue;
    const auto [place, fresh] = places.try_emplace(cell, look.cells.size());
    if (fresh && look.cells.size() == ColumnLook::most_different) {
      look.complete = false;
      break;
    }
    if (fresh) look.cells.emplace_back(cell, 0);
    ++look.cells[place->second].second;
    ++look.filled;
  }
  return look;
}

bool looks_like_email(std::string_view cell) {
  return domain::Email::from(cell).has_value();
}

FieldKind guess_kind(std::string_view header, const ColumnLook& look) {
  const auto found = topic_of(header);
  const auto says = [&](Topic topic) { return found && found->topic == topic; };
  if (says(Topic::time_zone) && mostly(look, 50, is_time_zone)) return FieldKind::time_zone;
  if (mostly(look, 90, is_time_zone)) return FieldKind::time_zone;
  if (mostly(look, says(Topic::availability) ? 50 : 90, is_availability)) {
    return FieldKind::availability;
  }
  if (says(Topic::languages) && !is_yes_no(look) && !is_long(look)) return FieldKind::language;
  if (is_yes_no(look)) return FieldKind::yes_no;
  if (mostly(look, 95, is_number)) return FieldKind::number;
  if (look.complete && guess_scale(look).size() >= 2) return FieldKind::scale;
  if (is_skills(look)) return FieldKind::skills;
  if (is_several(look, says(Topic::list))) return FieldKind::several_of;
  if (is_choice(look)) return FieldKind::one_of;
  return is_long(look) || says(Topic::long_text) ? FieldKind::long_text : FieldKind::text;
}

std::vector<std::string> guess_scale(const ColumnLook& look) {
  if (!look.complete || look.cells.size() > most_options) return {};
  const std::vector<std::string> values = different_values(look, false);
  if (values.size() < 2) return {};
  for (const Scale& scale : known_scales) {
    const bool all = std::all_of(values.begin(), values.end(), [&](const std::string& value) {
      return std::any_of(scale.begin(), scale.end(), [&](std::string_view step) {
        return base::fold_case(step) == base::fold_case(value);
      });
    });
    if (all) return {scale.begin(), scale.end()};
  }
  return numbered_scale(values);
}

std::vector<std::string> guess_options(FieldKind kind, const ColumnLook& look) {
  switch (kind) {
    case FieldKind::one_of:
      return different_values(look, false);
    case FieldKind::several_of:
      return different_values(look, true);
    case FieldKind::scale: {
      auto steps = guess_scale(look);
      return steps.empty() ? different_values(look, false) : steps;
    }
    default:
      return {};
  }
}

}  // namespace pairbook::codec
