#include "pairbook/domain/decide.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "checks.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"

namespace pairbook::domain {

namespace {

using base::Done;
using base::Errc;
using base::fail;
using base::pass_on;
using Ops = base::Result<std::vector<Op>>;

constexpr std::size_t most_letter_bytes = 20'000;

template <class T>
Ops one(T op) {
  return std::vector<Op>{std::move(op)};
}
Ops nothing() {
  return std::vector<Op>{};
}

Done check_title(const std::string& name) {
  if (base::trim(name).empty()) return fail(Errc::invalid_input, "name", "empty");
  if (name.size() > max_name_bytes) return fail(Errc::too_large, "name", "too long");
  return {};
}

Ops ask(const Programme& p, const FoundProgramme& c, const Moment& moment) {
  if (!p.name.empty()) return fail(Errc::conflict, "programme", "founded already");
  if (const Done fine = check_title(c.name); !fine) return pass_on(fine);
  return one(ProgrammeFounded{base::collapse_spaces(c.name), moment.today});
}

Ops ask(const Programme& p, const RenameProgramme& c, const Moment&) {
  if (const Done fine = check_title(c.name); !fine) return pass_on(fine);
  const std::string name = base::collapse_spaces(c.name);
  return name == p.name ? nothing() : one(ProgrammeRenamed{name});
}

bool is_used(const Rules& rules, const FieldKey& key) {
  return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) {
    const auto keys = fields_of(rule);
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  });
}

Ops ask(const Programme& p, const DefineField& c, const Moment&) {
  if (const Done fine = check_field(c.field); !fine) return pass_on(fine);
  const Field* known = find_field(p, c.field.key);
  if (known != nullptr && *known == c.field) return nothing();
  if (c.field.use == FieldUse::fairness && is_used(p.rules, c.field.key)) {
    return fail(Errc::conflict, c.field.label, "a rule uses it");
  }
  if (known == nullptr && p.fields.size() >= max_fields) {
    return fail(Errc::too_large, "fields", "more than 200");
  }
  return one(FieldDefined{c.field, std::nullopt});
}

Done check_rules(const std::vector<Field>& fields, const Rules& rules);

Ops ask(const Programme& p, const AskMore& c, const Moment& moment) {
  std::vector<Op> ops;
  std::vector<Field> fields = p.fields;
  for (const Field& field : c.fields) {
    auto made = ask(p, DefineField{field}, moment);
    if (!made) return made;
    for (Op& op : *made) ops.push_back(std::move(op));
    if (find_field(p, field.key) == nullptr) fields.push_back(field);
  }
  if (fields.size() > max_fields) return fail(Errc::too_large, "fields", "more than 200");
  if (c.rules == p.rules) return ops;
  if (const Done fine = check_rules(fields, c.rules); !fine) return pass_on(fine);
  ops.emplace_back(RulesChanged{c.rules});
  return ops;
}

Ops ask(const Programme& p, const RemoveField& c, const Moment&) {
  const Field* field = find_field(p, c.key);
  if (field == nullptr) return fail(Errc::not_found, c.key.text(), "no such question");
  if (is_used(p.rules, c.key)) return fail(Errc::conflict, field->label, "a rule uses it");
  return one(FieldRemoved{c.key});
}

Ops ask(const Programme& p, const AddPerson& c, const Moment&) {
  if (p.people.size() >= max_people)
    return fail(Errc::too_large, "people", "more than 200,000");
  if (p.people.contains(c.person.id))
    return fail(Errc::conflict, c.person.name, "added already");
  if (const Done fine = check_person(p, c.person); !fine) return pass_on(fine);
  return one(PeopleAdded{{c.person}});
}

Ops ask(const Programme& p, const ChangePerson& c, const Moment&) {
  const Person* before = find_person(p, c.person);
  if (before == nullptr) return fail(Errc::not_found, "person", "removed meanwhile");
  Person after = *before;
  change(after, c.patch);
  if (const Done fine = check_person(p, after); !fine) return pass_on(fine);
  const PersonPatch patch = difference(*before, after);
  return patch.empty() ? nothing() : one(PeopleChanged{{{c.person, patch}}});
}

