#include "pairbook/domain/kept_proposal.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;
using base::Errc;

ProposalId proposal_id(unsigned number) {
  ProposalId id;
  id.bytes[15] = static_cast<std::byte>(number);
  return id;
}

KeptProposal a_proposal(unsigned number, std::string name,
                        std::vector<KeptPair> pairs = {{mentee_id(11), mentor_id(1), 7}}) {
  KeptProposal kept;
  kept.id = proposal_id(number);
  kept.head.name = std::move(name);
  kept.pairs = std::move(pairs);
  return kept;
}

base::Result<std::vector<Op>> ask(const Programme& programme, const Command& command) {
  return decide(programme, command, coordinator_today());
}

void carry_out(Programme& programme, const Command& command) {
  const auto ops = ask(programme, command);
  ASSERT_TRUE(ops) << ops.error().where << ' ' << ops.error().detail;
  for (const Op& op : *ops) ASSERT_TRUE(apply(programme, op, coordinator_today()).applied);
}

TEST(KeepProposal, PutsItAsideWithTodaysDateAndTheOpenRound) {
  Programme programme = a_programme();
  programme.round = 3;

  carry_out(programme, KeepProposal{a_proposal(1, "  Proposal   A ")});

  const KeptProposal& kept = programme.kept.at(proposal_id(1));
  EXPECT_EQ(kept.head.name, "Proposal A");
  EXPECT_EQ(kept.head.on, coordinator_today().today);
  EXPECT_EQ(kept.head.round, 3);
  EXPECT_EQ(kept.pairs, (std::vector<KeptPair>{{mentee_id(11), mentor_id(1), 7}}));
}

TEST(KeepProposal, OfThousandsOfPairsGoesInPartsAndIsTakenBackWhole) {
  std::vector<KeptPair> pairs;
  for (unsigned i = 0; i < 2'500; ++i) pairs.push_back({mentee_id(i), mentor_id(i / 2), 3});
  Programme programme = a_programme();
  const Programme before = programme;
  const auto ops = ask(programme, KeepProposal{a_proposal(1, "Large", pairs)});
  ASSERT_TRUE(ops);
  ASSERT_EQ(ops->size(), 13U);
  std::vector<Op> back;
  for (const Op& op : *ops) {
    auto inverse = invert(programme, op);
    back.insert(back.begin(), inverse.begin(), inverse.end());
    apply(programme, op, coordinator_today());
  }
  EXPECT_EQ(programme.kept.at(proposal_id(1)).pairs, pairs);

  for (const Op& op : back) EXPECT_TRUE(apply(programme, op, coordinator_today()).applied);

  EXPECT_EQ(programme, before);
}

TEST(KeepProposal, RefusesAnEmptyATooLongAndATakenName) {
  Programme programme = a_programme();
  carry_out(programme, KeepProposal{a_proposal(1, "Proposal A")});
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "ż";

  EXPECT_EQ(ask(programme, KeepProposal{a_proposal(2, " ")}).error().code, Errc::invalid_input);
  EXPECT_EQ(ask(programme, KeepProposal{a_proposal(2, eighty + "x")}).error().code,
            Errc::too_large);
  EXPECT_TRUE(ask(programme, KeepProposal{a_proposal(2, eighty)}));
  EXPECT_EQ(ask(programme, KeepProposal{a_proposal(2, "proposal a")}).error().code,
            Errc::conflict);
  EXPECT_EQ(ask(programme, KeepProposal{a_proposal(2, "Empty", {})}).error().code,
            Errc::invalid_input);
}

TEST(KeepProposal, StopsAtTwenty) {
  Programme programme = a_programme();
  for (unsigned i = 1; i <= 20; ++i)
    carry_out(programme, KeepProposal{a_proposal(i, "P" + std::to_string(i))});

  EXPECT_EQ(ask(programme, KeepProposal{a_proposal(21, "P21")}).error().code, Errc::too_large);
}

TEST(RenameProposal, GivesAnotherNameAndMayOnlyChangeLetters) {
  Programme programme = a_programme();
  carry_out(programme, KeepProposal{a_proposal(1, "draft")});

  carry_out(programme, RenameProposal{proposal_id(1), "Draft"});

  EXPECT_EQ(programme.kept.at(proposal_id(1)).head.name, "Draft");
  EXPECT_TRUE(ask(programme, RenameProposal{proposal_id(1), " Draft "})->empty());
  EXPECT_EQ(ask(programme, RenameProposal{proposal_id(2), "x"}).error().code, Errc::not_found);
}

TEST(ForgetProposal, IsTakenBackWithAllItsPairs) {
  Programme programme = a_programme();
  carry_out(programme, KeepProposal{a_proposal(1, "Proposal A")});
  const Programme before = programme;
  const auto ops = ask(programme, ForgetProposal{proposal_id(1)});
  ASSERT_TRUE(ops);
  const auto back = invert(programme, ops->at(0));
  apply(programme, ops->at(0), coordinator_today());
  EXPECT_TRUE(programme.kept.empty());

  for (const Op& op : back) apply(programme, op, coordinator_today());

  EXPECT_EQ(programme, before);
}

TEST(Compare, TellsWhoStaysMovesGainsAndLoses) {
  const std::vector<KeptPair> one = {{mentee_id(1), mentor_id(101), 5},
                                     {mentee_id(2), mentor_id(102), 5},
                                     {mentee_id(3), mentor_id(103), 5}};
  const std::vector<KeptPair> other = {{mentee_id(1), mentor_id(101), 9},
                                       {mentee_id(2), mentor_id(103), 5},
                                       {mentee_id(4), mentor_id(102), 5}};

  const Comparison found = compare(one, other);

  EXPECT_EQ(found.same, 1U);
  EXPECT_EQ(
      found.moved,
      (std::vector<Comparison::OtherMentor>{{mentee_id(2), mentor_id(102), mentor_id(103)}}));
  EXPECT_EQ(found.only_one, (std::vector<KeptPair>{one[2]}));
  EXPECT_EQ(found.only_other, (std::vector<KeptPair>{other[2]}));
}

TEST(ChangeRules, RefusesNumbersOfMentorsAndMenteesThatCannotBe) {
  Programme programme = a_programme();
  for (const int mentors : {0, 1, 20, 21}) {
    Rules rules = programme.rules;
    rules.bonus_for_unmatched = 7;
    rules.mentors_per_round = mentors;
    EXPECT_EQ(ask(programme, ChangeRules{rules}).has_value(), mentors == 1 || mentors == 20);
  }
  for (const int least : {0, 1, 1'000, 1'001}) {
    Rules rules = programme.rules;
    rules.bonus_for_unmatched = 7;
    rules.least_mentees = least;
    EXPECT_EQ(ask(programme, ChangeRules{rules}).has_value(), least == 1 || least == 1'000);
  }
}

TEST(ChangeRules, RefusesALeastOfPointsThatNoPairCanReach) {
  Programme programme = a_programme();
  Rules rules = programme.rules;
  rules.at_least_points = -1;
  EXPECT_EQ(ask(programme, ChangeRules{rules}).error().code, Errc::invalid_input);
  rules.at_least_points = 1'000'001;
  EXPECT_EQ(ask(programme, ChangeRules{rules}).error().code, Errc::invalid_input);
  rules.at_least_points = 12;
  EXPECT_TRUE(ask(programme, ChangeRules{rules}));
}

}  // namespace
}  // namespace pairbook::domain
