#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "seen.hpp"

namespace pairbook::app {

namespace {

using namespace domain;

/// What ops of one change come to, counted.
struct Counted {
  std::size_t added = 0, changed = 0, removed = 0, withdrawn = 0, returned = 0;
  bool import = false;
  std::string name;  // of the only one
};

/// How people are called in these words: by name, by code while names are hidden, or not at
/// all.
struct Calling {
  const Speaker& say;
  const Programme& before;
  Names names;

  [[nodiscard]] bool by_name() const { return names == Names::told && !before.blind.on; }
  std::string operator()(const PersonId& id) const {
    const Person* person = find_person(before, id);
    if (person == nullptr || names == Names::left_out) return say(ChangeWord::somebody);
    return before.blind.on ? code_name(before.blind, *person, code_words(say)) : person->name;
  }
};

Counted count(const Calling& name_of, const std::vector<Op>& ops) {
  Counted out;
  for (const Op& op : ops) {
    if (const auto* added = std::get_if<PeopleAdded>(&op)) {
      out.added += added->people.size();
      if (!added->people.empty() && name_of.by_name()) out.name = added->people.front().name;
    } else if (const auto* changed = std::get_if<PeopleChanged>(&op)) {
      out.changed += changed->changes.size();
      for (const auto& [id, patch] : changed->changes) {
        PersonPatch only = {};
        only.withdrawn = patch.withdrawn;
        if (patch == only && patch.withdrawn)
          ++(*patch.withdrawn ? out.withdrawn : out.returned);
        out.name = patch.name && name_of.by_name() ? *patch.name : name_of(id);
      }
    } else if (const auto* removed = std::get_if<PeopleRemoved>(&op)) {
      out.removed += removed->people.size();
      if (!removed->people.empty()) out.name = name_of(removed->people.front());
    } else if (std::holds_alternative<MappingRemembered>(op)) {
      out.import = true;
    }
  }
  return out;
}

std::string about_people(const Speaker& say, const Counted& c) {
  const std::string name = c.name.empty() ? say(ChangeWord::somebody) : c.name;
  if (c.import) {
    if (c.added > 0 && c.changed > 0) return say(ChangeWord::import_both, c.added, c.changed);
    if (c.added > 0) return say(ChangeWord::people_imported, c.added);
    if (c.changed > 0) return say(ChangeWord::import_changed, c.changed);
    return say(ChangeWord::import_nothing);
  }
  if (c.added == 1) return say(ChangeWord::person_added, name);
  if (c.added > 1) return say(ChangeWord::people_added, c.added);
  if (c.removed == 1) return say(ChangeWord::person_removed, name);
  if (c.removed > 1) return say(ChangeWord::people_removed, c.removed);
  if (c.withdrawn > 0 && c.withdrawn == c.changed) {
    return c.changed == 1 ? say(ChangeWord::person_withdrawn, name)
                          : say(ChangeWord::people_withdrawn, c.changed);
  }
  if (c.returned > 0 && c.returned == c.changed) {
    return c.changed == 1 ? say(ChangeWord::person_returned, name)
                          : say(ChangeWord::people_returned, c.changed);
  }
  return c.changed == 1 ? say(ChangeWord::person_changed, name)
                        : say(ChangeWord::people_changed, c.changed);
}

struct OfOne {
  const Speaker& say;
  const Programme& before;
  Calling name_of;

