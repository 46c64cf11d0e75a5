#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pairbook::matching {

/// Skills by what they mean: "JS" and "Javascript skills" are one, and near to "Web design".
/// A skill the table does not know is a skill by itself.
class SkillTable {
 public:
  SkillTable();

  struct Known {
    std::string key;                      // the same for all names of the skill
    std::vector<std::uint32_t> families;  // of which it is one; their members are related
  };
  [[nodiscard]] Known look_up(std::string_view name) const;

 private:
  std::map<std::string, Known> known_;
};

/// Lower case, without accents, marks, endings and words that say nothing: for comparing only.
[[nodiscard]] std::string plain_skill(std::string_view name);

/// The table itself: a family a line, skills parted by commas, further names of a skill by
/// bars. A skill may be in several families; its further names stand in the first.
[[nodiscard]] std::string_view skill_families();

}  // namespace pairbook::matching
