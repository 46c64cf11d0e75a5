#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pairbook/codec/table.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

/// Rows of a spreadsheet with answers on their way in. Whoever is not known by a name is
/// settled by a person.
struct Sheet {
  std::string pasted, trouble;
  std::optional<codec::Table> table;
  int who = 0;             // who answered, where the page asks: mentees, mentors
  std::vector<int> means;  // by column: not used, who answers, then what the page says
  /// Whom a row may be of; of answers about a pair, which one and which side.
  struct Of {
    domain::PersonId person;
    domain::PairId pair{};
    domain::Side side = domain::Side::mentee;
    bool operator==(const Of&) const = default;
  };
  struct Row {
    std::string name;
    std::vector<Of> maybe;
    int chosen = -1;    // of them
    bool sure = false;  // only one is meant
  };
  std::vector<Row> rows;  // of the table
};

}  // namespace pairbook::app
