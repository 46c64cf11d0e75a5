#include "cli/matching_run.hpp"

#include "cli/act.hpp"
#include "cli/printed.hpp"
#include "cli/reasons.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::cli {

Outcome<Match> run_matching(const domain::Programme& programme, const domain::Moment& moment,
                            base::RandomSource& random) {
  const auto proposal = matching::propose(programme);
  if (!proposal) return give_up(proposal, "Matching");
  Match match;
  for (const matching::ProposedPair& proposed : matching::pairs_of(*proposal)) {
    const matching::Explanation why =
        matching::explain(proposal->fit, proposal->fit.position(proposed.mentee),
                          proposal->fit.position(proposed.mentor));
    domain::Pair pair;
    pair.id = domain::PairId::random(random);
    pair.mentor = proposed.mentor;
    pair.mentee = proposed.mentee;
    pair.round = programme.round;
    pair.points = proposed.points;
    pair.reasons = reasons_for(programme, why);
    pair.approved = moment.today;
    match.pairs.push_back(std::move(pair));
  }
  match.total = proposal->solution.total;
  match.optimal = proposal->solution.optimal;
  match.unmatched_mentees = matching::unmatched_mentees(*proposal).size();
  match.unmatched_mentors = matching::unmatched_mentors(*proposal).size();
  return match;
}

std::string in_words(const Match& match) {
  std::string text = "pairs: " + std::to_string(match.pairs.size());
  text.append("\ntotal: ").append(std::to_string(match.total));
  text.append("\noptimal: ").append(match.optimal ? "yes" : "no");
  text.append("\nmentees without a mentor: ").append(std::to_string(match.unmatched_mentees));
  text.append("\nmentors without a mentee: ").append(std::to_string(match.unmatched_mentors));
  return text.append("\n");
}

std::string in_json(const Match& match, const domain::Programme& programme) {
  const auto name = [&](const domain::PersonId& id) {
    const domain::Person* person = domain::find_person(programme, id);
    return json_text(person != nullptr ? person->name : "");
  };
  std::string proposed = "[";
  for (const domain::Pair& pair : match.pairs) {
    std::string one = json_object({{"mentor", name(pair.mentor.person)},
                                   {"mentee", name(pair.mentee.person)},
                                   {"points", std::to_string(pair.points)}});
    one.pop_back();
    proposed.append(proposed.size() > 1 ? "," : "").append(one);
  }
  return json_object({{"pairs", std::to_string(match.pairs.size())},
                      {"total", std::to_string(match.total)},
                      {"optimal", match.optimal ? "true" : "false"},
                      {"mentees_without_a_mentor", std::to_string(match.unmatched_mentees)},
                      {"mentors_without_a_mentee", std::to_string(match.unmatched_mentors)},
                      {"proposed", proposed + "]"}});
}

Outcome<std::string> as_csv(const Match& match, domain::Programme programme,
                            const domain::Moment& moment) {
  if (!match.pairs.empty()) {
    auto approved = act(programme, domain::ApprovePairs{match.pairs}, moment);
    if (!approved) return pass_on(approved);
  }
  return codec::pairs_csv(programme, programme.round);
}

}  // namespace pairbook::cli
