#pragma once

#include <string>

#include "pairbook/base/text.hpp"

// Spreadsheets that the stories bring in.
namespace pairbook::testing_support {

inline constexpr const char* three =
    "Name,Email,Role,City\n"
    "Amina Yusuf,amina@example.org,mentor,Leeds\n"
    "Tomasz Zieliński,tomasz@example.org,mentee,York\n"
    "Zoë Müller,zoe@example.org,both,Leeds\n";

/// As many people as wished, half of them mentors.
inline std::string many(int people) {
  std::string csv = "Name,Email,Role,City\n";
  for (int i = 0; i < people; ++i) {
    const std::string n = base::to_text(i);
    csv += "Person Number" + n + ",p" + n + "@example.org," +
           (i % 2 == 0 ? "mentor" : "mentee") + ",Town" + base::to_text(i % 7) + "\n";
  }
  return csv;
}

}  // namespace pairbook::testing_support
