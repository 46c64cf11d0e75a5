// What the columns of a file mean, in this order: as remembered; a question the programme asks;
// what the header says, if the cells do not speak against it; what the cells look like.
#include <algorithm>
#include <set>

#include "column_look.hpp"
#include "header_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/roster.hpp"
#include "person_columns.hpp"
#include "propose_field.hpp"
#include "understand.hpp"

namespace pairbook::codec {

using domain::Asked;
using domain::Field;
using domain::FieldKey;
using domain::FieldKind;
using domain::FileRole;
using domain::Meaning;
using domain::Programme;

namespace {

const Field* known_field(const Programme& programme, std::string_view header) {
  const FieldKey key = FieldKey::from_label(header);
  if (const Field* field = domain::find_field(programme, key)) return field;
  const std::string folded = base::join(words_of(header), " ");
  for (const Field& field : programme.fields) {
    if (!folded.empty() && base::join(words_of(field.label), " ") == folded) return &field;
  }
  return nullptr;
}

}  // namespace

struct MappingGuesser::State {
  State(const Programme& programme, const Table& table, std::string_view file_name)
      : programme_(programme), table_(table), file_role_(file_role(file_name)) {}

  void look(std::size_t column);
  void step();

  void guess_column(std::size_t column);
  bool take_topic(std::size_t column, const ColumnLook& look);
  bool take_role(std::size_t column, const ColumnLook& look);
  void take_values(std::size_t column, const ColumnLook& look);
  void ask(std::size_t column, const ColumnLook& look);
  void settle_role();
  void settle_name();
  void set(std::size_t column, Meaning meaning, GuessedFrom from, int confidence,
           FieldKey field = {});
  [[nodiscard]] bool taken(Meaning meaning) const;
  bool use_remembered();
  void look_for_file_role();

