#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/codec/roster.hpp"
#include "pairbook/domain/command.hpp"

namespace pairbook::codec {

enum class RowKind : std::uint8_t {
  fresh,      // somebody new
  changed,    // somebody known, with other answers
  same,       // somebody known, nothing new
  duplicate,  // perhaps somebody known, or the same as another row: a person decides
  unusable,   // nobody: `reason` says why
};

enum class RowReason : std::uint8_t {
  none,
  same_email,          // as somebody in the programme: sure
  same_email_in_file,  // as an earlier row
  same_name,           // and nothing against it
  near_name,           // a letter apart, or the names in another order
  no_name,             // neither name nor e-mail address
  name_too_long,
  role_not_understood,  // `where` holds the cell
};

enum class RowChoice : std::uint8_t { add, update, leave_out };

/// A cell that could not be understood; the rest of its row can be used.
struct CellNote {
  std::size_t column = 0;
  std::string text;
  bool operator==(const CellNote&) const = default;
};

struct PlannedRow {
  std::size_t number = 0;  // as the spreadsheet numbers it
  RowKind kind = RowKind::fresh;
  RowReason reason = RowReason::none;
  std::string where;
  RowChoice choice = RowChoice::add;  // may be changed for duplicates; see may_choose()
  domain::PersonId id;                // of the new person, if it becomes one
  domain::PersonPatch said;           // what the row says; what it leaves empty stays as it is
  std::optional<domain::PersonId> matched;  // somebody in the programme
  std::optional<std::size_t> matched_row;   // or an earlier row: its index in the plan
  std::vector<CellNote> not_understood;
  bool operator==(const PlannedRow&) const = default;
};

struct ImportCounts {
  std::size_t fresh = 0, changed = 0, same = 0, duplicate = 0, unusable = 0;
  std::size_t cells_not_understood = 0;
  bool operator==(const ImportCounts&) const = default;
};

/// What an import would do, row by row; nothing is written yet.
struct ImportPlan {
  std::vector<PlannedRow> rows;
  ImportCounts counts;
  bool operator==(const ImportPlan&) const = default;
};

/// Makes the plan a few rows at a time. The programme and the table must outlive it.
///
/// Shape: the same e-mail address is the same person. Near names are offered as duplicates,
///        unless two different addresses speak against it: see docs/formats/csv.md.
/// Cost:  in proportion to the rows.
class ImportPlanner {
 public:
  struct Progress {
    std::size_t rows = 0;
    std::size_t rows_in_all = 0;
    bool done = false;
  };

  ImportPlanner(const domain::Programme& programme, const Table& table,
                const domain::Mapping& mapping, const std::vector<domain::Field>& new_fields,
                base::RandomSource& random);
  ImportPlanner(ImportPlanner&&) noexcept;
  ImportPlanner& operator=(ImportPlanner&&) noexcept;
  ~ImportPlanner();

  [[nodiscard]] Progress step(std::size_t most_rows);
  [[nodiscard]] ImportPlan take();
  /// Frees what it remembers of about `most` rows; false when nothing is left.
  bool give_back(std::size_t most);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// All at once.
[[nodiscard]] ImportPlan plan_import(const domain::Programme& programme, const Table& table,
                                     const domain::Mapping& mapping,
                                     const std::vector<domain::Field>& new_fields,
                                     base::RandomSource& random);

/// True when the person importing may change the row's choice to this one.
[[nodiscard]] bool may_choose(const PlannedRow& row, RowChoice choice);

/// The person a row would add.
[[nodiscard]] domain::Person person_of(const PlannedRow& row);

/// The plan with its choices as one command, a few rows at a time. The programme and the plan
/// must outlive it.
class ImportWriter {
 public:
  ImportWriter(const domain::Programme& programme, const ImportPlan& plan,
               std::string file_name, const domain::Mapping& mapping,
               const std::vector<domain::Field>& new_fields);
  ImportWriter(ImportWriter&&) noexcept;
  ImportWriter& operator=(ImportWriter&&) noexcept;
  ~ImportWriter();

  /// True when it is done.
  [[nodiscard]] bool step(std::size_t most_rows);
  [[nodiscard]] domain::ImportPeople take();
  /// As ImportPlanner::give_back().
  bool give_back(std::size_t most);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// All at once; one undo takes it back.
[[nodiscard]] domain::ImportPeople import_command(const domain::Programme& programme,
                                                  const ImportPlan& plan, std::string file_name,
                                                  const domain::Mapping& mapping,
                                                  const std::vector<domain::Field>& new_fields);

}  // namespace pairbook::codec
