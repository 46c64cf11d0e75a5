#include "pairbook/domain/skill.hpp"

#include <gtest/gtest.h>

#include "pairbook/domain/field.hpp"

namespace pairbook::domain {
namespace {

using enum SkillLevel;

struct Reading {
  const char* text;
  Skill skill;
};
class Skills : public testing::TestWithParam<Reading> {};

TEST_P(Skills, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(read_skill(GetParam().text), GetParam().skill);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Skills,
    testing::Values(Reading{"Python", {"Python", unsaid}},
                    Reading{"  Python  ( Expert )", {"Python", advanced}},
                    Reading{"Excel: basic", {"Excel", beginner}},
                    Reading{"C++ - good", {"C++", intermediate}},
                    Reading{"Kochen (Anfänger)", {"Kochen", beginner}},
                    Reading{"Gestion (avancé)", {"Gestion", advanced}},
                    Reading{"Design (upper level)", {"Design (upper level)", unsaid}},
                    Reading{"Writing (intermediate level)", {"Writing", intermediate}},
                    Reading{"Teaching (primary school)", {"Teaching (primary school)", unsaid}},
                    Reading{"(good)", {"(good)", unsaid}}, Reading{":", {":", unsaid}}));

TEST(Skill, IsReadBackAsItIsWritten) {
  for (const SkillLevel level : {unsaid, beginner, intermediate, advanced}) {
    const Skill skill{"Public speaking", level};
    EXPECT_EQ(read_skill(write_skill(skill)), skill);
  }
}

TEST(SkillAnswer, KeepsEachSkillOnceInItsCanonicalWords) {
  Field field;
  field.kind = FieldKind::skills;
  const auto answer = read_answer(field, "Python (expert); Écriture, python; SQL:basic");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->values,
            (std::vector<std::string>{"Python (advanced)", "Écriture", "SQL (beginner)"}));
  EXPECT_EQ(read_answer(field, write_answer(field, *answer)), answer);
}

}  // namespace
}  // namespace pairbook::domain
