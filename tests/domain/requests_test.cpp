// Requests of mentees to mentors, and questions asked together with rules.
#include <gtest/gtest.h>

#include "pairbook/domain/decide.hpp"
#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;
using base::Days;

base::Result<std::vector<Op>> ask(const Programme& programme, const Command& command) {
  return decide(programme, command, coordinator_today());
}

Programme after(Programme programme, const Command& command) {
  const auto ops = ask(programme, command);
  EXPECT_TRUE(ops) << ops.error().where;
  for (const Op& op : ops.value_or(std::vector<Op>{}))
    EXPECT_TRUE(apply(programme, op, coordinator_today()).applied);
  return programme;
}

const base::Date today = coordinator_today().today;

RequestId request_id(unsigned char number) {
  RequestId id;
  id.bytes[0] = static_cast<std::byte>(number);
  return id;
}

MakeRequest a_request(unsigned mentee, unsigned mentor, Days days = {14}) {
  return {request_id(static_cast<unsigned char>(mentee * 16 + mentor)), mentee_id(mentee),
          mentor_id(mentor), today + days};
}

Programme some_people() {
  return a_programme().with(a_mentor(1)).with(a_mentor(2).withdrawn()).with(a_mentee(3));
}

TEST(MakeRequest, WaitsUntilTheDayToAnswerHasPassed) {
  const Programme p = after(some_people(), a_request(3, 1, {7}));

  const Request request = p.requests.begin()->second;
  EXPECT_EQ(request, (Request{mentee_id(3), mentor_id(1), today, today + Days{7}, {}, {}}));
  EXPECT_EQ(state_of(request, today + Days{7}), RequestState::waiting);
  EXPECT_EQ(state_of(request, today + Days{8}), RequestState::ran_out);
}

TEST(MakeRequest, RefusesWhatCannotBeAnswered) {
  const Programme p = after(some_people(), a_request(3, 1));
  const auto refused = [&](const MakeRequest& asked) {
    const auto ops = ask(p, asked);
    return ops ? std::string("nothing") : ops.error().detail;
  };
  MakeRequest again = a_request(3, 1);
  EXPECT_EQ(refused(again), "made already");
  again.request = request_id(9);
  EXPECT_EQ(refused(again), "asked already");
  EXPECT_EQ(refused(a_request(3, 2)), "not a mentor now");
  EXPECT_EQ(refused(a_request(1, 1)), "nobody is their own mentor");
  EXPECT_EQ(refused(a_request(3, 7)), "removed meanwhile");
  EXPECT_EQ(ask(some_people(), a_request(3, 1, {-1})).error().where, "answer by");
  EXPECT_TRUE(ask(some_people(), a_request(3, 1, {0})));
  EXPECT_TRUE(ask(some_people(), a_request(3, 1, longest_wait)));
  EXPECT_EQ(ask(some_people(), a_request(3, 1, {93})).error().where, "answer by");
}

TEST(MakeRequest, MayBeMadeAgainOnceTheFirstHasEnded) {
  Programme p = after(some_people(), a_request(3, 1));
  p = after(p, AnswerRequest{request_id(49), RequestAnswer::declined});
  MakeRequest again = a_request(3, 1);
  again.request = request_id(9);

  EXPECT_TRUE(ask(p, again));
}

TEST(AnswerRequest, IsKeptWithItsDayAndCanBeTakenBack) {
  Programme p = after(some_people(), a_request(3, 1));
  p = after(p, AnswerRequest{request_id(49), RequestAnswer::accepted});
  EXPECT_EQ(p.requests.at(request_id(49)).answered, today);
  EXPECT_EQ(state_of(p.requests.at(request_id(49)), today + Days{90}), RequestState::accepted);
  EXPECT_TRUE(ask(p, AnswerRequest{request_id(49), RequestAnswer::accepted})->empty());
  EXPECT_FALSE(ask(p, AnswerRequest{request_id(8), RequestAnswer::accepted}));

  p = after(p, AnswerRequest{request_id(49), RequestAnswer::none});

  EXPECT_EQ(p, after(some_people(), a_request(3, 1)));
}

TEST(AnswerRequest, BringsAPairOrWishesInTheSameChange) {
  Programme p = after(some_people(), a_request(3, 1));
  p = after(p, DefineField{a_field("wish", FieldKind::text)});
  AnswerRequest yes{request_id(49), RequestAnswer::accepted, {a_pair(1, 3).pair}, {}};

  const Programme paired = after(p, yes);
  EXPECT_EQ(paired.pairs.size(), 1U);
  EXPECT_EQ(paired.requests.begin()->second.answer, RequestAnswer::accepted);

  yes.pairs = {a_pair(2, 3).pair};
  EXPECT_FALSE(ask(p, yes)) << "a mentor who takes no part";

  PersonPatch patch;
  patch.answers[key("wish")].values = {"M1"};
  yes.pairs.clear();
  yes.wishes = {{mentee_id(3).person, patch}, {mentor_id(1).person, {}}};
  const Programme wished = after(p, yes);
  EXPECT_EQ(find_person(wished, mentee_id(3).person)->answers.count(key("wish")), 1U);
  EXPECT_EQ(wished.requests.begin()->second.answer, RequestAnswer::accepted);
}

TEST(AskMore, MakesQuestionsAndRulesInOneChange) {
  const Programme before = some_people();
  AskMore more{{a_field("wish", FieldKind::text)}, before.rules};
  more.rules.rules.push_back({PointsForWish{{}, key("wish"), 20}, {}, true, {}});

  const Programme p = after(before, more);

  EXPECT_EQ(p.fields.size(), 1U);
  EXPECT_EQ(p.rules, more.rules);
  EXPECT_TRUE(ask(p, more)->empty());
  more.fields.clear();
  EXPECT_EQ(ask(before, more).error().detail, "wish") << "a rule needs its question";
}

}  // namespace
}  // namespace pairbook::domain
