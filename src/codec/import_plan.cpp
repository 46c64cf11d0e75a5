#include "pairbook/codec/import_plan.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "near_names.hpp"
#include "understand.hpp"

namespace pairbook::codec {

using domain::Person;
using domain::PersonId;
using domain::PersonPatch;

namespace {

std::string folded_email(const PersonPatch& said) {
  return said.email && *said.email ? (*said.email)->folded() : std::string();
}

/// What a row says about somebody known: roles only ever add up.
void merge(Person& person, const PersonPatch& said) {
  PersonPatch patch = said;
  if (patch.roles) {
    patch.roles->mentor |= person.roles.mentor;
    patch.roles->mentee |= person.roles.mentee;
  }
  domain::change(person, patch);
}

bool says_something_new(const Person& person, const PersonPatch& said) {
  Person after = person;
  merge(after, said);
  return after != person;
}

}  // namespace

struct ImportPlanner::State {
  const domain::Programme& programme;
  const Table& table;
  RowReader reader;
  base::RandomSource& random;
  ImportPlan plan;
  NearNames names;
  std::vector<PersonId> known;          // names 0..: people known
  std::vector<std::size_t> named_rows;  // then rows of the plan
  std::unordered_map<std::string, PersonId> known_by_email;
  std::unordered_map<std::string, std::size_t> row_by_email;
  std::size_t next = 0;

  State(const domain::Programme& p, const Table& t, const domain::Mapping& mapping,
        const std::vector<domain::Field>& new_fields, base::RandomSource& r)
      : programme(p), table(t), reader(p, mapping, new_fields), random(r) {
    for (const auto& [id, person] : p.people) {
      const std::string email = person.email ? person.email->folded() : std::string();
      if (!email.empty()) known_by_email.try_emplace(email, id);
      names.add(person.name, email);
      known.push_back(id);
    }
    plan.rows.reserve(t.rows.size());
  }

  void plan_row(const TableRow& row);
  void place(PlannedRow& planned);
  void settle_known(PlannedRow& planned, const PersonId& id, RowReason reason);
  void settle_name(PlannedRow& planned, const NearNames::Found& found);
  void count(const PlannedRow& planned);
};

/// Somebody known for sure.
void ImportPlanner::State::settle_known(PlannedRow& planned, const PersonId& id,
                                        RowReason reason) {
  const bool news = says_something_new(programme.people.at(id), planned.said);
  planned.matched = id;
  planned.reason = reason;
  planned.kind = news ? RowKind::changed : RowKind::same;
  planned.choice = news ? RowChoice::update : RowChoice::leave_out;
}

void ImportPlanner::State::settle_name(PlannedRow& planned, const NearNames::Found& found) {
  planned.kind = RowKind::duplicate;
  planned.reason = found.same ? RowReason::same_name : RowReason::near_name;
  // Whether two people are one is for a person to say. Until then nobody is lost: only a row
  // that nothing speaks against becomes an update.
  planned.choice = found.same && !found.other_address ? RowChoice::update : RowChoice::add;
  if (found.who >= known.size()) {
    planned.matched_row = named_rows[found.who - known.size()];
    return;
  }
  const PersonId& id = known[found.who];
  const Person& person = programme.people.at(id);
  if (planned.choice == RowChoice::update && !says_something_new(person, planned.said)) {
    return settle_known(planned, id, RowReason::same_name);
  }
  planned.matched = id;
}

void ImportPlanner::State::place(PlannedRow& planned) {
  const std::string email = folded_email(planned.said);
  if (!email.empty()) {
    if (const auto row = row_by_email.find(email); row != row_by_email.end()) {
      planned.kind = RowKind::duplicate;
      planned.reason = RowReason::same_email_in_file;
      planned.matched_row = row->second;
      const auto& other = plan.rows[row->second].said.name;
      // One address for two names may be a family's, or an office's.
      planned.choice =
          NearNames::alike(*other, *planned.said.name) ? RowChoice::update : RowChoice::add;
      return;
    }
    row_by_email.emplace(email, plan.rows.size());
    if (const auto id = known_by_email.find(email); id != known_by_email.end()) {
      return settle_known(planned, id->second, RowReason::same_email);
    }
  }
  if (const auto found = names.find(*planned.said.name, email)) settle_name(planned, *found);
  if (planned.kind == RowKind::same) return;
  names.add(*planned.said.name, email);
  named_rows.push_back(plan.rows.size());
}

void ImportPlanner::State::plan_row(const TableRow& row) {
  RowReader::Read read = reader.read(row);
  PlannedRow planned;
  planned.number = row.number;
  planned.said = std::move(read.said);
  planned.not_understood = std::move(read.not_understood);
  planned.reason = read.reason;
  planned.where = std::move(read.where);
  if (planned.reason != RowReason::none) {
    planned.kind = RowKind::unusable;
    planned.choice = RowChoice::leave_out;
  } else {
    place(planned);
    if (may_choose(planned, RowChoice::add)) planned.id = PersonId::random(random);
  }
  count(planned);
  plan.rows.push_back(std::move(planned));
}

void ImportPlanner::State::count(const PlannedRow& planned) {
  ImportCounts& counts = plan.counts;
  switch (planned.kind) {
    case RowKind::fresh:
      ++counts.fresh;
      break;
    case RowKind::changed:
      ++counts.changed;
      break;
    case RowKind::same:
      ++counts.same;
      break;
    case RowKind::duplicate:
      ++counts.duplicate;
      break;
    case RowKind::unusable:
      ++counts.unusable;
      break;
  }
  counts.cells_not_understood += planned.not_understood.size();
}

ImportPlanner::ImportPlanner(const domain::Programme& programme, const Table& table,
                             const domain::Mapping& mapping,
                             const std::vector<domain::Field>& new_fields,
                             base::RandomSource& random)
    : state_(std::make_unique<State>(programme, table, mapping, new_fields, random)) {}
ImportPlanner::ImportPlanner(ImportPlanner&&) noexcept = default;
ImportPlanner& ImportPlanner::operator=(ImportPlanner&&) noexcept = default;
ImportPlanner::~ImportPlanner() = default;

ImportPlanner::Progress ImportPlanner::step(std::size_t most_rows) {
  State& state = *state_;
  const std::size_t in_all = state.table.rows.size();
  const std::size_t end = most_rows < in_all - state.next ? state.next + most_rows : in_all;
  while (state.next < end) state.plan_row(state.table.rows[state.next++]);
  return {state.next, in_all, state.next == in_all};
}

ImportPlan ImportPlanner::take() {
  return std::move(state_->plan);
}

ImportPlan plan_import(const domain::Programme& programme, const Table& table,
                       const domain::Mapping& mapping,
                       const std::vector<domain::Field>& new_fields,
                       base::RandomSource& random) {
  ImportPlanner planner(programme, table, mapping, new_fields, random);
  (void)planner.step(table.rows.size());
  return planner.take();
}

bool may_choose(const PlannedRow& row, RowChoice choice) {
  switch (row.kind) {
    case RowKind::fresh:
      return choice != RowChoice::update;
    case RowKind::changed:
      return choice != RowChoice::add;
    case RowKind::duplicate:
      return true;
    case RowKind::same:
    case RowKind::unusable:
      break;
  }
  return choice == RowChoice::leave_out;
}

Person person_of(const PlannedRow& row) {
  Person person;
  person.id = row.id;
  domain::change(person, row.said);
  return person;
}

namespace {

/// People as the rows leave them, new ones in the order of the file.
class Outcome {
 public:
  Outcome(const domain::Programme& programme, const ImportPlan& plan)
      : programme_(programme), who_(plan.rows.size()) {}

