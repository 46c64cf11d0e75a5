#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/failure.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/domain/decide.hpp"
#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::cli {

struct LeftOut {
  std::string name;
  std::string why;
};

/// What matching proposes for the open round.
struct Match {
  std::vector<domain::Pair> pairs;  // as they would be approved, in order of the mentees
  long long total = 0;              // points over all of them
  bool optimal = false;             // proven: no other choice has more
  std::size_t unmatched_mentees = 0;
  std::size_t unmatched_mentors = 0;
  std::vector<LeftOut> mentees, mentors;  // only when asked why
  matching::Proposal proposal;
};

enum class Why { not_asked, asked };

/// Errors: refused when locked pairs contradict each other; bad_input above the limits.
[[nodiscard]] Outcome<Match> run_matching(const domain::Programme& programme, Why why,
                                          const domain::Moment& moment,
                                          base::RandomSource& random);

/// "pairs: 35" and so on, a line each; or the same as JSON.
[[nodiscard]] std::string in_words(const Match& match);
[[nodiscard]] std::string in_json(const Match& match, const domain::Programme& programme);

/// The pairs as a spreadsheet, as if they had been approved.
[[nodiscard]] Outcome<std::string> as_csv(const Match& match, domain::Programme programme,
                                          const domain::Moment& moment);

}  // namespace pairbook::cli
