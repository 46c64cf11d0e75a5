#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/time.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::matching {

// A round's result that everybody can check, and from which nobody reads another's answers.
//
// Everybody is given the same *statement*: what all pairs come to, and of every mentor a code
// that does not say who it is, their places, and the price of one. Everybody is given a *row*
// of their own, and the way it was summed up into the statement. A choice of pairs is never
// worth more than all places at their prices and everybody's gain over having no pair, when a
// gain is not below what any mentor would be worth less the price. Each mentee checks their own
// gain, and the statement says that the pairs are worth exactly that: so when every row holds,
// no other choice of pairs is better.

/// What some mentees add up to. Nothing is below 0, so that nothing can be hidden in a sum.
struct ReportSums {
  std::int64_t mentees = 0;
  std::int64_t pairs = 0;
  std::int64_t points = 0;  // over the pairs
  std::int64_t worth = 0;   // of the pairs not made by hand
  std::int64_t gain = 0;
  bool operator==(const ReportSums&) const = default;
};
struct ReportNode {
  crypto::Digest hash{};
  ReportSums sums;
  bool operator==(const ReportNode&) const = default;
};
/// One step up: the neighbour that was summed up with what is below.
struct ReportStep {
  ReportNode beside;
  bool beside_is_first = false;
  bool operator==(const ReportStep&) const = default;
};

/// A mentor as everybody sees them.
struct MentorPlaces {
  crypto::Digest code{};     // of a salt and the name
  std::uint32_t places = 0;  // in this round, less those given by hand
  std::int64_t price = 0;    // of one
  bool operator==(const MentorPlaces&) const = default;
};

struct RoundStatement {
  std::string programme;
  int round = 1;
  base::Date made;
  crypto::Digest rules{};  // of the questions and rules, as a preset
  Goal goal = Goal::best_total;
  std::int64_t weight = 1;  // a pair is worth weight x points + bonus
  std::int64_t bonus = 0;
  std::vector<MentorPlaces> mentors;  // by code
  ReportNode all;
  bool operator==(const RoundStatement&) const = default;
};
/// The same for everybody in the round: people compare it, aloud or on paper.
[[nodiscard]] crypto::Digest fingerprint(const RoundStatement& statement);

/// What a mentor, too, may see of their mentee's row.
struct RowHead {
  crypto::Digest salt{};
  std::string mentee;
  std::optional<std::uint32_t> mentor;  // position in the statement
  std::int32_t points = 0;
  bool by_hand = false;  // locked: made whatever the rules say
  bool operator==(const RowHead&) const = default;
};
/// Opens a mentor's code.
struct MentorName {
  crypto::Digest salt{};
  std::string name;
  bool operator==(const MentorName&) const = default;
};

struct MenteeReport {
  RowHead head;
  std::optional<MentorName> mentor;  // their own
  /// By mentor in the statement: points together, -1 where the rules allow no pair. Empty for
  /// a pair made by hand.
  std::vector<std::int32_t> points;
  std::int64_t gain = 0;
  std::vector<ReportStep> path;
  bool operator==(const MenteeReport&) const = default;
};

struct MentorReport {
  std::uint32_t position = 0;  // in the statement
  MentorName name;
  struct Mentee {
    RowHead head;
    crypto::Digest rest{};  // of the part of the row that is the mentee's alone
    std::int64_t gain = 0;
    std::vector<ReportStep> path;
    bool operator==(const Mentee&) const = default;
  };
  std::vector<Mentee> mentees;
  bool operator==(const MentorReport&) const = default;
};

/// Errors: corrupt, `detail` says what does not hold.
[[nodiscard]] base::Done check(const RoundStatement& statement);
[[nodiscard]] base::Done check(const RoundStatement& statement, const MenteeReport& report);
[[nodiscard]] base::Done check(const RoundStatement& statement, const MentorReport& report);

/// Statement and rows of a proven proposal.
///
/// Shape: the same people, answers, rules and version give the same bytes on every machine,
///        whatever the order of the people.
class MatchReports {
 public:
  struct About {
    crypto::Digest rules{};
    base::Date made;
  };
  /// The proposal must outlive it.
  /// Cost:   every pair is looked at once, and once more for each report.
  /// Errors: conflict when the proposal is not proven or is_many(), not_found when there is no
  /// mentee.
  [[nodiscard]] static base::Result<MatchReports> make(const Proposal& proposal,
                                                       const domain::Programme& programme,
                                                       const About& about);

  [[nodiscard]] const RoundStatement& statement() const { return statement_; }
  /// By position in the proposal's fit.
  [[nodiscard]] MenteeReport mentee(Index mentee) const;
  [[nodiscard]] MentorReport mentor(Index mentor) const;

 private:
  explicit MatchReports(const Proposal& proposal) : proposal_(&proposal) {}
  void name_people(const domain::Programme& programme);
  void order_mentors();
  void sum_up();
  [[nodiscard]] RowHead head(Index mentee) const;
  [[nodiscard]] std::vector<std::int32_t> points(Index mentee) const;
  [[nodiscard]] std::int64_t gain(Index mentee) const;
  [[nodiscard]] std::vector<ReportStep> path(Index mentee) const;

  const Proposal* proposal_;
  RoundStatement statement_;
  std::vector<std::string> mentee_names_, mentor_names_;
  std::vector<crypto::Digest> mentee_salts_, mentor_salts_;
  std::vector<bool> by_hand_;                    // by mentee
  std::vector<std::uint32_t> positions_;         // by mentor, in the statement
  std::vector<Index> mentors_;                   // by position
  std::vector<std::size_t> leaves_;              // by mentee
  std::vector<std::vector<ReportNode>> levels_;  // leaves first
};

}  // namespace pairbook::matching
