#include <algorithm>
#include <set>

#include "checks.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::domain {

using base::Done;
using base::Errc;
using base::fail;
using base::pass_on;
using base::Result;

namespace {

constexpr int most_places = 1000;
constexpr std::size_t most_options = 500;

/// Answers found right before: those of an import come again and again, and whether one is
/// right depends on the question and the words alone.
class RightAnswers {
 public:
  [[nodiscard]] bool has(const Field& field, const std::string& words) const {
    return right_.contains({&field, words});
  }
  void add(const Field& field, const std::string& words) {
    constexpr std::size_t most = 10'000;
    const bool is_free = field.kind == FieldKind::text || field.kind == FieldKind::long_text;
    if (!is_free && right_.size() < most) right_.emplace(&field, words);
  }

 private:
  std::set<std::pair<const Field*, std::string>> right_;
};

Done check_answers(const Programme& programme, const std::map<FieldKey, Answer>& answers,
                   RightAnswers& right) {
  for (const auto& [key, answer] : answers) {
    if (answer.empty()) continue;
    const Field* field = find_field(programme, key);
    if (field == nullptr) return fail(Errc::not_found, key.text(), "no such question");
    std::size_t size = 0;
    for (const std::string& value : answer.values) size += value.size();
    if (size > max_answer_bytes)
      return fail(Errc::too_large, field->label, "longer than an answer may be");
    const std::string words = write_answer(*field, answer);
    if (right.has(*field, words)) continue;
    const auto again = read_answer(*field, words);
    if (!again) return fail(Errc::invalid_input, field->label, again.error().where);
    right.add(*field, words);
  }
  return {};
}

Done check_one(const Programme& programme, const Person& person, RightAnswers& right) {
  if (base::trim(person.name).empty()) return fail(Errc::invalid_input, "name", "empty");
  if (person.name.size() > max_name_bytes || person.called.size() > max_name_bytes) {
    return fail(Errc::too_large, "name", "longer than a name may be");
  }
  if (person.places < 0 || person.places > most_places) {
    return fail(Errc::invalid_input, "places", "0 to 1000");
  }
  return check_answers(programme, person.answers, right);
}

}  // namespace

Done check_person(const Programme& programme, const Person& person) {
  RightAnswers right;
  return check_one(programme, person, right);
}

Done check_field(const Field& field) {
  if (field.key.empty()) return fail(Errc::invalid_input, "field key", "empty");
  if (base::trim(field.label).empty()) return fail(Errc::invalid_input, "label", "empty");
  if (field.label.size() > max_name_bytes) return fail(Errc::too_large, "label", "too long");
  if (field.options.size() > most_options)
    return fail(Errc::too_large, "options", "more than 500");
  if (field.kind == FieldKind::scale && field.options.size() < 2) {
    return fail(Errc::invalid_input, "options", "a scale has at least two steps");
  }
  std::set<std::string> seen;
  for (const std::string& option : field.options) {
    const std::string folded = base::fold_case(option);
    if (folded.empty()) return fail(Errc::invalid_input, "options", "an empty option");
    if (!seen.insert(folded).second) return fail(Errc::conflict, "options", option);
  }
  return {};
}

namespace {

/// The programme as it will be once the new questions are there, for checking answers against.
Result<std::vector<Op>> define_new_fields(Programme& with_fields,
                                          const std::vector<Field>& fields) {
  std::vector<Op> ops;
  for (const Field& field : fields) {
    if (const Done fine = check_field(field); !fine) return pass_on(fine);
    const Field* known = find_field(with_fields, field.key);
    if (known != nullptr && *known == field) continue;
    if (known != nullptr) {
      with_fields.fields[static_cast<std::size_t>(known - with_fields.fields.data())] = field;
    } else {
      with_fields.fields.push_back(field);
    }
    ops.emplace_back(FieldDefined{field, std::nullopt});
  }
  if (with_fields.fields.size() > max_fields)
    return fail(Errc::too_large, "fields", "more than 200");
  return ops;
}

}  // namespace

Result<std::vector<Op>> decide_import(const Programme& programme, const ImportPeople& command) {
  if (programme.people.size() + command.added.size() > max_people) {
    return fail(Errc::too_large, "people", "more than 200,000");
  }
  Programme with_fields;  // only the questions: copying everybody would cost too much
  with_fields.fields = programme.fields;
  auto ops = define_new_fields(with_fields, command.new_fields);
  if (!ops) return ops;

  RightAnswers right;
  PeopleAdded added;
  std::set<PersonId> fresh;
  const auto flush_added = [&] {
    if (!added.people.empty()) ops->emplace_back(std::exchange(added, {}));
  };
  for (const Person& person : command.added) {
    if (const Done fine = check_one(with_fields, person, right); !fine) return pass_on(fine);
    if (programme.people.contains(person.id) || !fresh.insert(person.id).second) {
      return fail(Errc::conflict, person.name, "added twice");
    }
    added.people.push_back(person);
    if (added.people.size() == people_per_op) flush_added();
  }
  flush_added();

  PeopleChanged changed;
  const auto flush_changed = [&] {
    if (!changed.changes.empty()) ops->emplace_back(std::exchange(changed, {}));
  };
  for (const auto& [id, patch] : command.changed) {
    const Person* before = find_person(programme, id);
    if (before == nullptr) return fail(Errc::not_found, "person", "removed meanwhile");
    Person after = *before;
    change(after, patch);
    if (const Done fine = check_one(with_fields, after, right); !fine) return pass_on(fine);
    if (after == *before) continue;
    changed.changes.emplace_back(id, patch);
    if (changed.changes.size() == people_per_op) flush_changed();
  }
  flush_changed();

  if (!command.mapping.columns.empty()) {
    const auto& mappings = programme.mappings;
    if (std::find(mappings.begin(), mappings.end(), command.mapping) == mappings.end()) {
      ops->emplace_back(MappingRemembered{command.mapping});
    }
  }
  return ops;
}

}  // namespace pairbook::domain
