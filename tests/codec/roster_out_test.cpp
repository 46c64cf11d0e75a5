#include "pairbook/codec/roster_out.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "codec/some_programmes.hpp"
#include "pairbook/codec/import_plan.hpp"

namespace pairbook::codec {
namespace {

using namespace domain;

/// People whose names differ, as far as importing can tell people apart without an address.
Programme distinct_people(std::uint64_t seed, std::size_t count) {
  base::SeededRandom random(seed);
  Programme programme = test::some_programme(random, count);
  int number = 1000;
  for (auto& [id, person] : programme.people) person.name += " " + std::to_string(number++);
  return programme;
}

std::vector<Person> without_ids(std::vector<Person> people) {
  for (Person& person : people) person.id = {};
  std::sort(people.begin(), people.end(),
            [](const Person& a, const Person& b) { return a.name < b.name; });
  return people;
}

std::vector<Person> people_of(const Programme& programme) {
  std::vector<Person> people;
  for (const auto& [id, person] : programme.people) people.push_back(person);
  return people;
}

std::vector<Person> imported(const Programme& into, const std::string& text,
                             const Mapping* mapping) {
  const auto table = read_table(base::bytes_of(text));
  EXPECT_TRUE(table && table->warnings.empty());
  const GuessedMapping guessed = guess_mapping(into, *table, "people.csv");
  base::SeededRandom random(1);
  const auto& used = mapping == nullptr ? guessed.mapping : *mapping;
  const auto plan = plan_import(into, *table, used, {}, random);
  EXPECT_EQ(plan.counts.cells_not_understood, 0U);
  return import_command(into, plan, "people.csv", used, {}).added;
}

TEST(PeopleCsv, ImportsWithoutLoss) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const Programme programme = distinct_people(seed, 15);
    Programme empty;
    empty.fields = programme.fields;
    const Mapping mapping = people_mapping(programme);

    const auto back = imported(empty, people_csv(programme), &mapping);

    EXPECT_EQ(without_ids(back), without_ids(people_of(programme)));
  }
}

TEST(PeopleCsv, IsUnderstoodWithoutBeingTold) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Programme programme = distinct_people(seed, 15);
    Programme empty;
    empty.fields = programme.fields;
    const CsvStyle styles[] = {{',', true, {}}, {';', false, {}}, {'\t', false, {}}};

    const auto back = imported(empty, people_csv(programme, styles[seed % 3]), nullptr);

    EXPECT_EQ(without_ids(back), without_ids(people_of(programme)));
  }
}

// Somebody called "Mentor" must not turn the column of first names into that of roles.
TEST(PeopleCsv, IsUnderstoodWhateverItsCellsLookLike) {
  Programme programme = distinct_people(5, 6);
  for (Field& field : programme.fields) field.asked = Asked::mentees;
  for (auto& [id, person] : programme.people) {
    person.called = "mentor";
    person.roles = {.mentor = false, .mentee = true};
  }
  const auto table = read_table(base::bytes_of(people_csv(programme)));
  ASSERT_TRUE(table);

  const GuessedMapping guessed = guess_mapping(programme, *table, "people.csv");

  EXPECT_EQ(guessed.mapping, people_mapping(programme));
  EXPECT_EQ(guessed.new_fields, std::vector<Field>{});
}

TEST(PeopleJson, KeepsIdsToo) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Programme programme = distinct_people(seed, 9);
    const auto roster = read_people_json(people_json(programme));
    ASSERT_TRUE(roster) << roster.error().where;
    EXPECT_EQ(roster->fields, programme.fields);
    std::vector<Person> people = roster->people;
    std::sort(people.begin(), people.end(),
              [](const Person& a, const Person& b) { return a.id < b.id; });
    EXPECT_EQ(people, people_of(programme));
  }
}

TEST(PairsJson, KeepsEveryPair) {
  const Programme programme = distinct_people(3, 12);
  const auto pairs = read_pairs_json(pairs_json(programme, 0));
  ASSERT_TRUE(pairs) << pairs.error().where;
  std::map<PairId, Pair> by_id;
  for (const Pair& pair : *pairs) by_id[pair.id] = pair;
  EXPECT_EQ(by_id, programme.pairs);
}

TEST(PairsCsv, TellsPointsAndReasonsInWords) {
  Programme programme;
  base::SeededRandom random(1);
  for (const char* name : {"Ada Byron", "Bo Ek"}) {
    Person person;
    person.id = PersonId::random(random);
    person.name = name;
    programme.people[person.id] = person;
  }
  Pair pair;
  pair.id = PairId::random(random);
  for (const auto& [id, person] : programme.people) {
    (person.name == "Ada Byron" ? pair.mentor.person : pair.mentee.person) = id;
  }
  pair.points = 22;
  pair.reasons = {{"Grade gap", 12, "2 above"}, {"Same profession", 10, "HR"}};
  pair.approved = base::Date::of(2026, 11, 22);
  programme.pairs[pair.id] = pair;
  programme.follow_ups[pair.id].mentee =
      Check{base::Date::of(2026, 12, 20), PairFit::deciding, 3, "Once more"};

  const Sheet sheet = pairs_sheet(programme, 1);

  ASSERT_EQ(sheet.rows.size(), 1U);
  EXPECT_EQ(sheet.rows[0][1], "Ada Byron");
  EXPECT_EQ(sheet.rows[0][5], "22");
  EXPECT_EQ(sheet.rows[0][6], "Grade gap (2 above): 12; Same profession (HR): 10");
  ASSERT_EQ(sheet.rows[0].size(), sheet.headers.size());
  EXPECT_EQ(sheet.headers[15], "Mentee says");
  EXPECT_EQ(std::vector(sheet.rows[0].begin() + 11, sheet.rows[0].end()),
            (std::vector<std::string>{"", "", "", "", "still deciding", "3", "Once more",
                                      "2026-12-20"}));
  EXPECT_TRUE(pairs_sheet(programme, 2).rows.empty());
}

TEST(PeopleSheet, QuestionsThatReadTheSameKeepTheirOwnColumns) {
  Programme programme;
  programme.fields = {test::field("Name", FieldKind::text),
                      test::field("Town", FieldKind::text)};
  programme.fields.push_back(programme.fields[1]);
  programme.fields[2].key = test::key("town_2");

  EXPECT_EQ(people_sheet(programme).headers,
            (std::vector<std::string>{"Name", "Called", "E-mail", "Role", "Places",
                                      "Name (name)", "Town", "Town (town_2)"}));
}

}  // namespace
}  // namespace pairbook::codec
