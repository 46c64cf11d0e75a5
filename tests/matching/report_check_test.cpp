// Statements and rows that somebody forged with care: every hash and every sum fits, and one
// thing is not true.
#include <gtest/gtest.h>

#include "matching/report_bytes.hpp"

namespace pairbook::matching {
namespace {

crypto::Digest salt_for(std::string_view name) {
  return crypto::hash({base::bytes_of("salt of "), base::bytes_of(name)});
}

/// As joined(), without asking whether the sums may be.
ReportNode joined_anyway(const ReportNode& first, const ReportNode& second) {
  const ReportSums &a = first.sums, &b = second.sums;
  base::ByteWriter bytes;
  bytes.text("pairbook sum");
  for (const ReportNode* node : {&first, &second}) {
    bytes.raw(node->hash);
    for (const std::int64_t number : {node->sums.mentees, node->sums.pairs, node->sums.points,
                                      node->sums.worth, node->sums.gain}) {
      bytes.i64(number);
    }
  }
  return {crypto::hash(bytes.view()),
          {a.mentees + b.mentees, a.pairs + b.pairs, a.points + b.points, a.worth + b.worth,
           a.gain + b.gain}};
}

/// Somebody who writes reports as they like.
struct Forger {
  struct Mentor {
    const char* name;
    std::uint32_t places;
    std::int64_t price;
  };
  struct Mentee {
    const char* name;
    std::optional<std::size_t> mentor;
    std::int32_t points;            // told of the pair
    std::vector<std::int32_t> row;  // by mentor
    std::int64_t gain;
    bool by_hand = false;
  };
  std::vector<Mentor> mentors;
  std::vector<Mentee> mentees;  // a power of two of them
  std::int64_t bonus = 0;

  RoundStatement statement;
  std::vector<MenteeReport> own;    // by mentee
  std::vector<MentorReport> hosts;  // by mentor

