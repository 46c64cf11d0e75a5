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

/// False when nothing is left.
template <class Map>
bool erase_some(Map& map, std::size_t most) {
  for (; most > 0 && !map.empty(); --most) map.erase(map.begin());
  return !map.empty();
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
  std::map<PersonId, Person>::const_iterator next_known;  // whom the names do not hold yet
  std::size_t next = 0;

  State(const domain::Programme& p, const Table& t, const domain::Mapping& mapping,
        const std::vector<domain::Field>& new_fields, base::RandomSource& r)
      : programme(p),
        table(t),
        reader(p, mapping, new_fields),
        random(r),
        next_known(p.people.begin()) {
    const std::size_t people = p.people.size(), rows = t.rows.size();
    names.reserve(people + rows);
    known.reserve(people);
    known_by_email.reserve(people);
    row_by_email.reserve(rows);
    plan.rows.reserve(rows);
  }

  void know(const PersonId& id, const Person& person);
  void plan_row(const TableRow& row);
  void place(PlannedRow& planned);
  void settle_known(PlannedRow& planned, const PersonId& id, RowReason reason);
  void settle_name(PlannedRow& planned, const NearNames::Found& found);
  void count(const PlannedRow& planned);
};

void ImportPlanner::State::know(const PersonId& id, const Person& person) {
  const std::string email = person.email ? person.email->folded() : std::string();
  if (!email.empty()) known_by_email.try_emplace(email, id);
  names.add(person.name, email);
  known.push_back(id);
}

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
  const auto& people = state.programme.people;
  for (; most_rows > 0 && state.next_known != people.end(); --most_rows, ++state.next_known) {
    state.know(state.next_known->first, state.next_known->second);
  }
  const std::size_t in_all = state.table.rows.size();
  const std::size_t end = most_rows < in_all - state.next ? state.next + most_rows : in_all;
  while (state.next < end) state.plan_row(state.table.rows[state.next++]);
  return {state.next, in_all, state.next == in_all};
}

ImportPlan ImportPlanner::take() {
  return std::move(state_->plan);
}

bool ImportPlanner::give_back(std::size_t most) {
  State& state = *state_;
  const bool names = state.names.give_back(most);
  const bool known = erase_some(state.known_by_email, most);
  const bool rows = erase_some(state.row_by_email, most);
  return names || known || rows;
}

ImportPlan plan_import(const domain::Programme& programme, const Table& table,
                       const domain::Mapping& mapping,
                       const std::vector<domain::Field>& new_fields,
                       base::RandomSource& random) {
  ImportPlanner planner(programme, table, mapping, new_fields, random);
  (void)planner.step(programme.people.size() + table.rows.size());
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

/// People as the rows leave them, new ones in the order of the file.
struct ImportWriter::State {
  const domain::Programme& programme;
  const ImportPlan& plan;
  domain::ImportPeople command;
  std::vector<std::optional<PersonId>> who;
  std::map<PersonId, std::size_t> place;
  std::map<PersonId, Person> changed;
  std::size_t next = 0;

  void add(std::size_t row, const PlannedRow& planned) {
    who[row] = planned.id;
    place[planned.id] = command.added.size();
    command.added.push_back(person_of(planned));
  }
  void update(std::size_t row, const PlannedRow& planned) {
    const std::optional<PersonId> target = planned.matched       ? planned.matched
                                           : planned.matched_row ? who[*planned.matched_row]
                                                                 : std::nullopt;
    // The row it repeats was left out: then this one stands alone.
    if (!target) return add(row, planned);
    who[row] = target;
    if (const auto found = place.find(*target); found != place.end()) {
      merge(command.added[found->second], planned.said);
      return;
    }
    const Person* known = domain::find_person(programme, *target);
    if (known == nullptr) return;  // removed since the plan was made
    merge(changed.try_emplace(*target, *known).first->second, planned.said);
  }
  void take_row(std::size_t row) {
    const PlannedRow& planned = plan.rows[row];
    const RowChoice choice =
        may_choose(planned, planned.choice) ? planned.choice : RowChoice::leave_out;
    if (choice == RowChoice::add) add(row, planned);
    if (choice == RowChoice::update) update(row, planned);
    // A row that was left out but means somebody known.
    if (choice == RowChoice::leave_out) who[row] = planned.matched;
  }
};

ImportWriter::ImportWriter(const domain::Programme& programme, const ImportPlan& plan,
                           std::string file_name, const domain::Mapping& mapping,
                           const std::vector<domain::Field>& new_fields)
    : state_(std::make_unique<State>(State{programme, plan, {}, {}, {}, {}, 0})) {
  State& state = *state_;
  state.command.file = std::move(file_name);
  state.command.new_fields = new_fields;
  state.command.mapping = mapping;
  state.command.added.reserve(plan.rows.size());
  state.who.resize(plan.rows.size());
}
ImportWriter::ImportWriter(ImportWriter&&) noexcept = default;
ImportWriter& ImportWriter::operator=(ImportWriter&&) noexcept = default;
ImportWriter::~ImportWriter() = default;

bool ImportWriter::step(std::size_t most_rows) {
  State& state = *state_;
  const std::size_t in_all = state.plan.rows.size();
  const std::size_t end = most_rows < in_all - state.next ? state.next + most_rows : in_all;
  while (state.next < end) state.take_row(state.next++);
  if (state.next < in_all) return false;
  for (; most_rows > 0 && !state.changed.empty(); --most_rows) {
    const auto first = state.changed.begin();
    auto patch = domain::difference(state.programme.people.at(first->first), first->second);
    if (!patch.empty()) state.command.changed.emplace_back(first->first, std::move(patch));
    state.changed.erase(first);
  }
  return state.changed.empty();
}

domain::ImportPeople ImportWriter::take() {
  return std::move(state_->command);
}

bool ImportWriter::give_back(std::size_t most) {
  const bool places = erase_some(state_->place, most);
  return erase_some(state_->changed, most) || places;
}

domain::ImportPeople import_command(const domain::Programme& programme, const ImportPlan& plan,
                                    std::string file_name, const domain::Mapping& mapping,
                                    const std::vector<domain::Field>& new_fields) {
  ImportWriter writer(programme, plan, std::move(file_name), mapping, new_fields);
  while (!writer.step(plan.rows.size() + 1)) {
  }
  return writer.take();
}

}  // namespace pairbook::codec
