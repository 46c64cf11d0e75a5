#include "pairbook/matching/match_report.hpp"

#include <algorithm>
#include <numeric>

#include "pairbook/base/sort.hpp"
#include "report_bytes.hpp"
#include "survey.hpp"

namespace pairbook::matching {

namespace {

std::string name_in(const domain::Programme& programme, const domain::PersonId& id) {
  const domain::Person* person = domain::find_person(programme, id);
  return person == nullptr ? std::string() : person->name;
}

/// Nobody outside can guess it, and whoever has the people can make it again: the ids are
/// chance.
crypto::Key secret_of(const Fit& fit, int round) {
  std::vector<domain::PersonId> ids;
  for (const domain::MenteeId& mentee : fit.mentees) ids.push_back(mentee.person);
  for (const domain::MentorId& mentor : fit.mentors) ids.push_back(mentor.person);
  base::sort(ids, [](const auto& a, const auto& b) { return a < b; });
  base::ByteWriter out;
  out.i64(round);
  for (const domain::PersonId& id : ids) out.raw(id.bytes);
  return crypto::derive(crypto::Key::from(crypto::hash(out.view())).value(),
                        "pairbook/v1/match report");
}

/// What having a pair counts besides its points: as solve() had it.
std::int64_t worth_of_a_pair(const Problem& problem) {
  Assignment people;
  people.mentees.resize(problem.mentees.size());
  for (const Participant& mentor : problem.mentors)
    people.mentors.push_back({0, mentor.places});
  std::int32_t top = 0;
  std::vector<std::int32_t> row(problem.mentors.size());
  for (Index i = 0; problem.goal == Goal::most_matched && i < problem.mentees.size(); ++i) {
    score_row(problem, i, row);
    for (const std::int32_t points : row) top = std::max(top, points);
  }
  aim_for(problem.goal, top, people);
  return people.mentees.front().penalty;
}

crypto::Digest salt_of(const crypto::Key& secret, std::string_view side,
                       const domain::PersonId& id) {
  const crypto::WideDigest wide =
      crypto::keyed_hash(secret, {base::bytes_of(side), base::BytesView(id.bytes)});
  crypto::Digest salt{};
  std::copy_n(wide.begin(), salt.size(), salt.begin());
  return salt;
}

}  // namespace

void MatchReports::name_people(const domain::Programme& programme) {
  const Fit& fit = proposal_->fit;
  const crypto::Key secret = secret_of(fit, programme.round);
  for (const domain::MenteeId& mentee : fit.mentees) {
    mentee_names_.push_back(name_in(programme, mentee.person));
    mentee_salts_.push_back(salt_of(secret, "mentee", mentee.person));
  }
  for (const domain::MentorId& mentor : fit.mentors) {
    mentor_names_.push_back(name_in(programme, mentor.person));
    mentor_salts_.push_back(salt_of(secret, "mentor", mentor.person));
  }
}

void MatchReports::order_mentors() {
  const Problem& problem = proposal_->fit.problem;
  std::vector<MentorPlaces> all(problem.mentors.size());
  for (Index j = 0; j < all.size(); ++j) {
    all[j] = {code_of({mentor_salts_[j], mentor_names_[j]}), problem.mentors[j].places,
              proposal_->solution.price[j]};
  }
  by_hand_.assign(problem.mentees.size(), false);
  for (const Couple& lock : problem.locked) {
    by_hand_[lock.mentee] = true;
    --all[lock.mentor].places;
  }
  mentors_.resize(all.size());
  std::iota(mentors_.begin(), mentors_.end(), 0U);
  base::sort(mentors_, [&](Index a, Index b) { return all[a].code < all[b].code; });
  positions_.resize(all.size());
  for (std::uint32_t at = 0; at < mentors_.size(); ++at) {
    positions_[mentors_[at]] = at;
    statement_.mentors.push_back(all[mentors_[at]]);
    if (statement_.mentors.back().places == 0) statement_.mentors.back().price = 0;
  }
}

RowHead MatchReports::head(Index mentee) const {
  const Solution& solution = proposal_->solution;
  RowHead out{mentee_salts_[mentee], mentee_names_[mentee], std::nullopt, 0, by_hand_[mentee]};
  if (const Index mentor = solution.mentor_of[mentee]; mentor != nobody) {
    out.mentor = positions_[mentor];
    out.points = solution.points[mentee];
  }
  return out;
}

std::vector<std::int32_t> MatchReports::points(Index mentee) const {
  if (by_hand_[mentee]) return {};
  std::vector<std::int32_t> row(mentors_.size()), out(mentors_.size());
  score_row(proposal_->fit.problem, mentee, row);
  for (std::size_t at = 0; at < mentors_.size(); ++at) out[at] = row[mentors_[at]];
  return out;
}

std::int64_t MatchReports::gain(Index mentee) const {
  return by_hand_[mentee] ? 0 : proposal_->solution.gain[mentee] + statement_.bonus;
}

void MatchReports::sum_up() {
  std::vector<ReportNode> rows;
  for (Index i = 0; i < mentee_names_.size(); ++i) {
    const RowHead own = head(i);
    rows.push_back(
        leaf_of(own, rest_of(own.salt, points(i)), sums_of(statement_, own, gain(i))));
  }
  std::vector<Index> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  // In an order that tells nothing about anybody.
  base::sort(order, [&](Index a, Index b) { return rows[a].hash < rows[b].hash; });
  leaves_.resize(rows.size());
  levels_.emplace_back();
  for (const Index i : order) {
    leaves_[i] = levels_.front().size();
    levels_.front().push_back(rows[i]);
  }
  while (levels_.back().size() > 1) {
    const std::vector<ReportNode>& below = levels_.back();
    std::vector<ReportNode> above;
    for (std::size_t at = 0; at + 1 < below.size(); at += 2) {
      // Sums out of range end as a statement that does not hold.
      above.push_back(joined(below[at], below[at + 1]).value_or(ReportNode{}));
    }
    if (below.size() % 2 == 1) above.push_back(below.back());
    levels_.push_back(std::move(above));
  }
  statement_.all = levels_.back().front();
}

std::vector<ReportStep> MatchReports::path(Index mentee) const {
  std::vector<ReportStep> out;
  std::size_t at = leaves_[mentee];
  for (const std::vector<ReportNode>& level : levels_) {
    const std::size_t beside = at ^ 1U;
    if (beside < level.size()) out.push_back({level[beside], beside < at});
    at /= 2;
  }
  return out;
}

base::Result<MatchReports> MatchReports::make(const Proposal& proposal,
                                              const domain::Programme& programme,
                                              const About& about) {
  const Problem& problem = proposal.fit.problem;
  if (problem.mentees.empty()) return base::fail(base::Errc::not_found, "mentees");
  if (!proposal.solution.optimal) return base::fail(base::Errc::conflict, "", "not proven");
  if (is_many(proposal.fit.problem)) {
    return base::fail(base::Errc::conflict, "", "several mentors, or least places");
  }
  MatchReports out(proposal);
  RoundStatement& statement = out.statement_;
  statement.programme = programme.name;
  statement.round = programme.round;
  statement.made = about.made;
  statement.rules = about.rules;
  statement.goal = problem.goal;
  statement.weight = proposal.solution.weight;
  statement.bonus = worth_of_a_pair(problem);
  out.name_people(programme);
  out.order_mentors();
  out.sum_up();
  if (auto sound = check(statement); !sound) return base::pass_on(sound);
  return out;
}

MenteeReport MatchReports::mentee(Index mentee) const {
  MenteeReport out;
  out.head = head(mentee);
  if (const Index mentor = proposal_->solution.mentor_of[mentee]; mentor != nobody) {
    out.mentor = MentorName{mentor_salts_[mentor], mentor_names_[mentor]};
  }
  out.points = points(mentee);
  out.gain = gain(mentee);
  out.path = path(mentee);
  return out;
}

MentorReport MatchReports::mentor(Index mentor) const {
  MentorReport out;
  out.position = positions_[mentor];
  out.name = {mentor_salts_[mentor], mentor_names_[mentor]};
  std::vector<std::pair<std::size_t, Index>> own;  // in the order of the rows
  for (Index i = 0; i < leaves_.size(); ++i) {
    if (proposal_->solution.mentor_of[i] == mentor) own.emplace_back(leaves_[i], i);
  }
  base::sort(own, [](const auto& a, const auto& b) { return a < b; });
  for (const auto& [leaf, i] : own) {
    const RowHead row = head(i);
    out.mentees.push_back({row, rest_of(row.salt, points(i)), gain(i), path(i)});
  }
  return out;
}

}  // namespace pairbook::matching
