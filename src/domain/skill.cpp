// A skill as people write it.
//
//   skill = name [ "(" level ")" | ( " - " | ":" ) level ]
#include "pairbook/domain/skill.hpp"

#include <array>

#include "pairbook/base/text.hpp"

namespace pairbook::domain {

namespace {

constexpr std::array<std::string_view, 4> written = {"", "beginner", "intermediate",
                                                     "advanced"};

/// Folded, with blanks around each; in English, German, French, Spanish, Italian, Portuguese,
/// Dutch and Polish.
constexpr std::array<std::string_view, 4> known = {
    "",
    " beginner basic basics novice starter some new anfanger grundkenntnisse debutant notions"
    " principiante basico base iniciante beginner poczatkujacy podstawowy podstawy ",
    " intermediate medium good working fair mittel gut moyen intermediaire intermedio medio"
    " intermediario gemiddeld goed sredni sredniozaawansowany dobry ",
    " advanced expert strong fluent proficient experienced fortgeschritten experte sehr_gut"
    " avance confirme avanzado experto avanzato esperto avancado gevorderd zaawansowany"
    " ekspert ",
};

SkillLevel level_of(std::string_view text) {
  std::string word = base::fold_case(base::trim(text));
  if (word.ends_with(" level")) word.resize(word.size() - 6);
  for (char& c : word) {
    if (c == ' ') c = '_';
  }
  if (word.empty()) return SkillLevel::unsaid;
  const std::string between_blanks = " " + word + " ";
  for (std::size_t level = 1; level < known.size(); ++level) {
    if (known[level].find(between_blanks) != std::string_view::npos)
      return static_cast<SkillLevel>(level);
  }
  return SkillLevel::unsaid;
}

}  // namespace

Skill read_skill(std::string_view text) {
  const std::string whole = base::collapse_spaces(text);
  const std::string_view view = whole;
  const auto split_at = [&](std::size_t name_end, std::string_view said) {
    const std::string_view name = base::trim(view.substr(0, name_end));
    const SkillLevel level = level_of(said);
    return name.empty() || level == SkillLevel::unsaid ? Skill{}
                                                       : Skill{std::string(name), level};
  };
  Skill skill;
  if (const std::size_t open = view.rfind('('); view.ends_with(')') && open != view.npos) {
    skill = split_at(open, view.substr(open + 1, view.size() - open - 2));
  } else if (const std::size_t dash = view.rfind(" - "); dash != view.npos) {
    skill = split_at(dash, view.substr(dash + 3));
  } else if (const std::size_t colon = view.rfind(':'); colon != view.npos) {
    skill = split_at(colon, view.substr(colon + 1));
  }
  return skill.name.empty() ? Skill{whole, SkillLevel::unsaid} : skill;
}

std::string write_skill(const Skill& skill) {
  if (skill.level == SkillLevel::unsaid) return skill.name;
  return skill.name + " (" + std::string(written[static_cast<std::size_t>(skill.level)]) + ")";
}

}  // namespace pairbook::domain
