#include "pairbook/domain/apply.hpp"

#include <algorithm>
#include <set>

#include "checks.hpp"

namespace pairbook::domain {

namespace {

constexpr std::size_t most_mappings = 64;

Outcome done() {
  return {};
}
Outcome ignored(std::string because) {
  return {false, std::move(because)};
}

Outcome fold(Programme& p, const ProgrammeFounded& op, const Moment&) {
  if (!p.name.empty()) return ignored("the programme has been founded already");
  p.name = op.name;
  p.founded = op.on;
  return done();
}

Outcome fold(Programme& p, const ProgrammeRenamed& op, const Moment&) {
  p.name = op.name;
  return done();
}

Outcome fold(Programme& p, const FieldDefined& op, const Moment&) {
  const auto found = std::find_if(p.fields.begin(), p.fields.end(), [&](const Field& field) {
    return field.key == op.field.key;
  });
  if (found != p.fields.end()) {
    *found = op.field;
    return done();
  }
  const std::size_t last = p.fields.size();
  const std::size_t at = op.position && *op.position >= 0
                             ? std::min(static_cast<std::size_t>(*op.position), last)
                             : last;
  p.fields.insert(p.fields.begin() + static_cast<std::ptrdiff_t>(at), op.field);
  return done();
}

// Answers stay with the people: removing a question must not lose what they wrote.
Outcome fold(Programme& p, const FieldRemoved& op, const Moment&) {
  const auto gone =
      std::erase_if(p.fields, [&](const Field& field) { return field.key == op.key; });
  return gone > 0 ? done() : ignored("the question was not there");
}

Outcome fold(Programme& p, const PeopleAdded& op, const Moment&) {
  bool any = false;
  for (const Person& person : op.people) any |= p.people.try_emplace(person.id, person).second;
  if (p.blind.on) number_people(p);
  return any ? done() : ignored("everybody was there already");
}

Outcome fold(Programme& p, const PeopleChanged& op, const Moment&) {
  bool any = false;
  for (const auto& [id, patch] : op.changes) {
    const auto found = p.people.find(id);
    if (found == p.people.end()) continue;
    change(found->second, patch);
    any = true;
  }
  return any ? done() : ignored("the person was removed");
}

Outcome fold(Programme& p, const PeopleRemoved& op, const Moment&) {
  bool any = false;
  for (const PersonId& id : op.people) any |= p.people.erase(id) > 0;
  return any ? done() : ignored("the person was removed already");
}

Outcome fold(Programme& p, const RulesChanged& op, const Moment&) {
  p.rules = op.rules;
  return done();
}

Outcome fold(Programme& p, const VerdictGiven& op, const Moment&) {
  const VerdictKey key{op.mentor, op.mentee};
  if (op.verdict == Verdict::none) {
    p.verdicts.erase(key);
  } else {
    p.verdicts[key] = op.verdict;
  }
  return done();
}

Outcome fold(Programme& p, const PairsApproved& op, const Moment&) {
  bool any = false;
  for (const Pair& pair : op.pairs) any |= p.pairs.try_emplace(pair.id, pair).second;
  return any ? done() : ignored("the pairs were approved already");
}

Outcome fold(Programme& p, const PairsWithdrawn& op, const Moment&) {
  bool any = false;
  for (const PairId& id : op.pairs) any |= p.pairs.erase(id) > 0;
  return any ? done() : ignored("the pairs were not there");
}

Outcome fold(Programme& p, const PairEnded& op, const Moment&) {
  const auto found = p.pairs.find(op.pair);
  if (found == p.pairs.end()) return ignored("the pair was not there");
  if (found->second.state == PairState::ended) return ignored("the pair had ended already");
  found->second.state = PairState::ended;
  found->second.ended = op.on;
  found->second.ended_note = op.note;
  return done();
}

Outcome fold(Programme& p, const PairResumed& op, const Moment&) {
  const auto found = p.pairs.find(op.pair);
  if (found == p.pairs.end()) return ignored("the pair was not there");
  if (found->second.state == PairState::active) return ignored("the pair had not ended");
  found->second.state = PairState::active;
  found->second.ended = {};
  found->second.ended_note.clear();
  return done();
}

Outcome fold(Programme& p, const RoundClosed& op, const Moment&) {
  if (op.number != p.round) return ignored("another round is open");
  Round closed{op.number, op.on, 0, 0};
  for (const auto& [id, pair] : p.pairs) {
    if (pair.round != op.number) continue;
    ++closed.pairs;
    closed.points += pair.points;
  }
  p.rounds.push_back(closed);
  ++p.round;
  return done();
}

Outcome fold(Programme& p, const RoundReopened& op, const Moment&) {
  if (p.rounds.empty() || p.rounds.back().number != op.number) {
    return ignored("that round was not the last one closed");
  }
  p.rounds.pop_back();
  p.round = op.number;
  return done();
}

Outcome fold(Programme& p, const LetterChanged& op, const Moment&) {
  if (op.letter) {
    p.letters[op.kind] = *op.letter;
  } else {
    p.letters.erase(op.kind);
  }
  return done();
}

Outcome fold(Programme& p, const MappingRemembered& op, const Moment&) {
  std::vector<std::string> headers;
  for (const ColumnMeaning& column : op.mapping.columns) headers.push_back(column.header);
  if (const Mapping* known = find_mapping(p, headers)) {
    p.mappings[static_cast<std::size_t>(known - p.mappings.data())] = op.mapping;
  } else {
    p.mappings.push_back(op.mapping);
    if (p.mappings.size() > most_mappings) p.mappings.erase(p.mappings.begin());
  }
  return done();
}

Outcome fold(Programme& p, const MappingForgotten& op, const Moment&) {
  const Mapping* known = find_mapping(p, op.headers);
  if (known == nullptr) return ignored("the mapping was not there");
  p.mappings.erase(p.mappings.begin() + (known - p.mappings.data()));
  return done();
}

Outcome fold(Programme& p, const ProposalKept& op, const Moment&) {
  const auto found = p.kept.find(op.proposal);
  if (op.head) {
    if (found != p.kept.end()) return ignored("the proposal was kept already");
    KeptProposal& kept = p.kept[op.proposal];
    kept.id = op.proposal;
    kept.head = *op.head;
    add_pairs(kept.pairs, op.pairs);
    return done();
  }
  if (found == p.kept.end()) return ignored("the proposal was removed");
  const std::size_t before = found->second.pairs.size();
  add_pairs(found->second.pairs, op.pairs);
  return found->second.pairs.size() > before ? done() : ignored("its pairs were there already");
}

Outcome fold(Programme& p, const ProposalRenamed& op, const Moment&) {
  const auto found = p.kept.find(op.proposal);
  if (found == p.kept.end()) return ignored("the proposal was removed");
  found->second.head.name = op.name;
  return done();
}

Outcome fold(Programme& p, const ProposalForgotten& op, const Moment&) {
  const auto found = p.kept.find(op.proposal);
  if (found == p.kept.end()) return ignored("the proposal was removed already");
  if (op.mentees.empty()) {
    p.kept.erase(found);
    return done();
  }
  const std::set<MenteeId> gone(op.mentees.begin(), op.mentees.end());
  const auto erased = std::erase_if(
      found->second.pairs, [&](const KeptPair& pair) { return gone.contains(pair.mentee); });
  return erased > 0 ? done() : ignored("its pairs were removed already");
}

/// Nothing known is kept as nothing.
void keep(Programme& p, const PairId& id, FollowUp known) {
  if (known.empty()) {
    p.follow_ups.erase(id);
  } else {
    p.follow_ups[id] = std::move(known);
  }
}

Outcome fold(Programme& p, const PairChecked& op, const Moment&) {
  if (!p.pairs.contains(op.pair)) return ignored("the pair was not there");
  FollowUp known = follow_up(p, op.pair);
  known.of(op.by) = op.check;
  keep(p, op.pair, std::move(known));
  return done();
}

Outcome fold(Programme& p, const RematchAsked& op, const Moment&) {
  if (!p.pairs.contains(op.pair)) return ignored("the pair was not there");
  FollowUp known = follow_up(p, op.pair);
  known.for_mentor = op.for_mentor;
  known.for_mentee = op.for_mentee;
  keep(p, op.pair, std::move(known));
  return done();
}

Outcome fold(Programme& p, const BlindReviewBegun& op, const Moment&) {
  const std::set<PersonId> looked_at(op.shown.begin(), op.shown.end());
  if (p.blind.on && p.blind.round == op.round && p.blind.looked_at == looked_at) {
    return ignored("the names were hidden already");
  }
  if (p.blind.round != op.round) p.blind = {op.round, false, false, {}, {}};
  p.blind.on = true;
  p.blind.looked_at = looked_at;
  number_people(p);
  return done();
}

Outcome fold(Programme& p, const NamesRevealed& op, const Moment&) {
  if (!p.blind.on || p.blind.round != op.round) return ignored("the names were not hidden");
  if (op.people.empty()) {
    p.blind.on = false;
    p.blind.names_seen = true;
    p.blind.looked_at.clear();
  } else {
    p.blind.looked_at.insert(op.people.begin(), op.people.end());
  }
  return done();
}

Outcome fold(Programme& p, const RequestMade& op, const Moment&) {
  const bool there = p.requests.contains(op.request);
  if (there == op.made.has_value()) {
    return ignored(there ? "the request was there already" : "the request was not there");
  }
  if (op.made) {
    p.requests.emplace(op.request, *op.made);
  } else {
    p.requests.erase(op.request);
  }
  return done();
}

Outcome fold(Programme& p, const RequestAnswered& op, const Moment&) {
  const auto found = p.requests.find(op.request);
  if (found == p.requests.end()) return ignored("the request was not there");
  found->second.answer = op.answer;
  found->second.answered = op.on;
  return done();
}

Outcome fold(Programme&, const UnknownOp&, const Moment&) {
  return ignored("it comes from a newer Pairbook");
}

}  // namespace

Outcome apply(Programme& programme, const Op& op, const Moment& moment) {
  return std::visit([&](const auto& happened) { return fold(programme, happened, moment); },
                    op);
}

}  // namespace pairbook::domain