Ops ask(const Programme& p, const RemovePeople& c, const Moment&) {
  std::set<PersonId> paired;
  for (const auto& [id, pair] : p.pairs) {
    if (pair.state != PairState::active) continue;
    paired.insert(pair.mentor.person);
    paired.insert(pair.mentee.person);
  }
  std::vector<Op> ops;
  PeopleRemoved batch;
  for (const PersonId& id : c.people) {
    const Person* person = find_person(p, id);
    if (person == nullptr) return fail(Errc::not_found, "person", "removed already");
    if (paired.contains(id))
      return fail(Errc::conflict, person->name, "has a pair: end it first");
    batch.people.push_back(id);
    if (batch.people.size() == people_per_op) ops.emplace_back(std::exchange(batch, {}));
  }
  if (!batch.people.empty()) ops.emplace_back(std::move(batch));
  return ops;
}

Ops ask(const Programme& p, const ImportPeople& c, const Moment&) {
  return decide_import(p, c);
}

Done check_criterion(const Criterion& criterion, const std::string& where) {
  Criterion copy = criterion;
  const auto fair = [](int points) { return points >= 0 && points <= most_points_of_a_rule; };
  for (const CriterionPart& part : parts_of(copy)) {
    const bool asks_nothing =
        (part.field != nullptr && part.field->empty() && !part.may_be_empty) ||
        (part.fields != nullptr &&
         (part.fields->empty() || part.fields->size() > max_scales_of_a_rule ||
          std::any_of(part.fields->begin(), part.fields->end(),
                      [](const FieldKey& key) { return key.empty(); })));
    if (asks_nothing) return fail(Errc::not_found, where, std::string(part.name));
    if (part.kind == CriterionPart::Kind::points && !fair(*part.number))
      return fail(Errc::invalid_input, where, "0 to 10000 points");
    if (part.kind == CriterionPart::Kind::number &&
        (*part.number < part.least || *part.number > part.most)) {
      return fail(Errc::invalid_input, where, "a number out of its range");
    }
    if (part.by_gap == nullptr) continue;
    for (const auto& [steps, points] : *part.by_gap) {
      if (!fair(points)) return fail(Errc::invalid_input, where, "0 to 10000 points");
    }
  }
  if (const auto* gap = std::get_if<GapWithin>(&criterion)) {
    if (gap->at_least > gap->at_most)
      return fail(Errc::invalid_input, where, "the range is empty");
  }
  return {};
}

Done check_rules(const std::vector<Field>& fields, const Rules& rules) {
  if (rules.rules.size() > max_rules) return fail(Errc::too_large, "rules", "more than 100");
  if (rules.bonus_for_unmatched < 0 || rules.bonus_for_unmatched > most_points_of_a_rule) {
    return fail(Errc::invalid_input, "bonus", "0 to 10000 points");
  }
  if (rules.bonus_for_rematch < 0 || rules.bonus_for_rematch > most_points_of_a_rule) {
    return fail(Errc::invalid_input, "bonus for a rematch", "0 to 10000 points");
  }
  if (rules.mentors_per_mentee < 1 || rules.mentors_per_mentee > 20) {
    return fail(Errc::invalid_input, "mentors per mentee", "1 to 20");
  }
  if (rules.mentees_per_round < 0)
    return fail(Errc::invalid_input, "mentees per round", "not below 0");
  if (rules.mentors_per_round < 1 || rules.mentors_per_round > 20)
    return fail(Errc::invalid_input, "mentors per round", "1 to 20");
  if (rules.least_mentees < 1 || rules.least_mentees > 1000)
    return fail(Errc::invalid_input, "least mentees", "1 to 1000");
  if (rules.at_least_points < 0 || rules.at_least_points > most_points_of_a_pair)
    return fail(Errc::invalid_input, "points of a pair", "0 to 1000000");
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    const std::string where = "rules[" + base::to_text(static_cast<long long>(i)) + "]";
    const Rule& rule = rules.rules[i];
    if (const Done fine = check_criterion(rule.criterion, where); !fine) return fine;
    for (const FieldKey& key : fields_of(rule)) {
      const auto field = std::find_if(fields.begin(), fields.end(),
                                      [&](const Field& f) { return f.key == key; });
      if (field == fields.end()) return fail(Errc::not_found, where, key.text());
      if (field->use == FieldUse::fairness)
        return fail(Errc::conflict, field->label, "kept for fairness");
    }
  }
  return {};
}

