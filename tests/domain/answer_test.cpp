#include <gtest/gtest.h>

#include "pairbook/domain/field.hpp"
#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using testing_support::a_field;
using Values = std::vector<std::string>;

Values read(const Field& field, std::string_view text) {
  const auto answer = read_answer(field, text);
  return answer ? answer->values : Values{"refused: " + answer.error().where};
}

TEST(Answers, FindTheOptionWhateverTheCaseAndAccents) {
  const Field grade = a_field("grade", FieldKind::scale, {"AA", "AO", "Grade 7"});

  EXPECT_EQ(read(grade, " grade  7 "), Values{"Grade 7"});
  EXPECT_EQ(read(grade, "SCS9"), Values{"refused: SCS9"});
  EXPECT_EQ(scale_step(grade, Answer{{"Grade 7"}}), 2);
  EXPECT_EQ(scale_step(grade, Answer{}), -1);
}

TEST(Answers, ReadListsSeparatedAsPeopleSeparateThem) {
  const Field skills = a_field("skills", FieldKind::several_of);

  EXPECT_EQ(read(skills, "Python; writing , |Public speaking;python"),
            (Values{"Python", "writing", "Public speaking"}));
}

TEST(Answers, KeepAnOptionWithACommaWhole) {
  const Field topics =
      a_field("topics", FieldKind::several_of, {"Law", "Arts, culture", "Arts"});

  EXPECT_EQ(read(topics, "arts, culture, law"), (Values{"Law", "Arts, culture"}));
  EXPECT_EQ(read(topics, "Arts; Law"), (Values{"Law", "Arts"}));
  EXPECT_EQ(read(topics, "Law, cooking"), Values{"refused: cooking"});
}

TEST(Answers, ReadNumbersOfManyCountries) {
  const Field hours = a_field("hours", FieldKind::number);

  EXPECT_EQ(read(hours, "1,000"), Values{"1000"});
  EXPECT_EQ(read(hours, "3,5"), Values{"3.5"});
  EXPECT_EQ(read(hours, "-007.50"), Values{"-7.5"});
  EXPECT_EQ(read(hours, "-0"), Values{"0"});
  EXPECT_EQ(read(hours, "12 345"), Values{"12345"});
  EXPECT_EQ(read(hours, "many"), Values{"refused: many"});
  EXPECT_EQ(read(hours, "1234567890123456"), Values{"refused: 1234567890123456"});
}

TEST(Answers, KnowYesAndNoInManyLanguages) {
  const Field both = a_field("both", FieldKind::yes_no);

  for (const char* yes : {"yes", "Y", "TRUE", "1", "Ja", "oui", "Sí", "да"}) {
    EXPECT_EQ(read(both, yes), Values{"yes"}) << yes;
  }
  for (const char* no : {"No", "false", "0", "nein", "Não", "нет"}) {
    EXPECT_EQ(read(both, no), Values{"no"}) << no;
  }
  EXPECT_EQ(read(both, "perhaps"), Values{"refused: perhaps"});
}

TEST(Answers, OfNothingAreEmpty) {
  for (int kind = 0; kind <= static_cast<int>(FieldKind::language); ++kind) {
    EXPECT_EQ(read(a_field("any", static_cast<FieldKind>(kind)), " \t"), Values{});
  }
}

TEST(Answers, ReadBackWhatTheyWrite) {
  const Field topics =
      a_field("topics", FieldKind::several_of, {"Law", "Arts, culture", "a; b"});
  const Answer all{{"Law", "Arts, culture", "a; b"}};

  EXPECT_EQ(read(topics, write_answer(topics, all)), all.values);
}

TEST(Answers, KnowTheShapeOfATimeZone) {
  const Field zone = a_field("zone", FieldKind::time_zone);

  EXPECT_EQ(read(zone, "America/Argentina/Buenos_Aires"),
            Values{"America/Argentina/Buenos_Aires"});
  EXPECT_EQ(read(zone, "Warsaw time"), Values{"refused: Warsaw time"});
}

TEST(FieldKeys, AreMadeFromLabelsOfAnyScript) {
  EXPECT_EQ(FieldKey::from_label(" Match with similar identity? ").text(),
            "match_with_similar_identity");
  EXPECT_EQ(FieldKey::from_label("Língua(s) — 1ª").text(),
            FieldKey::from_label("lingua s 1ª").text());
  EXPECT_EQ(FieldKey::from_label("部门").text(), "部门");
  EXPECT_EQ(FieldKey::from_label("???").text(), "field");
}

TEST(FieldKeys, MadeFromALabelAreKeys) {
  const std::string longest(200, 'x');
  for (const std::string& label :
       {std::string("A b"), longest, std::string("Ünï cödé"), longest + " y"}) {
    const FieldKey made = FieldKey::from_label(label);
    EXPECT_EQ(FieldKey::from(made.text()), made) << label;
  }
  EXPECT_FALSE(FieldKey::from("Has Capitals"));
  EXPECT_FALSE(FieldKey::from(""));
}

}  // namespace
}  // namespace pairbook::domain
