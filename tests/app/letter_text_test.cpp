#include "app/letter_text.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using namespace testing_support;
using domain::LetterKind;

const Speaker say;

domain::Programme a_round() {
  ProgrammeBuilder builder = a_programme()
                                 .with(a_mentor(1).named("Zoë Ward").places(2))
                                 .with(a_mentee(2).named("Amina Yusuf"))
                                 .with(a_mentee(3).named("李小龙"))
                                 .with(a_mentee(4).named("Nobody's Yet"))
                                 .with(a_mentee(5).named("Gone").withdrawn())
                                 .with(a_pair(1, 2))
                                 .with(a_pair(1, 3));
  builder.programme.people[person_id(2)].email = *domain::Email::from("amina@example.org");
  builder.programme.pairs[pair_id(1002)].reasons = {{"Same Profession", 10, "Security"},
                                                    {"No pair so far", 5, ""}};
  return builder;
}

TEST(Letters, GoToEverybodyInTheirRoleOnce) {
  const domain::Programme programme = a_round();

  EXPECT_EQ(recipients(programme, LetterKind::to_mentor), std::vector{person_id(1)});
  EXPECT_EQ(recipients(programme, LetterKind::to_mentee),
            (std::vector{person_id(2), person_id(3)}));
  EXPECT_EQ(recipients(programme, LetterKind::to_unmatched), std::vector{person_id(4)});
}

TEST(Letters, NameThePartnerAndWhy) {
  const domain::Programme programme = a_round();
  const auto own = own_letter(say, LetterKind::to_mentor);

  const Letter letter = write_letter(say, programme, LetterKind::to_mentor, own, person_id(1));

  EXPECT_NE(letter.body.find("Amina Yusuf and 李小龙"), std::string::npos) << letter.body;
  EXPECT_NE(letter.body.find("amina@example.org"), std::string::npos);
  EXPECT_NE(letter.body.find("- Same Profession: Security"), std::string::npos);
  EXPECT_EQ(letter.body.find("No pair so far"), std::string::npos);
  EXPECT_EQ(unknown_blank(letter.body), "");
}

TEST(Letters, NeverFillInWhatANameBringsAlong) {
  ProgrammeBuilder builder{a_round()};
  builder.programme.people[person_id(2)].name = "{programme} {partner}";

  const Letter letter = write_letter(say, builder, LetterKind::to_mentee,
                                     {"Hello {name}", "{name}"}, person_id(2));

  EXPECT_EQ(letter.subject, "Hello {programme} {partner}");
}

TEST(Letters, SayWhichBlankIsUnknown) {
  EXPECT_EQ(unknown_blank("Dear {called}, {parnter}!"), "{parnter}");
  EXPECT_EQ(unknown_blank("a { b"), "");
  for (const std::string_view blank : letter_blanks) EXPECT_EQ(unknown_blank(blank), "");
}

TEST(Letters, OpenInAMailProgramWhateverTheyHold) {
  const std::string link =
      mail_link({person_id(1), "A", "a@example.org", "50% & more?", "Line\nZoë"});

  EXPECT_EQ(link, "mailto:a@example.org?subject=50%25%20%26%20more%3F&body=Line%0D%0AZo%C3%AB");
}

TEST(Letters, OfOursFillEveryBlank) {
  for (const LetterKind kind :
       {LetterKind::to_mentor, LetterKind::to_mentee, LetterKind::to_unmatched}) {
    const auto own = own_letter(say, kind);
    EXPECT_EQ(unknown_blank(own.subject + own.body), "");
  }
}

}  // namespace
}  // namespace pairbook::app