  void write() {
    statement.weight = 1;
    statement.bonus = bonus;
    std::map<crypto::Digest, std::size_t> codes;
    for (std::size_t j = 0; j < mentors.size(); ++j)
      codes[code_of({salt_for(mentors[j].name), mentors[j].name})] = j;
    std::vector<std::uint32_t> position(mentors.size());
    std::vector<std::size_t> order;
    for (const auto& [code, j] : codes) {
      position[j] = static_cast<std::uint32_t>(order.size());
      order.push_back(j);
      statement.mentors.push_back({code, mentors[j].places, mentors[j].price});
    }
    hosts.resize(mentors.size());
    for (std::size_t j = 0; j < mentors.size(); ++j) {
      hosts[j].position = position[j];
      hosts[j].name = {salt_for(mentors[j].name), mentors[j].name};
    }
    std::vector<std::vector<ReportNode>> levels(1);
    for (const Mentee& mentee : mentees) {
      MenteeReport& report = own.emplace_back();
      report.head = {salt_for(mentee.name), mentee.name, std::nullopt, mentee.points,
                     mentee.by_hand};
      if (mentee.mentor) {
        report.head.mentor = position[*mentee.mentor];
        report.mentor = hosts[*mentee.mentor].name;
      }
      for (const std::size_t j : order) {
        if (!mentee.by_hand) report.points.push_back(mentee.row[j]);
      }
      report.gain = mentee.gain;
      levels[0].push_back(leaf_of(report.head, rest_of(report.head.salt, report.points),
                                  sums_of(statement, report.head, mentee.gain)));
    }
    while (levels.back().size() > 1) {
      std::vector<ReportNode> above;
      for (std::size_t at = 0; at < levels.back().size(); at += 2)
        above.push_back(joined_anyway(levels.back()[at], levels.back()[at + 1]));
      levels.push_back(std::move(above));
    }
    statement.all = levels.back().front();
    for (std::size_t i = 0; i < own.size(); ++i) {
      for (std::size_t level = 0; level + 1 < levels.size(); ++level) {
        const std::size_t at = i >> level;
        own[i].path.push_back({levels[level][at ^ 1U], at % 2 == 1});
      }
      if (!mentees[i].mentor) continue;
      hosts[*mentees[i].mentor].mentees.push_back(
          {own[i].head, rest_of(own[i].head.salt, own[i].points), own[i].gain, own[i].path});
    }
  }
};

/// Two mentors with a place each and four mentees, of whom two are left over; and no better
/// choice.
Forger honest() {
  Forger out;
  out.mentors = {{"Amina", 1, 6}, {"Bao", 1, 4}};
  out.mentees = {{"Chidi", 0, 9, {9, 5}, 3},
                 {"Dana", 1, 8, {6, 8}, 4},
                 {"Ed", std::nullopt, 0, {6, 4}, 0},
                 {"Flo", std::nullopt, 0, {-1, 2}, 0}};
  return out;
}

template <class Report>
std::string wrong_with(const Forger& forger, const Report& report) {
  const base::Done statement = check(forger.statement);
  if (!statement) return "the statement: " + statement.error().detail;
  const base::Done held = check(forger.statement, report);
  return held ? "nothing" : held.error().detail;
}

TEST(ForgedReport, HonestOnesHold) {
  Forger forger = honest();
  forger.write();
  for (const MenteeReport& report : forger.own)
    EXPECT_EQ(wrong_with(forger, report), "nothing");
  for (const MentorReport& report : forger.hosts)
    EXPECT_EQ(wrong_with(forger, report), "nothing");
}

TEST(ForgedReport, AWorsePairIsSeenByWhoeverCouldHaveHadABetterOne) {
  Forger forger = honest();  // the two change mentors, and prices that make the sums agree
  forger.mentees[0] = {"Chidi", 1, 5, {9, 5}, 1};
  forger.mentees[1] = {"Dana", 0, 6, {6, 8}, 0};
  forger.write();

  EXPECT_EQ(wrong_with(forger, forger.own[0]), "a better mentor was left out");
}

TEST(ForgedReport, AGainThatIsNotTheOwnPairsIsSeen) {
  Forger forger = honest();
  forger.mentors[1].price = 3;
  forger.mentees[0].gain = 4;  // what Bao's place has lost
  forger.write();

  EXPECT_EQ(wrong_with(forger, forger.own[0]), "a gain overstated");
}

TEST(ForgedReport, AGainOfSomebodyWithoutAPairIsSeen) {
  Forger forger = honest();
  forger.mentors[1].price = 3;
  forger.mentees[2].gain = 1;
  forger.write();

  EXPECT_EQ(wrong_with(forger, forger.own[2]), "a gain without a pair");
}

TEST(ForgedReport, PointsThatAreNotThoseOfTheRowAreSeen) {
  Forger forger = honest();
  forger.mentees[0].points = 12;
  forger.mentees[1].gain += 3;  // the sums have to agree
  forger.write();

  EXPECT_EQ(wrong_with(forger, forger.own[0]), "other points than the pair's");
}

TEST(ForgedReport, APairThatTheRulesForbidIsSeen) {
  Forger forger = honest();
  forger.mentees[0].row[0] = -1;
  forger.mentees[0].points = 0;
  forger.mentees[0].gain = 0;
  forger.mentors[0].price = 0;
  forger.write();

  EXPECT_NE(wrong_with(forger, forger.own[0]), "nothing");
}

TEST(ForgedReport, AMentorMayNotBeLeftOutOfARow) {
  Forger forger = honest();
  forger.write();
  MenteeReport report = forger.own[0];
  report.points.pop_back();

  EXPECT_EQ(wrong_with(forger, report), "a mentor is left out");
}

TEST(ForgedReport, AMenteesMentorHasToBeNamed) {
  Forger forger = honest();
  forger.write();
  MenteeReport report = forger.own[0];
  report.mentor.reset();

  EXPECT_EQ(wrong_with(forger, report), "a mentor is missing");
}

TEST(ForgedReport, ASumBelowNothingIsSeenByWhoeverStandsBesideIt) {
  Forger forger;  // Cy's place is free and has a price, which Flo takes back; she never was
  forger.mentors = {{"Amina", 1, 6}, {"Bao", 1, 4}, {"Cy", 1, 2}};
  forger.mentees = {{"Chidi", 0, 9, {9, 5, 0}, 3},
                    {"Ed", std::nullopt, 0, {6, 4, 0}, 0},
                    {"Dana", 1, 8, {6, 8, 0}, 4},
                    {"Flo", std::nullopt, 0, {-1, 2, 0}, -2}};
  forger.write();

  ASSERT_TRUE(check(forger.statement));
  EXPECT_EQ(wrong_with(forger, forger.own[0]), "nothing");
  EXPECT_EQ(wrong_with(forger, forger.own[2]), "a sum out of range");
}

TEST(ForgedReport, MoreMenteesThanPlacesAreSeenByTheMentor) {
  Forger forger = honest();  // Ed too is with Amina
  forger.mentees[2] = {"Ed", 0, 6, {6, 4}, 6};
  forger.write();

  EXPECT_EQ(wrong_with(forger, forger.hosts[0]), "more mentees than places");
}

TEST(ForgedReport, AMenteeShownTwiceFillsNoSecondPlace) {
  Forger forger = honest();
  forger.mentors[0].price = 0;  // Bao has a second place now, which nobody took
  forger.mentors[1] = {"Bao", 2, 4};
  forger.mentees[0].gain = 5;
  forger.write();
  ASSERT_TRUE(check(forger.statement));
  MentorReport report = forger.hosts[1];
  ASSERT_EQ(wrong_with(forger, report), "a price of a place that is free");

  report.mentees.push_back(report.mentees.front());

  EXPECT_EQ(wrong_with(forger, report), "a mentee twice");
}

TEST(ForgedReport, NumbersThatDoNotFitAreRefused) {
  Forger forger = honest();
  forger.write();
  forger.statement.weight = std::int64_t{1} << 53;
  forger.hosts[0].mentees[0].head.points = 1'000'000'000;
  forger.own[0].head.points = 1'000'000'000;

  EXPECT_EQ(wrong_with(forger, forger.hosts[0]), "points out of range");
  EXPECT_EQ(wrong_with(forger, forger.own[0]), "points out of range");
}

TEST(ForgedReport, SomebodyElsesMenteeIsSeen) {
  Forger forger = honest();
  forger.write();
  MentorReport report = forger.hosts[0];
  report.mentees = forger.hosts[1].mentees;

  EXPECT_EQ(wrong_with(forger, report), "somebody else's mentee");
}

TEST(ForgedReport, APairMadeByHandGainsNothing) {
  Forger forger = honest();
  forger.mentees[0] = {"Chidi", 0, 9, {}, 2, true};
  forger.mentors[0] = {"Amina", 0, 0};
  forger.mentees[1].gain = 2;
  forger.write();
  ASSERT_TRUE(check(forger.statement));

  EXPECT_EQ(wrong_with(forger, forger.own[0]), "a gain of a pair by hand");
}

}  // namespace
}  // namespace pairbook::matching
