#include "pairbook/codec/match_report_json.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

using namespace domain;
using matching::Index;
using testing_support::key;
using testing_support::person_id;

/// Two mentors, of whom one is wanted by all three mentees.
Programme small() {
  Programme out;
  out.name = "Harbour";
  Field topics;
  topics.key = key("topics");
  topics.label = "Topics";
  topics.kind = FieldKind::several_of;
  out.fields = {topics};
  const auto add = [&](unsigned number, const char* name, bool mentor,
                       std::vector<std::string> values) {
    Person person;
    person.id = person_id(number);
    person.name = name;
    (mentor ? person.roles.mentor : person.roles.mentee) = true;
    person.answers[key("topics")] = Answer{std::move(values)};
    out.people.emplace(person.id, person);
  };
  add(1, "Amina Yusuf", true, {"art", "law", "sea"});
  add(2, "Bao Nguyễn", true, {"law"});
  add(11, "Chidi Okafor", false, {"art", "law"});
  add(12, "Dana Müller", false, {"law", "sea"});
  add(13, "Ed", false, {"art"});
  out.rules.rules = {{PointsForShared{{key("topics"), key("topics")}, 10, 30}, {}, true}};
  return out;
}

/// Everybody's file.
std::vector<MatchReportFile> files_of(const Programme& programme) {
  const auto proposal = matching::propose(programme).value();
  const auto reports =
      matching::MatchReports::make(proposal, programme,
                                   {rules_fingerprint(programme), base::Date::of(2026, 11, 23)})
          .value();
  std::vector<MatchReportFile> out;
  for (Index i = 0; i < proposal.fit.mentees.size(); ++i) {
    out.push_back({reports.statement(), reports.mentee(i)});
  }
  for (Index j = 0; j < proposal.fit.mentors.size(); ++j) {
    out.push_back({reports.statement(), reports.mentor(j)});
  }
  return out;
}

bool holds(const MatchReportFile& file) {
  return std::visit(
      [&](const auto& own) { return matching::check(file.statement, own).has_value(); },
      file.own);
}

TEST(MatchReportJson, ReadsBackWhatItWrote) {
  for (const MatchReportFile& file : files_of(small())) {
    const auto back = read_match_report(write_match_report(file));

    ASSERT_TRUE(back) << back.error().where << ": " << back.error().detail;
    EXPECT_EQ(*back, file);
    EXPECT_TRUE(holds(*back));
  }
}

// tests/report/run.sh has a second reader read the same files.
TEST(MatchReportJson, GoldenFilesHold) {
  for (const char* name : {"mentee", "alone", "mentor"}) {
    const std::string text = test::vector_file("match-report/" + std::string(name) + ".json");

    const auto file = read_match_report(text);

    ASSERT_TRUE(file) << name;
    EXPECT_TRUE(holds(*file));
    EXPECT_EQ(write_match_report(*file), text);
    EXPECT_EQ(base::to_hex(fingerprint(file->statement)).substr(0, 32),
              "106a49c319aace60a73ba0b1285b6b47");
  }
}

TEST(MatchReportJson, EveryChangedLetterIsNoticed) {
  for (const MatchReportFile& file : files_of(small())) {
    const std::string text = write_match_report(file);
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::string changed = text;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      const auto read = read_match_report(changed);
      if (!read || !holds(*read)) continue;
      // What only the statement says, others see in the number they compare.
      ASSERT_NE(fingerprint(read->statement), fingerprint(file.statement))
          << text.substr(at < 40 ? 0 : at - 40, 80);
    }
  }
}

TEST(MatchReportJson, AMenteesFileNamesNobodyButTheTwo) {
  const Programme programme = small();
  for (const MatchReportFile& file : files_of(programme)) {
    const auto* own = std::get_if<matching::MenteeReport>(&file.own);
    if (own == nullptr) continue;
    const std::string text = write_match_report(file);
    for (const auto& [id, person] : programme.people) {
      const bool theirs =
          person.name == own->head.mentee || (own->mentor && person.name == own->mentor->name);
      EXPECT_EQ(text.find(person.name) != std::string::npos, theirs) << person.name;
      EXPECT_EQ(text.find(id.hex()), std::string::npos);
    }
  }
}

TEST(MatchReportJson, RefusesWhatIsNeitherAMenteesNorAMentors) {
  std::string text = write_match_report(files_of(small()).front());
  text.replace(text.find("\"mentee\": {"), 9, "\"nobody\": ");

  const auto read = read_match_report(text);

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, "nobody");
}

TEST(MatchReportJson, RefusesANewerVersion) {
  std::string text = write_match_report(files_of(small()).front());
  text.replace(text.find("\"version\": 1"), 12, "\"version\": 2");

  const auto read = read_match_report(text);

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, base::Errc::unsupported_version);
}

TEST(MatchReportJson, SaysOtherwiseWhenARuleChanges) {
  Programme programme = small();
  const crypto::Digest before = rules_fingerprint(programme);

  programme.rules.rules.front().on = false;

  EXPECT_NE(rules_fingerprint(programme), before);
}

}  // namespace
}  // namespace pairbook::codec
