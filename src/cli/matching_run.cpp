#include "cli/matching_run.hpp"

#include "cli/act.hpp"
#include "cli/printed.hpp"
#include "pairbook/app/words.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::cli {
namespace {

std::string name_of(const domain::Programme& programme, const domain::PersonId& id) {
  const domain::Person* person = domain::find_person(programme, id);
  return person != nullptr ? person->name : "";
}

LeftOut left_out(const domain::Programme& programme, const matching::Unmatched& unmatched) {
  return {name_of(programme, unmatched.person),
          app::words::why_unmatched(programme, unmatched)};
}

std::string in_json(const std::vector<LeftOut>& people) {
  std::vector<std::string> out;
  for (const LeftOut& person : people) {
    out.push_back(
        json_object({{"name", json_text(person.name)}, {"why", json_text(person.why)}}));
  }
  return json_list(out);
}

std::string in_words(const std::vector<LeftOut>& people, std::string_view heading) {
  std::vector<std::vector<std::string>> rows{{std::string(heading), "WHY"}};
  for (const LeftOut& person : people) rows.push_back({person.name, person.why});
  return people.empty() ? std::string() : "\n" + in_columns(rows);
}

}  // namespace

Outcome<Match> run_matching(const domain::Programme& programme, Why why,
                            const domain::Moment& moment, base::RandomSource& random) {
  auto made = matching::propose(programme);
  if (!made) return refused(made.error());
  Match match;
  match.proposal = std::move(*made);
  const matching::Proposal* proposal = &match.proposal;
  for (const matching::ProposedPair& proposed : matching::pairs_of(*proposal)) {
    const matching::Explanation because =
        matching::explain(proposal->fit, proposal->fit.position(proposed.mentee),
                          proposal->fit.position(proposed.mentor));
    domain::Pair pair;
    pair.id = domain::PairId::random(random);
    pair.mentor = proposed.mentor;
    pair.mentee = proposed.mentee;
    pair.round = programme.round;
    pair.points = proposed.points;
    pair.reasons = app::words::reasons(programme, because);
    pair.approved = moment.today;
    match.pairs.push_back(std::move(pair));
  }
  match.total = proposal->solution.total;
  match.optimal = proposal->solution.optimal;
  const auto mentees = matching::unmatched_mentees(*proposal);
  const auto mentors = matching::unmatched_mentors(*proposal);
  match.unmatched_mentees = mentees.size();
  match.unmatched_mentors = mentors.size();
  if (why == Why::not_asked) return match;
  for (const matching::Index mentee : mentees) {
    match.mentees.push_back(
        left_out(programme, matching::why_unmatched_mentee(*proposal, mentee)));
  }
  for (const matching::Index mentor : mentors) {
    match.mentors.push_back(
        left_out(programme, matching::why_unmatched_mentor(*proposal, mentor)));
  }
  return match;
}

std::string in_words(const Match& match) {
  std::string text = "pairs: " + std::to_string(match.pairs.size());
  text.append("\ntotal: ").append(std::to_string(match.total));
  text.append("\noptimal: ").append(match.optimal ? "yes" : "no");
  text.append("\nmentees without a mentor: ").append(std::to_string(match.unmatched_mentees));
  text.append("\nmentors without a mentee: ").append(std::to_string(match.unmatched_mentors));
  text.append("\n");
  text.append(in_words(match.mentees, "MENTEE WITHOUT A MENTOR"));
  return text.append(in_words(match.mentors, "MENTOR WITHOUT A MENTEE"));
}

std::string in_json(const Match& match, const domain::Programme& programme) {
  std::vector<std::string> proposed;
  for (const domain::Pair& pair : match.pairs) {
    proposed.push_back(
        json_object({{"mentor", json_text(name_of(programme, pair.mentor.person))},
                     {"mentee", json_text(name_of(programme, pair.mentee.person))},
                     {"points", std::to_string(pair.points)}}));
  }
  std::vector<std::pair<std::string, std::string>> members = {
      {"pairs", std::to_string(match.pairs.size())},
      {"total", std::to_string(match.total)},
      {"optimal", match.optimal ? "true" : "false"},
      {"mentees_without_a_mentor", std::to_string(match.unmatched_mentees)},
      {"mentors_without_a_mentee", std::to_string(match.unmatched_mentors)},
      {"proposed", json_list(proposed)}};
  if (!match.mentees.empty()) members.emplace_back("mentees_left_out", in_json(match.mentees));
  if (!match.mentors.empty()) members.emplace_back("mentors_left_out", in_json(match.mentors));
  return json_object(members) + "\n";
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
