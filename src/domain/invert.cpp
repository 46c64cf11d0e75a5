#include <algorithm>
#include <set>

#include "checks.hpp"
#include "pairbook/domain/apply.hpp"

namespace pairbook::domain {

namespace {

using Ops = std::vector<Op>;

Ops back(const Programme&, const ProgrammeFounded&) {
  return {};
}  // a programme is not unfounded
Ops back(const Programme& p, const ProgrammeRenamed& op) {
  if (p.name == op.name) return {};
  return {ProgrammeRenamed{p.name}};
}

Ops back(const Programme& p, const FieldDefined& op) {
  const Field* before = find_field(p, op.field.key);
  if (before == nullptr) return {FieldRemoved{op.field.key}};
  if (*before == op.field) return {};
  return {FieldDefined{*before, std::nullopt}};
}

Ops back(const Programme& p, const FieldRemoved& op) {
  const Field* before = find_field(p, op.key);
  if (before == nullptr) return {};
  return {FieldDefined{*before, static_cast<int>(before - p.fields.data())}};
}

Ops back(const Programme& p, const PeopleAdded& op) {
  PeopleRemoved inverse;
  for (const Person& person : op.people) {
    if (!p.people.contains(person.id)) inverse.people.push_back(person.id);
  }
  if (inverse.people.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const PeopleChanged& op) {
  PeopleChanged inverse;
  std::map<PersonId, Person> now;  // one op may change somebody twice
  for (const auto& [id, patch] : op.changes) {
    const Person* before = find_person(p, id);
    if (before == nullptr) continue;
    Person& person = now.try_emplace(id, *before).first->second;
    const Person earlier = person;
    change(person, patch);
    inverse.changes.emplace_back(id, difference(person, earlier));
  }
  std::erase_if(inverse.changes, [](const auto& item) { return item.second.empty(); });
  if (inverse.changes.empty()) return {};
  std::reverse(inverse.changes.begin(), inverse.changes.end());
  return {std::move(inverse)};
}

Ops back(const Programme& p, const PeopleRemoved& op) {
  PeopleAdded inverse;
  for (const PersonId& id : op.people) {
    if (const Person* person = find_person(p, id)) inverse.people.push_back(*person);
  }
  if (inverse.people.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const RulesChanged& op) {
  if (p.rules == op.rules) return {};
  return {RulesChanged{p.rules}};
}

Ops back(const Programme& p, const VerdictGiven& op) {
  const auto before = p.verdicts.find({op.mentor, op.mentee});
  const Verdict was = before == p.verdicts.end() ? Verdict::none : before->second;
  if (was == op.verdict) return {};
  return {VerdictGiven{op.mentor, op.mentee, was}};
}

Ops back(const Programme& p, const PairsApproved& op) {
  PairsWithdrawn inverse;
  for (const Pair& pair : op.pairs) {
    if (!p.pairs.contains(pair.id)) inverse.pairs.push_back(pair.id);
  }
  if (inverse.pairs.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const PairsWithdrawn& op) {
  PairsApproved inverse;
  for (const PairId& id : op.pairs) {
    const auto found = p.pairs.find(id);
    if (found != p.pairs.end()) inverse.pairs.push_back(found->second);
  }
  if (inverse.pairs.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const PairEnded& op) {
  const auto found = p.pairs.find(op.pair);
  if (found == p.pairs.end() || found->second.state == PairState::ended) return {};
  return {PairResumed{op.pair}};
}

Ops back(const Programme& p, const PairResumed& op) {
  const auto found = p.pairs.find(op.pair);
  if (found == p.pairs.end() || found->second.state == PairState::active) return {};
  return {PairEnded{op.pair, found->second.ended, found->second.ended_note}};
}

Ops back(const Programme& p, const RoundClosed& op) {
  if (op.number != p.round) return {};
  return {RoundReopened{op.number}};
}

Ops back(const Programme& p, const RoundReopened& op) {
  if (p.rounds.empty() || p.rounds.back().number != op.number) return {};
  return {RoundClosed{op.number, p.rounds.back().closed}};
}

Ops back(const Programme& p, const LetterChanged& op) {
  const auto found = p.letters.find(op.kind);
  std::optional<LetterTemplate> before;
  if (found != p.letters.end()) before = found->second;
  if (before == op.letter) return {};
  return {LetterChanged{op.kind, std::move(before)}};
}

Ops back(const Programme& p, const MappingRemembered& op) {
  std::vector<std::string> headers;
  for (const ColumnMeaning& column : op.mapping.columns) headers.push_back(column.header);
  const Mapping* known = find_mapping(p, headers);
  if (known == nullptr) return {MappingForgotten{std::move(headers)}};
  if (*known == op.mapping) return {};
  return {MappingRemembered{*known}};
}

Ops back(const Programme& p, const MappingForgotten& op) {
  const Mapping* known = find_mapping(p, op.headers);
  if (known == nullptr) return {};
  return {MappingRemembered{*known}};
}

Ops back(const Programme& p, const ProposalKept& op) {
  const auto found = p.kept.find(op.proposal);
  if (op.head) {
    if (found != p.kept.end()) return {};
    return {ProposalForgotten{op.proposal, {}}};
  }
  if (found == p.kept.end()) return {};
  ProposalForgotten inverse{op.proposal, {}};
  std::vector<KeptPair> added = found->second.pairs;
  add_pairs(added, op.pairs);
  for (const KeptPair& pair : compare(added, found->second.pairs).only_one)
    inverse.mentees.push_back(pair.mentee);
  if (inverse.mentees.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const ProposalRenamed& op) {
  const auto found = p.kept.find(op.proposal);
  if (found == p.kept.end() || found->second.head.name == op.name) return {};
  return {ProposalRenamed{op.proposal, found->second.head.name}};
}

Ops back(const Programme& p, const ProposalForgotten& op) {
  const auto found = p.kept.find(op.proposal);
  if (found == p.kept.end()) return {};
  if (op.mentees.empty()) return ops_that_keep(found->second);
  ProposalKept inverse{op.proposal, std::nullopt, {}};
  const std::set<MenteeId> gone(op.mentees.begin(), op.mentees.end());
  for (const KeptPair& pair : found->second.pairs) {
    if (gone.contains(pair.mentee)) inverse.pairs.push_back(pair);
  }
  if (inverse.pairs.empty()) return {};
  return {std::move(inverse)};
}

Ops back(const Programme& p, const PairChecked& op) {
  std::optional<Check> before = follow_up(p, op.pair).of(op.by);
  if (!p.pairs.contains(op.pair) || before == op.check) return {};
  return {PairChecked{op.pair, op.by, std::move(before)}};
}

Ops back(const Programme& p, const RematchAsked& op) {
  const FollowUp before = follow_up(p, op.pair);
  const RematchAsked inverse{op.pair, before.for_mentor, before.for_mentee};
  if (!p.pairs.contains(op.pair) || inverse == op) return {};
  return {inverse};
}

// Names can be hidden again, but not unseen: `names_seen` stays.
Ops back(const Programme& p, const BlindReviewBegun& op) {
  const BlindReview& now = p.blind;
  if (!now.on || now.round != op.round) return {NamesRevealed{op.round, {}}};
  const std::vector<PersonId> before(now.looked_at.begin(), now.looked_at.end());
  if (std::set<PersonId>(op.shown.begin(), op.shown.end()) == now.looked_at) return {};
  return {BlindReviewBegun{op.round, before}};
}

Ops back(const Programme& p, const NamesRevealed& op) {
  if (!p.blind.on || p.blind.round != op.round) return {};
  return {BlindReviewBegun{op.round, {p.blind.looked_at.begin(), p.blind.looked_at.end()}}};
}

Ops back(const Programme& p, const RequestMade& op) {
  const auto found = p.requests.find(op.request);
  if ((found != p.requests.end()) == op.made.has_value()) return {};
  if (op.made) return {RequestMade{op.request, std::nullopt}};
  return {RequestMade{op.request, found->second}};
}
Ops back(const Programme& p, const RequestAnswered& op) {
  const auto found = p.requests.find(op.request);
  if (found == p.requests.end()) return {};
  const RequestAnswered inverse{op.request, found->second.answer, found->second.answered};
  if (inverse == op) return {};
  return {inverse};
}

Ops back(const Programme&, const UnknownOp&) {
  return {};
}

}  // namespace

std::vector<Op> invert(const Programme& before, const Op& op) {
  return std::visit([&](const auto& happened) { return back(before, happened); }, op);
}

}  // namespace pairbook::domain
