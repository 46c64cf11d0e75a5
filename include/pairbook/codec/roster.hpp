#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/codec/table.hpp"
#include "pairbook/domain/mapping.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

/// What made us think a column means what we say.
enum class GuessedFrom : std::uint8_t {
  remembered,   // a file with these headers was imported before
  known_field,  // the programme asks this question
  header,       // a word in the header
  values,       // what the cells look like
  nothing,      // nobody filled it in, or it is about the form, not the person
};

struct ColumnGuess {
  GuessedFrom from = GuessedFrom::nothing;
  int confidence = 0;                 // 0..100
  std::vector<std::string> examples;  // up to three different cells
  bool operator==(const ColumnGuess&) const = default;
};

/// How a file seems to be meant.
struct GuessedMapping {
  domain::Mapping mapping;
  /// Questions the programme lacks, and known ones whose options grow by what the file says.
  std::vector<domain::Field> new_fields;
  std::vector<ColumnGuess> columns;  // one a column
  int role_confidence = 0;           // 0..100, of mapping.role
  bool operator==(const GuessedMapping&) const = default;
};

/// Shape: every column has a meaning; nothing is required to be found. Header words in English,
///        German, French, Spanish, Portuguese, Italian, Dutch and Polish are known.
/// Cost:  reads every cell of columns with few different values, else the first 2,000 rows.
[[nodiscard]] GuessedMapping guess_mapping(const domain::Programme& programme,
                                           const Table& table, std::string_view file_name);

/// The same, a column at a time. The programme and the table must outlive it.
class MappingGuesser {
 public:
  struct Progress {
    std::size_t steps = 0;
    std::size_t steps_in_all = 0;
    bool done = false;
  };

  MappingGuesser(const domain::Programme& programme, const Table& table,
                 std::string_view file_name);
  MappingGuesser(MappingGuesser&&) noexcept;
  MappingGuesser& operator=(MappingGuesser&&) noexcept;
  ~MappingGuesser();

  [[nodiscard]] Progress step();
  [[nodiscard]] GuessedMapping take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The question a column would become when a person asks for it on the spot.
[[nodiscard]] domain::Field propose_field(const domain::Programme& programme,
                                          const Table& table, std::size_t column);
/// The same, of a kind the person chose: options are taken from the cells.
[[nodiscard]] domain::Field propose_field_of(const domain::Programme& programme,
                                             const Table& table, std::size_t column,
                                             domain::FieldKind kind);

/// A cell as it will be understood.
struct UnderstoodCell {
  std::string text;        // in canonical words; empty when there is no answer
  bool understood = true;  // false: `text` is what was written
  bool operator==(const UnderstoodCell&) const = default;
};
struct UnderstoodRow {
  std::size_t number = 0;
  std::vector<UnderstoodCell> cells;  // one a column; empty for columns left out
  domain::Roles roles;
  bool operator==(const UnderstoodRow&) const = default;
};

/// The first `most` rows as they will be understood.
[[nodiscard]] std::vector<UnderstoodRow> preview_rows(
    const domain::Programme& programme, const Table& table, const domain::Mapping& mapping,
    const std::vector<domain::Field>& new_fields, std::size_t most);

}  // namespace pairbook::codec