  void add(std::size_t row, const PlannedRow& planned) {
    who_[row] = planned.id;
    place_[planned.id] = added_.size();
    added_.push_back(person_of(planned));
  }
  void update(std::size_t row, const PlannedRow& planned) {
    const std::optional<PersonId> target = planned.matched       ? planned.matched
                                           : planned.matched_row ? who_[*planned.matched_row]
                                                                 : std::nullopt;
    // The row it repeats was left out: then this one stands alone.
    if (!target) return add(row, planned);
    who_[row] = target;
    if (const auto place = place_.find(*target); place != place_.end()) {
      merge(added_[place->second], planned.said);
      return;
    }
    const Person* known = domain::find_person(programme_, *target);
    if (known == nullptr) return;  // removed since the plan was made
    merge(changed_.try_emplace(*target, *known).first->second, planned.said);
  }
  /// A row that was left out but means somebody known.
  void pass_over(std::size_t row, const PlannedRow& planned) { who_[row] = planned.matched; }

  void write(domain::ImportPeople& command) {
    command.added = std::move(added_);
    for (const auto& [id, person] : changed_) {
      auto patch = domain::difference(programme_.people.at(id), person);
      if (!patch.empty()) command.changed.emplace_back(id, std::move(patch));
    }
  }

 private:
  const domain::Programme& programme_;
  std::vector<std::optional<PersonId>> who_;
  std::map<PersonId, std::size_t> place_;
  std::vector<Person> added_;
  std::map<PersonId, Person> changed_;
};

}  // namespace

domain::ImportPeople import_command(const domain::Programme& programme, const ImportPlan& plan,
                                    std::string file_name, const domain::Mapping& mapping,
                                    const std::vector<domain::Field>& new_fields) {
  Outcome outcome(programme, plan);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const PlannedRow& row = plan.rows[i];
    const RowChoice choice = may_choose(row, row.choice) ? row.choice : RowChoice::leave_out;
    if (choice == RowChoice::add) outcome.add(i, row);
    if (choice == RowChoice::update) outcome.update(i, row);
    if (choice == RowChoice::leave_out) outcome.pass_over(i, row);
  }
  domain::ImportPeople command;
  command.file = std::move(file_name);
  command.new_fields = new_fields;
  command.mapping = mapping;
  outcome.write(command);
  return command;
}

}  // namespace pairbook::codec
