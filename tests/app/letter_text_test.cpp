#include "app/letter_text.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using namespace testing_support;
using domain::LetterKind;

const Speaker say;
const base::Date today = coordinator_today().today;

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

  EXPECT_EQ(recipients(programme, LetterKind::to_mentor, today), std::vector{person_id(1)});
  EXPECT_EQ(recipients(programme, LetterKind::to_mentee, today),
            (std::vector{person_id(2), person_id(3)}));
  EXPECT_EQ(recipients(programme, LetterKind::to_unmatched, today), std::vector{person_id(4)});
}

TEST(Letters, NameThePartnerAndWhy) {
  const domain::Programme programme = a_round();
  const auto own = own_letter(say, LetterKind::to_mentor);

  const Letter letter =
      write_letter(say, programme, LetterKind::to_mentor, own, person_id(1), today);

  EXPECT_NE(letter.body.find("Amina Yusuf and 李小龙"), std::string::npos) << letter.body;
  EXPECT_NE(letter.body.find("amina@example.org"), std::string::npos);
  EXPECT_NE(letter.body.find("- Same Profession: Security"), std::string::npos);
  EXPECT_EQ(letter.body.find("No pair so far"), std::string::npos);
  EXPECT_EQ(unknown_blank(letter.body), "");
}

TEST(Letters, OfShortlistsGoToWhoeverMayHaveOneMore) {
  const domain::Programme programme = a_round();

  EXPECT_EQ(recipients(programme, LetterKind::shortlist, today), std::vector{person_id(4)})
      << "both places of the mentor are taken";
}

TEST(Letters, OfRequestsGoToThoseWhomTheyAreAbout) {
  domain::Programme programme = a_round();
  const auto asks = [&](unsigned mentee, int days, domain::RequestAnswer answer) {
    domain::RequestId id;
    id.bytes[0] = static_cast<std::byte>(programme.requests.size());
    programme.requests[id] = {mentee_id(mentee),        mentor_id(1), today,
                              today + base::Days{days}, answer,       {}};
  };
  asks(4, 10, domain::RequestAnswer::none);
  EXPECT_EQ(recipients(programme, LetterKind::request, today), std::vector{person_id(1)});
  EXPECT_TRUE(recipients(programme, LetterKind::reminder, today).empty());
  const base::Date near = today + base::Days{7}, late = today + base::Days{11};
  EXPECT_EQ(recipients(programme, LetterKind::reminder, near), std::vector{person_id(1)});
  EXPECT_TRUE(recipients(programme, LetterKind::request_ended, near).empty());
  EXPECT_EQ(recipients(programme, LetterKind::request_ended, late), std::vector{person_id(4)});
  EXPECT_TRUE(recipients(programme, LetterKind::reminder, late).empty());

  const Letter letter = write_letter(say, programme, LetterKind::request,
                                     own_letter(say, LetterKind::request), person_id(1), today);
  EXPECT_NE(letter.body.find("Nobody's Yet would like"), std::string::npos) << letter.body;
  EXPECT_NE(letter.body.find("2 December 2026"), std::string::npos);

  asks(4, 20, domain::RequestAnswer::none);
  EXPECT_TRUE(recipients(programme, LetterKind::request_ended, late).empty())
      << "another request still waits";
}

TEST(Letters, NeverFillInWhatANameBringsAlong) {
  ProgrammeBuilder builder{a_round()};
  builder.programme.people[person_id(2)].name = "{programme} {partner}";

  const Letter letter = write_letter(say, builder, LetterKind::to_mentee,
                                     {"Hello {name}", "{name}"}, person_id(2), today);

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
  for (std::size_t kind = 0; kind < domain::letter_kinds; ++kind) {
    const auto own = own_letter(say, static_cast<LetterKind>(kind));
    EXPECT_EQ(unknown_blank(own.subject + own.body), "");
  }
}

}  // namespace
}  // namespace pairbook::app