  const Programme& programme_;
  const Table& table_;
  FileRole file_role_;
  GuessedMapping out_;
  std::vector<ColumnLook> looks_;
  std::set<FieldKey> keys_;
  std::size_t next_ = 0;  // first every column is looked at, then each is guessed
  bool remembered_ = false;
};

void MappingGuesser::State::set(std::size_t column, Meaning meaning, GuessedFrom from,
                                int confidence, FieldKey field) {
  out_.mapping.columns[column].meaning = meaning;
  out_.mapping.columns[column].field = std::move(field);
  out_.columns[column].from = from;
  out_.columns[column].confidence = confidence;
}

bool MappingGuesser::State::taken(Meaning meaning) const {
  return std::any_of(out_.mapping.columns.begin(), out_.mapping.columns.end(),
                     [&](const auto& column) { return column.meaning == meaning; });
}

/// The cells answer a question, known or new.
void MappingGuesser::State::ask(std::size_t column, const ColumnLook& look) {
  const std::string& header = table_.headers[column];
  if (const Field* known = known_field(programme_, header);
      known != nullptr && !keys_.contains(known->key)) {
    Field field = grown(*known, look, file_role_);
    if (is_people_sheet(table_.headers)) field.asked = known->asked;
    if (field != *known) out_.new_fields.push_back(field);
    keys_.insert(known->key);
    return set(column, Meaning::answer, GuessedFrom::known_field, 90, known->key);
  }
  const FieldKind kind = guess_kind(header, look);
  Field field = field_of_kind(programme_, header, look, kind, file_role_);
  for (int n = 2; !keys_.insert(field.key).second; ++n) {
    field.key = FieldKey::from_label(header + " " + base::to_text(n));
  }
  const FieldKey key = field.key;
  out_.new_fields.push_back(std::move(field));
  set(column, Meaning::answer, GuessedFrom::values, kind == FieldKind::text ? 50 : 70, key);
}

/// Columns that say who is a mentor and who a mentee.
bool MappingGuesser::State::take_role(std::size_t column, const ColumnLook& look) {
  const std::string& header = table_.headers[column];
  const auto is_role = [](std::string_view cell) { return read_role(cell).has_value(); };
  if (!taken(Meaning::role) && mostly(look, 80, is_role) && look.cells.size() <= 12) {
    const auto topic = topic_of(header);
    const bool says_role = topic && topic->topic == Topic::role;
    const bool says_else = topic && topic->whole && !says_role;  // "Name" of "Mentor 1"
    if (says_role ||
        (!says_else && look.cells.size() > 1 && file_role_ == FileRole::from_column)) {
      set(column, Meaning::role, says_role ? GuessedFrom::header : GuessedFrom::values,
          says_role ? 95 : 70);
      return true;
    }
  }
  const bool ticks = mostly(look, 90, [](std::string_view cell) {
    return domain::is_yes(cell) || domain::is_no(cell);
  });
  // In a file of mentors "both mentor and mentee" is kept as what they said: one file, one
  // role.
  if ((look.filled > 0 && !ticks) || file_role_ != FileRole::from_column ||
      taken(Meaning::role))
    return false;
  if (role_if_yes(header)) {
    set(column, Meaning::role, GuessedFrom::header, 80);
    return true;
  }
  const auto named = read_role(header);
  if (named && named->mentor && named->mentee && !taken(Meaning::both)) {
    set(column, Meaning::both, GuessedFrom::header, 60);
    return true;
  }
  return false;
}

bool MappingGuesser::State::take_topic(std::size_t column, const ColumnLook& look) {
  const auto found = topic_of(table_.headers[column]);
  if (!found) return false;
  const int confidence = found->whole ? 95 : 75;
  const auto take = [&](Meaning meaning) {
    if (taken(meaning)) return false;
    set(column, meaning, GuessedFrom::header, confidence);
    return true;
  };
  switch (found->topic) {
    case Topic::about_the_form:
      set(column, Meaning::nothing, GuessedFrom::nothing, confidence);
      return true;
    case Topic::email:
      return (look.filled == 0 || mostly(look, 50, looks_like_email)) && take(Meaning::email);
    case Topic::given_name:
      return take(Meaning::given_name);
    case Topic::family_name:
      return take(Meaning::family_name);
    case Topic::name:
      return take(Meaning::name);
    case Topic::called:
      return take(Meaning::called);
    case Topic::places:
      return mostly(look, 80,
                    [](std::string_view cell) { return read_places(cell).has_value(); }) &&
             take(Meaning::places);
    default:
      return false;
  }
}

void MappingGuesser::State::take_values(std::size_t column, const ColumnLook& look) {
  if (look.filled == 0) return set(column, Meaning::nothing, GuessedFrom::nothing, 60);
  if (!taken(Meaning::email) && mostly(look, 80, looks_like_email) &&
      known_field(programme_, table_.headers[column]) == nullptr &&
      look.cells.size() * 10 >= look.filled * 9) {
    return set(column, Meaning::email, GuessedFrom::values, 70);
  }
  ask(column, look);
}

void MappingGuesser::State::guess_column(std::size_t column) {
  const ColumnLook& look = looks_[column];
  if (is_people_sheet(table_.headers)) {
    if (column >= person_columns.size()) return ask(column, look);
    return set(column, person_columns[column].second, GuessedFrom::header, 100);
  }
  if (take_role(column, look)) return;
  const auto topic = topic_of(table_.headers[column]);
  const bool surely = topic && topic->whole;
  if (!surely && known_field(programme_, table_.headers[column]) != nullptr) {
    return ask(column, look);
  }
  if (take_topic(column, look)) return;
  take_values(column, look);
}

/// Without a header that says so, the name is the first column of mostly different words.
void MappingGuesser::State::settle_name() {
  if (taken(Meaning::name) || taken(Meaning::given_name) || taken(Meaning::family_name)) {
    // "Nombre" beside "Apellidos", "Nom" beside "Prénom": not the whole name after all.
    for (std::size_t i = 0; i < out_.mapping.columns.size(); ++i) {
      if (out_.mapping.columns[i].meaning != Meaning::name) continue;
      const auto words = words_of(table_.headers[i]);
      if (words.size() != 1) continue;
      if (taken(Meaning::given_name) && !taken(Meaning::family_name)) {
        set(i, Meaning::family_name, GuessedFrom::header, 85);
      } else if (taken(Meaning::family_name) && !taken(Meaning::given_name)) {
        set(i, Meaning::given_name, GuessedFrom::header, 85);
      }
    }
    return;
  }
  for (std::size_t i = 0; i < table_.headers.size(); ++i) {
    if (out_.mapping.columns[i].meaning != Meaning::answer ||
        out_.columns[i].from != GuessedFrom::values) {
      continue;
    }
    const ColumnLook& look = looks_[i];
    const bool words = mostly(look, 90, [](std::string_view cell) {
      return cell.size() < 80 && cell.find_first_of("0123456789@\n") == std::string_view::npos;
    });
    if (!words || look.cells.size() * 10 < look.filled * 8) continue;
    std::erase_if(out_.new_fields, [&](const Field& field) {
      return field.key == out_.mapping.columns[i].field;
    });
    return set(i, Meaning::name, GuessedFrom::values, 50);
  }
}

void MappingGuesser::State::settle_role() {
  FileRole& role = out_.mapping.role;
  if (taken(Meaning::role)) {
    role = FileRole::from_column;
    out_.role_confidence = 90;
  } else if (file_role_ != FileRole::from_column) {
    role = file_role_;
    out_.role_confidence = 90;
  } else if (taken(Meaning::places)) {
    role = FileRole::mentors;
    out_.role_confidence = 60;
  }
}

/// As a file with these headers was understood before; whose file it is, its name may say anew.
bool MappingGuesser::State::use_remembered() {
  const domain::Mapping* known = domain::find_mapping(programme_, table_.headers);
  if (known == nullptr) return false;
  for (std::size_t i = 0; i < table_.headers.size(); ++i) {
    const auto column = std::find_if(
        known->columns.begin(), known->columns.end(),
        [&](const auto& remembered) { return remembered.header == table_.headers[i]; });
    const Field* field =
        column->field.empty() ? nullptr : domain::find_field(programme_, column->field);
    if (column->meaning == Meaning::answer && field == nullptr) {
      ask(i, looks_[i]);  // the question was removed since
      continue;
    }
    set(i, column->meaning, GuessedFrom::remembered, 99, column->field);
    if (field == nullptr) continue;
    keys_.insert(field->key);
    const Field more = grown(*field, looks_[i], file_role_);
    if (more != *field) out_.new_fields.push_back(more);
  }
  const bool named =
      file_role_ != FileRole::from_column && known->role != FileRole::from_column;
  out_.mapping.role = named ? file_role_ : known->role;
  out_.role_confidence = 95;
  return true;
}

/// Where the file's name says nothing: a column that calls everybody the same, or a question
/// that only one role is asked.
void MappingGuesser::State::look_for_file_role() {
  const auto all_are = [](const ColumnLook& look, domain::Roles wanted) {
    return mostly(look, 95, [&](std::string_view cell) {
      const auto words = words_of(cell);
      return words.size() <= 3 && read_role(cell) == wanted;
    });
  };
  bool mentors_asked = false, mentees_asked = false;
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    const ColumnLook& look = looks_[i];
    if (look.filled < 2) continue;
    if (all_are(look, {true, false})) file_role_ = FileRole::mentors;
    if (all_are(look, {false, true})) file_role_ = FileRole::mentees;
    if (file_role_ != FileRole::from_column) return;
    const Field* field = known_field(programme_, table_.headers[i]);
    mentors_asked = mentors_asked || (field != nullptr && field->asked == Asked::mentors);
    mentees_asked = mentees_asked || (field != nullptr && field->asked == Asked::mentees);
  }
  const bool role_column =
      std::any_of(table_.headers.begin(), table_.headers.end(), [](const std::string& header) {
        const auto topic = topic_of(header);
        return (topic && topic->topic == Topic::role) || role_if_yes(header);
      });
  if (role_column || mentors_asked == mentees_asked) return;
  file_role_ = mentors_asked ? FileRole::mentors : FileRole::mentees;
}

