#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/problem.hpp"

namespace pairbook::matching {

/// A name in somebody's wishes, or among those they will not be paired with, that nobody in the
/// other role has: most often misspelt.
struct UnknownName {
  std::uint32_t rule = 0;
  domain::PersonId by;
  std::string name;
  bool operator==(const UnknownName&) const = default;
};

/// What a round makes of its people, besides what the rules say.
struct Format {
  int mentors_a_round = 1;  // for one mentee, when the rules say fewer
  int least_mentees = 0;    // of every mentor, those they have counted: filled first, where the
                            // rules know of no least
  /// The mentees are on both sides, each at the same position: for pairs of peers and circles
  /// (among.hpp). Everybody takes part, with one place and no bonus.
  bool among_mentees = false;
};

/// A programme's open round, ready to be solved, with what is needed to explain it afterwards.
///
/// Shape: mentees who have all their mentors take no part; mentors without a free place do (so
///        that it can be said whose places are taken). People who withdrew take no part.
struct Fit {
  Problem problem;
  std::vector<domain::MenteeId> mentees;  // by position
  std::vector<domain::MentorId> mentors;
  std::vector<std::vector<std::string>> words;  // by test: the values as people read them
  /// By test of points_weighed, beside the mentors' values: twice the position of the mentor's
  /// own words, and 1 when they only come near what is wanted; or nothing that could be told,
  /// 0xFFFFFFFF. Empty: the values are wishes.
  std::vector<std::vector<std::uint32_t>> via;
  /// Locked by hand but impossible: no free place, takes no part, locked to two mentors.
  std::vector<domain::VerdictKey> impossible_locks;
  std::vector<UnknownName> unknown_names;  // by rule

  [[nodiscard]] Index position(const domain::MenteeId& id) const;  // or nobody
  [[nodiscard]] Index position(const domain::MentorId& id) const;
};

[[nodiscard]] Fit fit(const domain::Programme& programme, const Format& format = {});

/// The same a rule at a time, with other rules than the programme's if wanted: ten thousand
/// people take a while.
///
/// Shape: the programme stays where and as it is until take().
class FitWork {
 public:
  FitWork(const domain::Programme& programme, domain::Rules rules, const Format& format = {});
  FitWork(FitWork&&) noexcept;
  FitWork& operator=(FitWork&&) noexcept;
  ~FitWork();

  /// True when it is done; no step after that.
  [[nodiscard]] bool step();
  [[nodiscard]] Fit take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One criterion's part in a pair.
struct Fact {
  std::optional<std::size_t> rule;   // position among the programme's rules; none: a bonus
  bool rematch = false;              // the bonus is for asking for another partner
  int points = 0;                    // 0 for a must
  std::vector<std::string> values;   // in common, as people read them; "" is: both online
  std::vector<std::string> related;  // of the mentor, near what the mentee wants
  std::optional<std::int64_t> gap;   // mentor minus mentee, in thousandths of a step
  std::optional<std::int64_t> offered, wanted;  // amounts, in thousandths
  int same = 0, asked = 0;                      // scales both answered, and answered alike
  bool mentee_wished = false, mentor_wished = false;
  bool unknown = false;  // one of them gave no answer: as others earn on average
  int weight = 100;      // what the two say it counts for them, in per cent
  bool operator==(const Fact&) const = default;
};

/// Why two people are a pair, or cannot be. From the same numbers that were solved.
struct Explanation {
  int points = 0;           // what the facts add up to
  std::vector<Fact> facts;  // in the order of the rules; a must is there when it says something
  std::vector<std::uint32_t> forbidden_by;  // rules, or by_hand and the like
  bool operator==(const Explanation&) const = default;
};
[[nodiscard]] Explanation explain(const Fit& fit, Index mentee, Index mentor);

}  // namespace pairbook::matching
