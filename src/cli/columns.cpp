#include "cli/columns.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::cli {
namespace {

using domain::Meaning;

struct Word {
  std::string_view text;
  Meaning meaning;
};
constexpr Word words[] = {
    {"leave-out", Meaning::nothing},
    {"name", Meaning::name},
    {"given-name", Meaning::given_name},
    {"family-name", Meaning::family_name},
    {"called", Meaning::called},
    {"email", Meaning::email},
    {"role", Meaning::role},
    {"both", Meaning::both},
    {"mentees", Meaning::places},
};

template <class Text>
bool same(const Text& one, std::string_view other) {
  return base::fold_case(one) == base::fold_case(other);
}

// A question that no column means any more was only going to be made.
void forget_unused(codec::GuessedMapping& guess) {
  std::erase_if(guess.new_fields, [&](const domain::Field& field) {
    return std::ranges::none_of(guess.mapping.columns, [&](const auto& column) {
      return column.meaning == Meaning::answer && column.field == field.key;
    });
  });
}

std::string questions_of(const domain::Programme& programme) {
  std::vector<std::string> labels;
  for (const domain::Field& field : programme.fields) labels.push_back(field.label);
  return labels.empty() ? "none" : base::join(labels, ", ");
}

Outcome<void> mean(std::string_view wanted, std::size_t index,
                   const domain::Programme& programme, const codec::Table& table,
                   codec::GuessedMapping& guess) {
  domain::ColumnMeaning& column = guess.mapping.columns[index];
  for (const Word& word : words) {
    if (!same(word.text, wanted)) continue;
    column.meaning = word.meaning;
    column.field = {};
    forget_unused(guess);
    return {};
  }
  if (same(std::string_view("new"), wanted)) {
    domain::Field field = codec::propose_field(programme, table, index);
    column.meaning = Meaning::answer;
    column.field = field.key;
    std::erase_if(guess.new_fields, [&](const auto& old) { return old.key == field.key; });
    guess.new_fields.push_back(std::move(field));
    forget_unused(guess);
    return {};
  }
  for (const domain::Field& field : programme.fields) {
    if (!same(field.label, wanted) && !same(field.key.text(), wanted)) continue;
    column.meaning = Meaning::answer;
    column.field = field.key;
    forget_unused(guess);
    return {};
  }
  return refuse(Status::bad_input,
                "\"" + std::string(wanted) +
                    "\" is not something a column can mean. It can be name, given-name, "
                    "family-name, called, email, role, both, mentees, leave-out, new, or a "
                    "question of the programme: " +
                    questions_of(programme) + ".");
}

}  // namespace

Outcome<void> set_columns(const std::vector<std::string>& columns,
                          const domain::Programme& programme, const codec::Table& table,
                          codec::GuessedMapping& guess) {
  for (const std::string& column : columns) {
    const auto equals = column.rfind('=');
    const std::string header = column.substr(0, equals);
    const auto found = std::ranges::find_if(
        table.headers, [&](const std::string& known) { return same(known, header); });
    if (equals == std::string::npos || found == table.headers.end()) {
      return refuse(Status::bad_input, "\"" + column +
                                           "\" does not name a column. Write HEADER=MEANING; "
                                           "the headers are: " +
                                           base::join(table.headers, ", ") + ".");
    }
    const auto index = static_cast<std::size_t>(found - table.headers.begin());
    const auto meant =
        mean(std::string_view(column).substr(equals + 1), index, programme, table, guess);
    if (!meant) return meant;
  }
  return {};
}

}  // namespace pairbook::cli