void MappingGuesser::State::look(std::size_t column) {
  out_.mapping.columns.push_back({table_.headers[column], Meaning::nothing, {}});
  looks_.push_back(look_at(table_, column));
  ColumnGuess& guess = out_.columns.emplace_back();
  for (const auto& [cell, count] : looks_.back().cells) {
    if (guess.examples.size() == 3) break;
    guess.examples.push_back(base::collapse_spaces(cell));
  }
}

void MappingGuesser::State::step() {
  const std::size_t columns = table_.headers.size();
  const std::size_t at = next_++;
  if (at < columns) {
    look(at);
  } else if (at == columns) {
    remembered_ = use_remembered();
    if (!remembered_ && file_role_ == FileRole::from_column) look_for_file_role();
  } else if (at <= 2 * columns) {
    if (!remembered_) guess_column(at - columns - 1);
  } else if (!remembered_) {
    settle_name();
    settle_role();
  }
}

MappingGuesser::MappingGuesser(const Programme& programme, const Table& table,
                               std::string_view file_name)
    : state_(std::make_unique<State>(programme, table, file_name)) {}
MappingGuesser::MappingGuesser(MappingGuesser&&) noexcept = default;
MappingGuesser& MappingGuesser::operator=(MappingGuesser&&) noexcept = default;
MappingGuesser::~MappingGuesser() = default;

MappingGuesser::Progress MappingGuesser::step() {
  const std::size_t in_all = 2 * state_->table_.headers.size() + 2;
  if (state_->next_ < in_all) state_->step();
  return {state_->next_, in_all, state_->next_ == in_all};
}

GuessedMapping MappingGuesser::take() {
  return std::move(state_->out_);
}

GuessedMapping guess_mapping(const Programme& programme, const Table& table,
                             std::string_view file_name) {
  MappingGuesser guesser(programme, table, file_name);
  while (!guesser.step().done) {
  }
  return guesser.take();
}

}  // namespace pairbook::codec