  std::string operator()(const ProgrammeFounded&) const { return say(ChangeWord::founded); }
  std::string operator()(const ProgrammeRenamed& op) const {
    return say(ChangeWord::renamed, op.name);
  }
  std::string operator()(const FieldDefined& op) const {
    const bool known = find_field(before, op.field.key) != nullptr;
    return say(known ? ChangeWord::field_changed : ChangeWord::field_made, op.field.label);
  }
  std::string operator()(const FieldRemoved& op) const {
    const Field* field = find_field(before, op.key);
    return say(ChangeWord::field_removed, field == nullptr ? op.key.text() : field->label);
  }
  std::string operator()(const RulesChanged&) const { return say(ChangeWord::rules_changed); }
  std::string operator()(const VerdictGiven& op) const {
    const std::string mentor = name_of(op.mentor.person);
    const std::string mentee = name_of(op.mentee.person);
    switch (op.verdict) {
      case Verdict::locked:
        return say(ChangeWord::locked, mentor, mentee);
      case Verdict::forbidden:
        return say(ChangeWord::forbidden, mentor, mentee);
      case Verdict::none:
        break;
    }
    return say(ChangeWord::verdict_lifted, mentor, mentee);
  }
  std::string operator()(const PairEnded& op) const {
    return pair(ChangeWord::pair_ended, op.pair);
  }
  std::string operator()(const PairResumed& op) const {
    return pair(ChangeWord::pair_resumed, op.pair);
  }
  std::string operator()(const PairChecked& op) const {
    return pair(op.check ? ChangeWord::pair_checked : ChangeWord::pair_check_removed, op.pair);
  }
  std::string operator()(const RematchAsked& op) const {
    return pair(ChangeWord::rematch_asked, op.pair);
  }
  std::string operator()(const RequestMade& op) const {
    return request(op.made ? ChangeWord::request_made : ChangeWord::request_removed, op.request,
                   op.made);
  }
  std::string operator()(const RequestAnswered& op) const {
    return request(op.answer == RequestAnswer::accepted    ? ChangeWord::request_accepted
                   : op.answer == RequestAnswer::declined  ? ChangeWord::request_declined
                   : op.answer == RequestAnswer::withdrawn ? ChangeWord::request_withdrawn
                                                           : ChangeWord::request_open,
                   op.request, std::nullopt);
  }
  std::string operator()(const RoundClosed& op) const {
    return say(ChangeWord::round_closed, op.number);
  }
  std::string operator()(const RoundReopened& op) const {
    return say(ChangeWord::round_reopened, op.number);
  }
  std::string operator()(const LetterChanged&) const { return say(ChangeWord::letter_changed); }
  std::string operator()(const MappingRemembered&) const {
    return say(ChangeWord::mapping_remembered);
  }
  std::string operator()(const MappingForgotten&) const {
    return say(ChangeWord::mapping_forgotten);
  }
  std::string operator()(const ProposalKept& op) const {
    return say(ChangeWord::proposal_kept, op.head ? op.head->name : proposal_name(op.proposal));
  }
  std::string operator()(const ProposalRenamed& op) const {
    return say(ChangeWord::proposal_renamed, proposal_name(op.proposal), op.name);
  }
  std::string operator()(const ProposalForgotten& op) const {
    return say(ChangeWord::proposal_forgotten, proposal_name(op.proposal));
  }
  std::string operator()(const BlindReviewBegun& op) const {
    return say(ChangeWord::names_hidden, op.round);
  }
  std::string operator()(const NamesRevealed& op) const {
    if (op.people.empty()) return say(ChangeWord::names_shown, op.round);
    if (op.people.size() > 1) return say(ChangeWord::looked_at_many, op.people.size());
    return say(ChangeWord::looked_at, name_of(op.people.front()));
  }
  std::string operator()(const UnknownOp&) const { return say(ChangeWord::unknown); }
  // Many of these are one change: count_pairs().
  std::string operator()(const PairsApproved&) const { return {}; }
  std::string operator()(const PairsWithdrawn&) const { return {}; }
  // Told by about_people().
  std::string operator()(const PeopleAdded&) const { return {}; }
  std::string operator()(const PeopleChanged&) const { return {}; }
  std::string operator()(const PeopleRemoved&) const { return {}; }

  std::string proposal_name(const ProposalId& id) const {
    const auto found = before.kept.find(id);
    return found == before.kept.end() ? std::string() : found->second.head.name;
  }
  std::string pair(ChangeWord word, const PairId& id) const {
    const auto found = before.pairs.find(id);
    if (found == before.pairs.end()) {
      return say(word, say(ChangeWord::somebody), say(ChangeWord::somebody));
    }
    return say(word, name_of(found->second.mentor.person),
               name_of(found->second.mentee.person));
  }
  std::string request(ChangeWord word, const RequestId& id,
                      const std::optional<Request>& made) const {
    const auto found = before.requests.find(id);
    if (!made && found == before.requests.end()) {
      return say(word, say(ChangeWord::somebody), say(ChangeWord::somebody));
    }
    const Request& which = made ? *made : found->second;
    return say(word, name_of(which.mentor.person), name_of(which.mentee.person));
  }
};

template <class Kind>
std::size_t count_pairs(const std::vector<Op>& ops) {
  std::size_t count = 0;
  for (const Op& op : ops) {
    if (const auto* found = std::get_if<Kind>(&op)) count += found->pairs.size();
  }
  return count;
}

bool has(const std::vector<Op>& ops, auto is) {
  for (const Op& op : ops) {
    if (is(op)) return true;
  }
  return false;
}

}  // namespace

std::string words_for(const Speaker& say, const Programme& before, const std::vector<Op>& ops,
                      Names names) {
  const Calling name_of{say, before, names};
  if (!ops.empty() && std::holds_alternative<RequestAnswered>(ops.front()))
    return std::visit(OfOne{say, before, name_of}, ops.front());  // with what it brought along
  const Counted counted = count(name_of, ops);
  if (counted.import || counted.added + counted.changed + counted.removed > 0) {
    return about_people(say, counted);
  }
  const bool rules =
      has(ops, [](const Op& op) { return std::holds_alternative<RulesChanged>(op); });
  const bool fields =
      has(ops, [](const Op& op) { return std::holds_alternative<FieldDefined>(op); });
  if (rules && fields) return say(ChangeWord::preset_used);
  if (ops.empty()) return say(ChangeWord::unknown);
  if (const std::size_t pairs = count_pairs<PairsApproved>(ops); pairs > 0) {
    return say(ChangeWord::pairs_approved, pairs);
  }
  if (const std::size_t pairs = count_pairs<PairsWithdrawn>(ops); pairs > 0) {
    return say(ChangeWord::pairs_withdrawn, pairs);
  }
  return std::visit(OfOne{say, before, name_of}, ops.front());
}

}  // namespace pairbook::app
