#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "pairbook/base/text.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::matching::testing {

inline domain::FieldKey key(std::string_view text) {
  return *domain::FieldKey::from(text);
}

inline domain::PersonId id_of(unsigned side, unsigned number) {
  domain::PersonId id;
  id.bytes[0] = static_cast<std::byte>(side);
  id.bytes[1] = static_cast<std::byte>(number >> 8);
  id.bytes[2] = static_cast<std::byte>(number & 255U);
  return id;
}

/// These two files hold no quoted comma before their last cell: a reader of ten lines will do.
inline std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::string text;
  const std::string path = PAIRBOOK_SOURCE_DIR "/tests/data/careers-network/" + file;
  if (std::FILE* in = std::fopen(path.c_str(), "rb")) {
    std::array<char, 65536> block{};
    for (std::size_t got = 0; (got = std::fread(block.data(), 1, block.size(), in)) > 0;) {
      text.append(block.data(), got);
    }
    std::fclose(in);
  }
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : base::split(text, "\n")) {
    rows.emplace_back();
    std::string cell;
    bool quoted = false;
    for (const char c : line + ",") {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        rows.back().emplace_back(base::trim(cell));
        cell.clear();
      } else {
        cell += c;
      }
    }
  }
  return rows;
}

/// A programme with the careers network's questions and rules, and its hundred people.
inline domain::Programme careers_network() {
  using namespace domain;
  Programme programme;
  programme.name = "Careers network";
  const auto field = [&](std::string_view k, FieldKind kind, std::vector<std::string> options) {
    Field made;
    made.key = key(k);
    made.label = std::string(k);
    made.kind = kind;
    made.options = std::move(options);
    programme.fields.push_back(made);
  };
  field("grade", FieldKind::scale,
        {"AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"});
  for (const char* k : {"organisation", "profession", "identity_to_match"}) {
    field(k, FieldKind::text, {});
  }
  field("characteristics", FieldKind::several_of, {});
  field("match_with_similar_identity", FieldKind::yes_no, {});

  for (const bool mentors : {true, false}) {
    const auto rows = rows_of(mentors ? "small_mentors.csv" : "small_mentees.csv");
    for (std::size_t r = 1; r < rows.size(); ++r) {
      Person person;
      person.id = id_of(mentors ? 1 : 2, static_cast<unsigned>(r));
      (mentors ? person.roles.mentor : person.roles.mentee) = true;
      for (std::size_t c = 0; c < rows[0].size(); ++c) {
        const std::string& cell = rows[r][c];
        const std::string header = base::join(base::split(rows[0][c], " "), "_");
        if (header == "email_address") person.email = *Email::from(cell);
        if (header == "first_name") person.name = cell;
        const FieldKey k = header == "match_with_similar_identity" ||
                                   header == "identity_to_match" || header == "grade" ||
                                   header == "organisation" || header == "profession" ||
                                   header == "characteristics"
                               ? key(header)
                               : FieldKey{};
        if (k.empty() || cell.empty()) continue;
        const Answer answer = *read_answer(*find_field(programme, k), cell);
        if (!answer.empty()) person.answers[k] = answer;
      }
      programme.people.emplace(person.id, person);
    }
  }

  const auto same = [](std::string_view k) { return Compared{key(k), key(k)}; };
  auto& rules = programme.rules;
  rules.rules.push_back({MustDiffer{same("organisation")}, {}, true});
  rules.rules.push_back({GapWithin{same("grade"), 1, 2}, {}, true});
  rules.rules.push_back({PointsForGap{same("grade"), {{1, 9}, {2, 12}}}, {}, true});
  rules.rules.push_back({PointsForSame{same("profession"), 10}, {}, true});
  // Who names an identity wants it; that programme does not look at the yes or no beside it.
  rules.rules.push_back(
      {PointsForOffered{key("identity_to_match"), key("characteristics"), 6, 6}, {}, true});
  rules.bonus_for_unmatched = 100;
  rules.mentees_per_round = 1;
  return programme;
}

}  // namespace pairbook::matching::testing
