#pragma once

#include <initializer_list>
#include <string>

#include "pairbook/base/random.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::bench {

/// A spreadsheet of so many people with twelve columns, as a large programme's would be. The
/// same every time.
inline std::string people_file(std::size_t people) {
  base::SeededRandom random(20261122);
  const auto pick = [&](std::initializer_list<const char*> from) {
    return std::string(from.begin()[random.below(from.size())]);
  };
  std::string out =
      "First name,Last name,E-mail,Role,Organisation,Grade,Skills,Languages,Time zone,"
      "Available,Remote,Goals\r\n";
  for (std::size_t i = 0; i < people; ++i) {
    const std::string number = base::to_text(static_cast<long long>(i));
    std::string family;
    for (int letter = 0; letter < 8; ++letter) {
      family += static_cast<char>('a' + random.below(26));
    }
    out += pick({"Amina", "Zoë", "Łukasz", "Ольга", "Wei", "Neha", "João", "Maria"}) + "," +
           family + ",person" + number + "@example.org," + pick({"mentor", "mentee"}) + "," +
           pick({"Looms", "Bridges", "North", "South", "River", "\"Hill, Ltd\""}) + "," +
           pick({"AA", "AO", "EO", "HEO", "SEO", "Grade 7"}) + ",\"" +
           pick({"maths", "law", "cooking"}) + ", " + pick({"writing", "speaking"}) + "\"," +
           pick({"English", "Polish; English", "French; English"}) + "," +
           pick({"Europe/Warsaw", "Africa/Dakar", "Asia/Kolkata"}) + "," +
           pick({"Mon 09:00-12:00", "Tue 14:00-16:00; Fri 09:00-10:30"}) + "," +
           pick({"yes", "no"}) + ",\"I would like to learn how to \"\"lead\"\" a team\"\r\n";
  }
  return out;
}

}  // namespace pairbook::bench