Ops ask(const Programme& p, const ChangeRules& c, const Moment&) {
  if (c.rules == p.rules) return nothing();
  if (const Done fine = check_rules(p.fields, c.rules); !fine) return pass_on(fine);
  return one(RulesChanged{c.rules});
}

Ops ask(const Programme& p, const UsePreset& c, const Moment&) {
  std::vector<Op> ops;
  std::vector<Field> fields = p.fields;
  for (const Field& field : c.preset.fields) {
    if (const Done fine = check_field(field); !fine) return pass_on(fine);
    const Field* known = find_field(p, field.key);
    // A question that is there already stays as the coordinator made it, unless it lacks the
    // order that the preset's rules need.
    const bool needs_order = known != nullptr && field.kind == FieldKind::scale &&
                             known->kind != FieldKind::scale &&
                             known->kind != FieldKind::number;
    if (known != nullptr && !needs_order) continue;
    ops.emplace_back(FieldDefined{field, std::nullopt});
    if (known == nullptr) fields.push_back(field);
  }
  if (fields.size() > max_fields) return fail(Errc::too_large, "fields", "more than 200");
  if (const Done fine = check_rules(fields, c.preset.rules); !fine) return pass_on(fine);
  if (c.preset.rules != p.rules) ops.emplace_back(RulesChanged{c.preset.rules});
  return ops;
}

Ops ask(const Programme& p, const GiveVerdict& c, const Moment&) {
  if (find_person(p, c.mentor.person) == nullptr ||
      find_person(p, c.mentee.person) == nullptr) {
    return fail(Errc::not_found, "person", "removed meanwhile");
  }
  if (c.mentor.person == c.mentee.person) {
    return fail(Errc::invalid_input, "pair", "nobody is their own mentor");
  }
  const auto found = p.verdicts.find({c.mentor, c.mentee});
  const Verdict before = found == p.verdicts.end() ? Verdict::none : found->second;
  if (before == c.verdict) return nothing();
  std::vector<Op> ops;
  // Somebody who may have one mentor cannot be held to two: the newer decision counts.
  if (c.verdict == Verdict::locked && p.rules.mentors_per_mentee == 1) {
    for (const auto& [key, verdict] : p.verdicts) {
      if (verdict != Verdict::locked || key.second != c.mentee) continue;
      ops.emplace_back(VerdictGiven{key.first, key.second, Verdict::none});
    }
  }
  ops.emplace_back(VerdictGiven{c.mentor, c.mentee, c.verdict});
  return ops;
}

/// Places taken, as approvals of one command use them up one by one.
class PlacesLeft {
 public:
  explicit PlacesLeft(const Programme& programme) : programme_(programme) {
    for (const auto& [id, pair] : programme.pairs) {
      if (pair.state == PairState::active) take(pair);
    }
  }
  Done check(const Pair& pair) const {
    const Person* mentor = find_person(programme_, pair.mentor.person);
    const Person* mentee = find_person(programme_, pair.mentee.person);
    if (mentor == nullptr || mentee == nullptr)
      return fail(Errc::not_found, "person", "removed meanwhile");
    if (mentor == mentee)
      return fail(Errc::invalid_input, mentor->name, "nobody is their own mentor");
    if (!mentor->roles.mentor || mentor->withdrawn)
      return fail(Errc::conflict, mentor->name, "not a mentor now");
    if (!mentee->roles.mentee || mentee->withdrawn)
      return fail(Errc::conflict, mentee->name, "not a mentee now");
    if (together_.contains({pair.mentor, pair.mentee}))
      return fail(Errc::conflict, mentee->name, "a pair already");
    if (count(mentees_of_, pair.mentor.person) >= mentor->places) {
      return fail(Errc::conflict, mentor->name, "no free place");
    }
    if (count(mentors_of_, pair.mentee.person) >= programme_.rules.mentors_per_mentee) {
      return fail(Errc::conflict, mentee->name, "has a mentor already");
    }
    return {};
  }
  void take(const Pair& pair) {
    ++mentees_of_[pair.mentor.person];
    ++mentors_of_[pair.mentee.person];
    together_.insert({pair.mentor, pair.mentee});
  }

 private:
  static int count(const std::map<PersonId, int>& counts, const PersonId& id) {
    const auto found = counts.find(id);
    return found == counts.end() ? 0 : found->second;
  }
  const Programme& programme_;
  std::map<PersonId, int> mentees_of_, mentors_of_;
  std::set<VerdictKey> together_;
};

