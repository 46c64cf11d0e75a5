#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pairbook/domain/mapping.hpp"

namespace pairbook::codec {

/// The first columns of people_sheet(); questions follow.
inline constexpr std::array<std::pair<std::string_view, domain::Meaning>, 5> person_columns = {{
    {"Name", domain::Meaning::name},
    {"Called", domain::Meaning::called},
    {"E-mail", domain::Meaning::email},
    {"Role", domain::Meaning::role},
    {"Places", domain::Meaning::places},
}};

/// A sheet of our own needs no guessing: its cells may look like anything.
[[nodiscard]] inline bool is_people_sheet(const std::vector<std::string>& headers) {
  return headers.size() >= person_columns.size() &&
         std::equal(person_columns.begin(), person_columns.end(), headers.begin(),
                    [](const auto& ours, const auto& header) { return ours.first == header; });
}

}  // namespace pairbook::codec
