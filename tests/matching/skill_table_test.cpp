#include "matching/skill_table.hpp"

#include <gtest/gtest.h>

#include <set>

#include "pairbook/base/text.hpp"

namespace pairbook::matching {
namespace {

TEST(SkillTable, TakesNamesThatDifferInFormAsOne) {
  for (const auto& [a, b] :
       {std::pair("Counselling", "counseling"), std::pair("Négociation", "negociation"),
        std::pair("Organization of events", "organisation events"),
        std::pair("Public-speaking skills", "public speaking"),
        std::pair("Spreadsheets",
                  "spread"
                  "sheet"),
        std::pair("Research & writing", "research and writing")}) {
    EXPECT_EQ(plain_skill(a), plain_skill(b)) << a;
  }
  EXPECT_NE(plain_skill("C"), plain_skill("C++"));
  EXPECT_NE(plain_skill("C#"), plain_skill("C++"));
  EXPECT_FALSE(plain_skill("skills").empty());
  EXPECT_EQ(plain_skill("数学"), "数学");
}

TEST(SkillTable, NamesEverySkillOnce) {
  std::set<std::string> further;
  std::set<std::string> first;
  for (const std::string& line : base::split(skill_families(), "\n")) {
    std::set<std::string> in_line;
    for (const std::string& skill : base::split(line, ",")) {
      const auto names = base::split(skill, "|");
      first.insert(plain_skill(names.front()));
      EXPECT_TRUE(in_line.insert(plain_skill(names.front())).second) << skill;
      for (std::size_t n = 1; n < names.size(); ++n) {
        EXPECT_TRUE(further.insert(plain_skill(names[n])).second) << names[n];
      }
    }
  }
  EXPECT_GT(first.size(), 150U);
  for (const std::string& name : further) EXPECT_FALSE(first.contains(name)) << name;
}

TEST(SkillTable, LeadsFurtherNamesToTheSkillAndItsFamilies) {
  const SkillTable table;
  const auto python = table.look_up("py");
  EXPECT_EQ(python.key, table.look_up("Python").key);
  EXPECT_EQ(python.families.size(), 2U);
  const auto excel = table.look_up("Excel");
  EXPECT_NE(python.key, excel.key);
  EXPECT_FALSE(table.look_up("basket weaving under water").key.empty());
  EXPECT_TRUE(table.look_up("basket weaving under water").families.empty());
}

}  // namespace
}  // namespace pairbook::matching