Ops ask(const Programme& p, const ApprovePairs& c, const Moment& moment) {
  PlacesLeft places(p);
  std::vector<Op> ops;
  PairsApproved batch;
  for (Pair pair : c.pairs) {
    if (p.pairs.contains(pair.id)) return fail(Errc::conflict, "pair", "approved already");
    if (const Done fine = places.check(pair); !fine) return pass_on(fine);
    const auto verdict = p.verdicts.find({pair.mentor, pair.mentee});
    if (verdict != p.verdicts.end() && verdict->second == Verdict::forbidden) {
      return fail(Errc::conflict, find_person(p, pair.mentee.person)->name,
                  "forbidden by hand");
    }
    places.take(pair);
    pair.round = p.round;
    pair.approved = moment.today;
    pair.state = PairState::active;
    batch.pairs.push_back(std::move(pair));
    if (batch.pairs.size() == people_per_op) ops.emplace_back(std::exchange(batch, {}));
  }
  if (!batch.pairs.empty()) ops.emplace_back(std::move(batch));
  for (Op& op : rematches_found(p, c.pairs)) ops.push_back(std::move(op));
  return ops;
}

Ops ask(const Programme& p, const EndPair& c, const Moment& moment) {
  return decide_end(p, c, moment.today);
}

Ops ask(const Programme& p, const AskForRematch& c, const Moment&) {
  return decide_rematch(p, c);
}

Ops ask(const Programme& p, const CheckPairs& c, const Moment& moment) {
  return decide_checks(p, c, moment.today);
}

Ops ask(const Programme& p, const CloseRound&, const Moment& moment) {
  const bool any = std::any_of(p.pairs.begin(), p.pairs.end(),
                               [&](const auto& item) { return item.second.round == p.round; });
  if (!any) return fail(Errc::conflict, "round", "no pair was approved in it");
  if (p.blind.on) return fail(Errc::conflict, "round", "names are hidden");
  return one(RoundClosed{p.round, moment.today});
}

Ops ask(const Programme& p, const ChangeLetter& c, const Moment&) {
  if (c.letter.subject.size() + c.letter.body.size() > most_letter_bytes) {
    return fail(Errc::too_large, "letter", "too long");
  }
  const auto found = p.letters.find(c.kind);
  if (found != p.letters.end() && found->second == c.letter) return nothing();
  return one(LetterChanged{c.kind, c.letter});
}

Ops ask(const Programme& p, const KeepProposal& c, const Moment& moment) {
  return decide_keep(p, c, moment);
}
Ops ask(const Programme& p, const RenameProposal& c, const Moment&) {
  return decide_rename(p, c);
}
Ops ask(const Programme& p, const ForgetProposal& c, const Moment&) {
  return decide_forget(p, c);
}

Ops ask(const Programme& p, const BeginBlindReview&, const Moment&) {
  if (p.blind.on) return fail(Errc::conflict, "names", "hidden already");
  return one(BlindReviewBegun{p.round, {}});
}

Ops ask(const Programme& p, const RevealNames& c, const Moment&) {
  if (!p.blind.on) return fail(Errc::conflict, "names", "not hidden");
  std::vector<PersonId> people;
  for (const PersonId& id : c.people) {
    if (find_person(p, id) == nullptr)
      return fail(Errc::not_found, "person", "removed meanwhile");
    if (!p.blind.looked_at.contains(id)) people.push_back(id);
  }
  if (people.empty() && !c.people.empty()) return nothing();
  return one(NamesRevealed{p.blind.round, std::move(people)});
}

Ops ask(const Programme& p, const MakeRequest& c, const Moment& moment) {
  return decide_request(p, c, moment.today);
}
Ops ask(const Programme& p, const AnswerRequest& c, const Moment& moment) {
  return decide_request_answer(p, c, moment);
}

Ops ask(const Programme&, const Revert& c, const Moment&) {
  return c.ops;
}

}  // namespace

base::Result<std::vector<Op>> decide(const Programme& programme, const Command& command,
                                     const Moment& moment) {
  return std::visit([&](const auto& asked) { return ask(programme, asked, moment); }, command);
}

}  // namespace pairbook::domain
