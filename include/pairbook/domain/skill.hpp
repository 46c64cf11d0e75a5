#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pairbook::domain {

enum class SkillLevel : std::uint8_t { unsaid, beginner, intermediate, advanced };

/// "Python (advanced)": what it is, as the person wrote it, and how well they know it or want
/// to know it.
struct Skill {
  std::string name;
  SkillLevel level = SkillLevel::unsaid;
  bool operator==(const Skill&) const = default;
};

/// Reads "Python (advanced)", "python - expert", "Excel: basic": the level may be said in the
/// words of several languages. Brackets that hold no level belong to the name.
[[nodiscard]] Skill read_skill(std::string_view text);
[[nodiscard]] std::string write_skill(const Skill& skill);

}  // namespace pairbook::domain
