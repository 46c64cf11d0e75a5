#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// People from a spreadsheet, in four steps: choose, columns, preview, done.
struct ImportChooseStep {
  std::string text{};
  Button choose{};
  std::string drop_here{};
  TextField paste{};
  Button read_pasted{};
  std::vector<Notice> notices{};  // what was wrong with the last file
  bool operator==(const ImportChooseStep&) const = default;
};

struct ImportColumnsStep {
  std::string text{};  // "signups.csv: 412 rows. Check what each column means."
  std::vector<Notice> notices{};
  Choice role{};
  struct ColumnRow {
    std::string header{};
    Choice meaning{};
    std::vector<Piece> new_field{};         // label, kind, options while a new question is made
    std::vector<std::string> samples{};     // as they are in the file
    std::vector<std::string> understood{};  // as they will be kept
    std::string trouble{};                  // "14 rows not understood, for example row 7: ..."
    bool operator==(const ColumnRow&) const = default;
  };
  std::string header_label{}, meaning_label{}, samples_label{}, understood_label{};
  std::vector<ColumnRow> columns{};
  Button back{};
  Button next{};
  bool operator==(const ImportColumnsStep&) const = default;
};

struct ImportPreviewStep {
  std::string text{};
  std::vector<Figure> counts{};  // new, changed, duplicate, unusable
  Choice show{};                 // all rows, or one kind
  Table table{};                 // a row's controls hold the choice for duplicates
  std::vector<Notice> notices{};
  Button back{};
  Button run{};
  bool operator==(const ImportPreviewStep&) const = default;
};

struct ImportDoneStep {
  std::string title{};
  std::string text{};
  std::vector<Button> actions{};
  bool operator==(const ImportDoneStep&) const = default;
};

struct ImportBody {
  std::string title{};
  std::vector<std::string> steps{};
  int step = 0;                      // which of them is shown
  std::optional<Working> working{};  // then the step below waits
  std::variant<ImportChooseStep, ImportColumnsStep, ImportPreviewStep, ImportDoneStep>
      content{};
  Link leave{};
  bool operator==(const ImportBody&) const = default;
};

}  // namespace pairbook::app
