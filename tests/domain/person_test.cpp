#include "pairbook/domain/person.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;

TEST(Email, IsOnlyEverAnAddress) {
  EXPECT_EQ(Email::from(" mentor.00@gov.uk ")->text(), "mentor.00@gov.uk");
  EXPECT_EQ(Email::from("Zoë@Example.org")->folded(), "zoe@example.org");
  for (const char* bad :
       {"", "@b", "a@", "a@b@c", "a b@c", "Ann <ann@example.org>", "a@b,c@d"}) {
    EXPECT_FALSE(Email::from(bad)) << bad;
  }
}

TEST(Person, ChangesByTheDifference) {
  Person before = a_mentor(1).places(2).says("topics", {"Law"}).says("hours", {"3"}).person;
  Person after = before;
  after.name = "Somebody";
  after.email = *Email::from("a@example.org");
  after.answers.erase(key("topics"));
  after.answers[key("zone")] = Answer{{"UTC"}};

  change(before, difference(before, after));

  EXPECT_EQ(before, after);
  EXPECT_TRUE(difference(before, after).empty());
}

TEST(Person, IsGreetedByTheNameTheyAreCalled) {
  Person person = a_mentor(1).named("Nguyễn Thị Ánh").person;
  EXPECT_EQ(greeting_name(person), "Nguyễn Thị Ánh");
  person.called = "Ánh";
  EXPECT_EQ(greeting_name(person), "Ánh");
}

}  // namespace
}  // namespace pairbook::domain
