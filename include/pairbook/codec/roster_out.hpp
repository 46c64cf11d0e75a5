#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"
#include "pairbook/codec/table.hpp"
#include "pairbook/domain/mapping.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

/// People or pairs as a spreadsheet, ready for write_csv() or write_tsv().
struct Sheet {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;
  bool operator==(const Sheet&) const = default;
};

/// Everybody, in order of names; the headers are such that guess_mapping() understands them
/// all.
[[nodiscard]] Sheet people_sheet(const domain::Programme& programme);
/// How people_sheet() is read back, without guessing.
[[nodiscard]] domain::Mapping people_mapping(const domain::Programme& programme);
/// Every pair of a round, or of all rounds (0), with points and reasons in words.
[[nodiscard]] Sheet pairs_sheet(const domain::Programme& programme, int round);

[[nodiscard]] std::string people_csv(const domain::Programme& programme,
                                     const CsvStyle& style = {});
[[nodiscard]] std::string pairs_csv(const domain::Programme& programme, int round,
                                    const CsvStyle& style = {});

/// With the questions and ids, so that it reads back as it was.
[[nodiscard]] std::string people_json(const domain::Programme& programme);
[[nodiscard]] std::string pairs_json(const domain::Programme& programme, int round);

/// Questions and people of people_json().
struct Roster {
  std::vector<domain::Field> fields;
  std::vector<domain::Person> people;
  bool operator==(const Roster&) const = default;
};
/// Errors: invalid_input with the path (`people[3].email`), too_large, unsupported_version.
[[nodiscard]] base::Result<Roster> read_people_json(std::string_view text);
[[nodiscard]] base::Result<std::vector<domain::Pair>> read_pairs_json(std::string_view text);

}  // namespace pairbook::codec
