#include "pairbook/codec/roster.hpp"

#include <gtest/gtest.h>

#include <set>

#include "codec/some_programmes.hpp"
#include "pairbook/codec/import_plan.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "pairbook/domain/apply.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

using namespace domain;

Table table(std::string_view text) {
  return read_table(base::bytes_of(text)).value_or(Table{});
}

GuessedMapping guess(std::string_view text, std::string_view file = "people.csv",
                     const Programme& programme = {}) {
  return guess_mapping(programme, table(text), file);
}

Meaning meaning(const GuessedMapping& guessed, std::size_t column) {
  return guessed.mapping.columns.at(column).meaning;
}

const Field* made(const GuessedMapping& guessed, std::string_view key) {
  for (const Field& field : guessed.new_fields) {
    if (field.key.text() == key) return &field;
  }
  return nullptr;
}

Programme with_imported(Programme programme, std::string_view text, std::string_view file) {
  base::SeededRandom random(programme.people.size() + 1);
  const Table rows = table(text);
  const auto guessed = guess_mapping(programme, rows, file);
  const auto plan = plan_import(programme, rows, guessed.mapping, guessed.new_fields, random);
  const auto command =
      import_command(programme, plan, std::string(file), guessed.mapping, guessed.new_fields);
  const Moment moment{{}, base::Date::of(2026, 11, 22)};
  const auto ops = decide(programme, command, moment);
  EXPECT_TRUE(ops) << (ops ? "" : ops.error().where + ": " + ops.error().detail);
  if (!ops) return programme;
  for (const Op& op : *ops) EXPECT_TRUE(apply(programme, op, moment).applied);
  return programme;
}

ImportPlan plan(const Programme& programme, std::string_view text, std::string_view file) {
  base::SeededRandom random(77);
  const Table rows = table(text);
  const auto guessed = guess_mapping(programme, rows, file);
  return plan_import(programme, rows, guessed.mapping, guessed.new_fields, random);
}

std::size_t count_roles(const Programme& programme, Roles roles) {
  std::size_t count = 0;
  for (const auto& [id, person] : programme.people) count += person.roles == roles ? 1U : 0U;
  return count;
}

// Rows of the real form's shape; the rules and the form are under the Open Government Licence.
constexpr std::string_view mentors_file =
    "first name,last name,email address,both mentor and mentee,job title,grade,organisation,"
    "profession,characteristics,biography\n"
    "mentor,00,mentor.00@gov.uk,yes,Some role,SCS4,Department of Joy,DDaT,,\"I am 00. \"\n"
    "mentor,01,mentor.01@gov.uk,yes,Some role,SCS1,Department of Joy,DDaT,,\"I am 01. \"\n"
    "mentor,02,mentor.02@gov.uk,no,Some role,EO,Department of Love,HR,\"Gay, Non-binary\",x\n"
    "mentor,03,mentor.03@gov.uk,no,Some role,Grade 7,Department of Love,HR,Gay,x\n";
constexpr std::string_view mentees_file =
    "first name,last name,email address,both mentor and mentee,job title,grade,organisation,"
    "profession,match with similar identity,identity to match,biography\n"
    "mentee,00,mentee.00@gov.uk,yes,Some role,HEO,Department of Joy,HR,yes,Gay,x\n"
    "mentee,01,mentee.01@gov.uk,no,Some role,AA,Department of Joy,HR,no,,x\n"
    "mentee,02,mentee.02@gov.uk,no,Some role,AO,Department of Love,DDaT,yes,Gay,x\n"
    "mentee,03,mentee.03@gov.uk,no,Some role,AO,Department of Love,DDaT,yes,Non-binary,x\n";

TEST(GuessMapping, UnderstandsTheCareersNetworksFiles) {
  const auto mentors = guess(mentors_file, "small_mentors.csv");

  EXPECT_EQ(mentors.mapping.role, FileRole::mentors);
  EXPECT_EQ(meaning(mentors, 0), Meaning::given_name);
  EXPECT_EQ(meaning(mentors, 1), Meaning::family_name);
  EXPECT_EQ(meaning(mentors, 2), Meaning::email);
  ASSERT_NE(made(mentors, "both_mentor_and_mentee"), nullptr);
  EXPECT_EQ(made(mentors, "both_mentor_and_mentee")->kind, FieldKind::yes_no);
  EXPECT_EQ(made(mentors, "grade")->kind, FieldKind::scale);
  EXPECT_EQ(made(mentors, "grade")->options.size(), 11U);
  EXPECT_EQ(made(mentors, "organisation")->kind, FieldKind::one_of);
  EXPECT_EQ(made(mentors, "characteristics")->kind, FieldKind::several_of);
  EXPECT_EQ(made(mentors, "biography")->kind, FieldKind::long_text);
}

TEST(Import, OneFileEachGivesOneRoleEach) {
  const Programme first = with_imported({}, mentors_file, "small_mentors.csv");
  const Programme both = with_imported(first, mentees_file, "small_mentees.csv");

  EXPECT_EQ(both.people.size(), 8U);
  EXPECT_EQ(count_roles(both, {true, false}), 4U);
  EXPECT_EQ(count_roles(both, {false, true}), 4U);
  EXPECT_EQ(find_field(both, test::key("grade"))->asked, Asked::everybody);
  EXPECT_EQ(find_field(both, test::key("characteristics"))->asked, Asked::mentors);
}

TEST(Import, NumbersInNamesTellPeopleApart) {
  EXPECT_EQ(plan({}, mentees_file, "small_mentees.csv").counts.fresh, 4U);
}

TEST(GuessMapping, TheFilesNameOrItsCellsTellWhoIsInIt) {
  EXPECT_EQ(guess(mentees_file, "/data/mentor-match/small_mentees.csv").mapping.role,
            FileRole::mentees);
  EXPECT_EQ(guess(mentees_file, "mentor match, mentees.csv").mapping.role, FileRole::mentees);
  EXPECT_EQ(guess(mentees_file, "pasted").mapping.role, FileRole::mentees);
  EXPECT_EQ(
      guess("Name,Town\nAda Byron,Oslo\nBo Ek,Rome\n", "mentors and mentees.csv").mapping.role,
      FileRole::from_column);
}

TEST(GuessMapping, TheRealFormsHeadingsAreUnderstood) {
  const auto guessed = guess(
      "Timestamp,Do you want to sign up as a mentor?,Do you agree to us using the information "
      "you provide to us in this way?,Your first name,Your last name,Your Civil Service email "
      "address,Your job title or role,Your department or agency,Your grade,Your profession\n"
      "1/2/2021,Yes,Yes,Ada,Byron,ada@example.org,Analyst,Joy,HEO,DDaT\n"
      "1/2/2021,No,Yes,Bo,Ek,bo@example.org,Analyst,Love,AO,DDaT\n");

  EXPECT_EQ(meaning(guessed, 0), Meaning::nothing);
  EXPECT_EQ(meaning(guessed, 1), Meaning::role);
  EXPECT_EQ(meaning(guessed, 2), Meaning::nothing);
  EXPECT_EQ(meaning(guessed, 3), Meaning::given_name);
  EXPECT_EQ(meaning(guessed, 4), Meaning::family_name);
  EXPECT_EQ(meaning(guessed, 5), Meaning::email);
  EXPECT_EQ(meaning(guessed, 6), Meaning::answer);
}

TEST(Import, SigningUpAsAMentorSetsTheRole) {
  const Programme programme = with_imported(
      {}, "Do you want to sign up as a mentor?,Name\nYes,Ada Byron\nNo,Bo Ekström\n",
      "form.csv");

  EXPECT_EQ(count_roles(programme, {true, false}), 1U);
  EXPECT_EQ(count_roles(programme, {false, true}), 1U);
}

struct Language {
  const char* headers;
  std::vector<Meaning> meanings;
};
class HeaderWords : public testing::TestWithParam<Language> {};

TEST_P(HeaderWords, AreKnownInTheLanguagesOfOurUsers) {
  std::string text = GetParam().headers;
  text += "\nAda;Byron;ada@example.org;mentor;2\nBo;Ek;bo@example.org;mentee;1\n";
  const auto guessed = guess(text);
  for (std::size_t i = 0; i < GetParam().meanings.size(); ++i) {
    EXPECT_EQ(meaning(guessed, i), GetParam().meanings[i]) << guessed.mapping.columns[i].header;
  }
}

const std::vector<Meaning> usual = {Meaning::given_name, Meaning::family_name, Meaning::email,
                                    Meaning::role, Meaning::places};
INSTANTIATE_TEST_SUITE_P(
    Guess, HeaderWords,
    testing::Values(Language{"First name;Surname;E-mail;Role;Places", usual},
                    Language{"Vorname;Nachname;E-Mail-Adresse;Rolle;Plätze", usual},
                    Language{"Prénom;Nom;Courriel;Rôle;Nombre de mentorés", usual},
                    Language{"Nombre;Apellidos;Correo electrónico;Rol;Plazas", usual},
                    Language{"Nome;Sobrenome;E-mail;Papel;Vagas", usual},
                    Language{"Nome;Cognome;Posta elettronica;Ruolo;Posti", usual},
                    Language{"Voornaam;Achternaam;E-mailadres;Rol;Plaatsen", usual},
                    Language{"Imię;Nazwisko;Adres e-mail;Rola;Liczba miejsc", usual}));

TEST(GuessMapping, SomebodyElsesNameAndAddressAreAnswers) {
  const auto guessed = guess(
      "Name,Line manager's name,Line manager's e-mail,Organisation name\n"
      "Ada Byron,Bo Ek,bo@example.org,Looms\nCy Twee,Di Prince,di@example.org,Isle\n");

  EXPECT_EQ(meaning(guessed, 0), Meaning::name);
  EXPECT_EQ(meaning(guessed, 1), Meaning::answer);
  EXPECT_NE(meaning(guessed, 2), Meaning::name);
  EXPECT_EQ(meaning(guessed, 3), Meaning::answer);
}

TEST(GuessMapping, KindsComeFromHeadersAndValues) {
  std::string text =
      "Name;E-mail;Town;Skills;Level;Years;Experience;Remote;Free;Zone;Languages;Pronouns;"
      "Phone\n";
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    text += "Person " + std::string(1, static_cast<char>('A' + i)) + ";p" + n +
            "@example.org;" + (i % 2 ? "Oslo" : "Łódź") + ";" +
            (i % 3 ? "maths, law" : "law, cooking") + ";" + (i % 2 ? "Senior" : "Junior") +
            ";" + n + ";" + (i % 2 ? "3-5 years" : "10+ years") + ";" + (i % 2 ? "Yes" : "no") +
            ";Mon 9-12;Europe/Warsaw;Polish, English;" + (i % 2 ? "she/her" : "he/him") +
            ";+48 12" + n + "\n";
  }
  const auto guessed = guess(text);
  const auto kind = [&](std::string_view key) {
    const Field* field = made(guessed, key);
    EXPECT_NE(field, nullptr) << key;
    return field == nullptr ? FieldKind::text : field->kind;
  };
  EXPECT_EQ(meaning(guessed, 0), Meaning::name);
  EXPECT_EQ(kind("town"), FieldKind::one_of);
  EXPECT_EQ(kind("skills"), FieldKind::several_of);
  EXPECT_EQ(made(guessed, "skills")->options,
            (std::vector<std::string>{"cooking", "law", "maths"}));
  EXPECT_EQ(kind("level"), FieldKind::scale);
  EXPECT_EQ(kind("years"), FieldKind::number);
  EXPECT_EQ(kind("experience"), FieldKind::scale);
  EXPECT_EQ(made(guessed, "experience")->options,
            (std::vector<std::string>{"3-5 years", "10+ years"}));
  EXPECT_EQ(kind("remote"), FieldKind::yes_no);
  EXPECT_EQ(kind("free"), FieldKind::availability);
  EXPECT_EQ(kind("zone"), FieldKind::time_zone);
  EXPECT_EQ(kind("languages"), FieldKind::language);
  EXPECT_EQ(kind("pronouns"), FieldKind::one_of);
  EXPECT_EQ(kind("phone"), FieldKind::text);
}

TEST(GuessMapping, ARememberedMappingWinsWhateverTheOrderOfColumns) {
  Programme programme;
  programme.mappings = {
      {{{"Alias", Meaning::called, {}}, {"Who", Meaning::name, {}}}, FileRole::mentors}};

  const auto guessed = guess("Who,Alias\nAda,A\n", "people.csv", programme);

  EXPECT_EQ(meaning(guessed, 0), Meaning::name);
  EXPECT_EQ(meaning(guessed, 1), Meaning::called);
  EXPECT_EQ(guessed.mapping.role, FileRole::mentors);
  EXPECT_EQ(guessed.columns[0].from, GuessedFrom::remembered);
}

TEST(GuessMapping, AKnownQuestionGrowsByTheOptionsOfTheFile) {
  Programme programme;
  programme.fields = {test::field("Town", FieldKind::one_of, {"Oslo"})};

  const auto guessed = guess("Name,Town\nAda,oslo\nBo,Łódź\n", "people.csv", programme);

  ASSERT_NE(made(guessed, "town"), nullptr);
  EXPECT_EQ(made(guessed, "town")->options, (std::vector<std::string>{"Oslo", "Łódź"}));
}

TEST(Import, AMentorWhoComesAsAMenteeBecomesBoth) {
  const Programme first =
      with_imported({}, "Name,E-mail\nAda Byron,ada@example.org\n", "mentors.csv");
  const std::string_view again = "Name,E-mail\nAda Byron,ADA@example.org\n";
  const auto planned = plan(first, again, "mentees.csv");
  ASSERT_EQ(planned.rows.size(), 1U);
  EXPECT_EQ(planned.rows[0].kind, RowKind::changed);

  const Programme both = with_imported(first, again, "mentees.csv");

  EXPECT_EQ(both.people.size(), 1U);
  EXPECT_EQ(both.people.begin()->second.roles, (Roles{true, true}));
}

TEST(Import, TheSameFileTwiceChangesNothing) {
  const Programme once = with_imported({}, mentors_file, "small_mentors.csv");
  const auto planned = plan(once, mentors_file, "small_mentors.csv");

  EXPECT_EQ(planned.counts.same, 4U);
  EXPECT_EQ(with_imported(once, mentors_file, "small_mentors.csv").people, once.people);
}

TEST(Import, AnEmptyCellLeavesWhatIsKnown) {
  const Programme once =
      with_imported({}, "Name,E-mail,Town\nAda Byron,ada@example.org,London\n", "mentors.csv");
  const Programme twice =
      with_imported(once, "Name,E-mail,Town\nAda King,ada@example.org,\n", "mentors.csv");

  const Person& ada = twice.people.begin()->second;
  EXPECT_EQ(ada.name, "Ada King");
  EXPECT_EQ(ada.answers.at(test::key("town")).values, std::vector<std::string>{"London"});
}

TEST(Import, TheSameAddressInAFileIsADuplicateThatCompletesTheFirst) {
  const std::string_view text =
      "Name,E-mail,Town\nAda Byron,ada@example.org,\nAda Byron,Ada@Example.org,London\n";
  const auto planned = plan({}, text, "mentors.csv");
  EXPECT_EQ(planned.rows[1].kind, RowKind::duplicate);
  EXPECT_EQ(planned.rows[1].reason, RowReason::same_email_in_file);
  EXPECT_EQ(planned.rows[1].matched_row, 0U);

  const Programme programme = with_imported({}, text, "mentors.csv");

  ASSERT_EQ(programme.people.size(), 1U);
  EXPECT_TRUE(programme.people.begin()->second.answers.contains(test::key("town")));
}

TEST(Import, OneAddressOfTwoPeopleLosesNobody) {
  EXPECT_EQ(with_imported({}, "Name,E-mail\nAda Byron,us@example.org\nBo Ek,us@example.org\n",
                          "mentors.csv")
                .people.size(),
            2U);
}

TEST(Import, NearNamesAreOfferedAsDuplicates) {
  const std::string_view text =
      "Name,Town\nŁukasz Nowakowski,a\nNowakowski Lukasz,b\nŁukasz Nowakovski,c\nZoë Ek,d\n";
  const auto planned = plan({}, text, "mentors.csv");

  EXPECT_EQ(planned.rows[1].reason, RowReason::same_name);
  EXPECT_EQ(planned.rows[1].choice, RowChoice::update);
  EXPECT_EQ(planned.rows[2].reason, RowReason::near_name);
  EXPECT_EQ(planned.rows[2].choice, RowChoice::add);
  EXPECT_EQ(planned.rows[3].kind, RowKind::fresh);
}

TEST(Import, TwoAddressesSpeakAgainstANearName) {
  const auto planned = plan({},
                            "Name,E-mail\nAnna Kowalska,anna@example.org\n"
                            "Hanna Kowalska,hk77@example.com\n",
                            "mentors.csv");
  EXPECT_EQ(planned.counts.fresh, 2U);
}

TEST(Import, AChoiceOfThePersonCounts) {
  const std::string_view text = "Name\nŁukasz Nowakowski\nLukasz Nowakowski\nBo Ek\n";
  const Table rows = table(text);
  const auto guessed = guess_mapping({}, rows, "mentors.csv");
  auto planned = plan({}, text, "mentors.csv");
  planned.rows[1].choice = RowChoice::add;
  planned.rows[2].choice = RowChoice::leave_out;

  const auto command =
      import_command({}, planned, "mentors.csv", guessed.mapping, guessed.new_fields);

  ASSERT_EQ(command.added.size(), 2U);
  EXPECT_EQ(command.added[1].name, "Lukasz Nowakowski");
}

TEST(Import, SaysWhichRowsAreUnusableAndWhy) {
  const auto planned =
      plan({},
           "Name,Role,Town\nAda,mentor,Oslo\n,mentor,Oslo\nBo,gardener,Oslo\n" +
               std::string(401, 'x') + ",mentee,Oslo\nDi,mentee,Oslo\n" +
               "Ed,mentor,x\nFy,both,x\nGo,mentee,x\nHu,mentee,x\nIb,mentor,x\n",
           "people.csv");
  ASSERT_EQ(planned.rows.size(), 10U);
  EXPECT_EQ(planned.counts.unusable, 3U);
  EXPECT_EQ(planned.rows[1].reason, RowReason::no_name);
  EXPECT_EQ(planned.rows[1].number, 3U);
  EXPECT_EQ(planned.rows[2].reason, RowReason::role_not_understood);
  EXPECT_EQ(planned.rows[2].where, "gardener");
  EXPECT_EQ(planned.rows[3].reason, RowReason::name_too_long);
}

TEST(Import, ACellThatIsNotUnderstoodDoesNotLoseItsRow) {
  Programme programme;
  programme.fields = {test::field("Grade", FieldKind::scale, {"AA", "AO"})};
  const auto planned =
      plan(programme, "Name,Grade,E-mail\nAda,Emperor,nobody\nBo,ao,bo@x.org\n", "mentors.csv");

  EXPECT_EQ(planned.counts.fresh, 2U);
  EXPECT_EQ(planned.rows[0].not_understood.at(0).text, "Emperor");
  EXPECT_EQ(planned.rows[1].said.answers.at(test::key("grade")).values.at(0), "AO");
}

TEST(SamplePeople, AreAllUnderstoodWithAndWithoutTheirPreset) {
  const auto preset =
      read_preset(pairbook::test::source_file("web/presets/community-mentoring.json"));
  ASSERT_TRUE(preset) << preset.error().where << ' ' << preset.error().detail;
  const std::string mentors = pairbook::test::source_file("web/sample/mentors.csv");
  const std::string mentees = pairbook::test::source_file("web/sample/mentees.csv");
  Programme prepared;
  prepared.fields = preset->fields;
  for (const Programme& programme : {Programme{}, prepared}) {
    EXPECT_EQ(plan(programme, mentors, "mentors.csv").counts.cells_not_understood, 0U);
    const Programme half = with_imported(programme, mentors, "mentors.csv");
    const Programme all = with_imported(half, mentees, "mentees.csv");
    EXPECT_EQ(count_roles(all, {true, false}), 24U);
    EXPECT_EQ(count_roles(all, {false, true}), 36U);
    EXPECT_EQ(find_field(all, test::key("stage"))->kind, FieldKind::scale);
  }
}

TEST(PreviewRows, ShowsCellsInCanonicalWords) {
  Programme programme;
  programme.fields = {test::field("Grade", FieldKind::scale, {"AA", "AO"})};
  const Table rows = table("Name,Grade\nAda,ao\nBo,??\n");
  const auto guessed = guess_mapping(programme, rows, "mentors.csv");

  const auto preview = preview_rows(programme, rows, guessed.mapping, guessed.new_fields, 5);

  ASSERT_EQ(preview.size(), 2U);
  EXPECT_EQ(preview[0].cells[1], (UnderstoodCell{"AO", true}));
  EXPECT_EQ(preview[1].cells[1], (UnderstoodCell{"??", false}));
  EXPECT_EQ(preview[0].roles, (Roles{true, false}));
}

TEST(ImportPlanner, StepsComeToTheSameAsAllAtOnce) {
  const Table rows = table(mentors_file);
  const auto guessed = guess_mapping({}, rows, "small_mentors.csv");
  const Programme programme;
  base::SeededRandom one(5), other(5);
  ImportPlanner planner(programme, rows, guessed.mapping, guessed.new_fields, one);
  EXPECT_EQ(planner.step(3).rows, 3U);
  EXPECT_TRUE(planner.step(3).done);
  EXPECT_EQ(planner.take(),
            plan_import(programme, rows, guessed.mapping, guessed.new_fields, other));
}

TEST(Import, EastAsianNamesArePutTogetherAsPeopleWriteThem) {
  const Programme programme =
      with_imported({}, "First name,Last name\n小龍,李\nAda,Byron\n", "mentors.csv");
  std::set<std::string> names;
  for (const auto& [id, person] : programme.people) names.insert(person.name);
  EXPECT_EQ(names, (std::set<std::string>{"Ada Byron", "李小龍"}));
}

}  // namespace
TEST(Roster, AnImportInSmallStepsIsTheSameAsAllAtOnce) {
  const Programme known = with_imported(
      {}, "Name,E-mail,Role,Skills\nAmina,a@x.org,mentor,law\nBo,b@x.org,mentee,\n", "a.csv");
  const Table rows = table(
      "Name,E-mail,Role,Skills\nAmina,a@x.org,mentor,maths\nCy,c@x.org,mentee,law\n"
      "Cy,c@x.org,mentee,\"law, maths\"\nDi Dee,,mentor,law\nDee Di,,mentor,\n,,,\n");
  const auto guessed = guess_mapping(known, rows, "b.csv");
  base::SeededRandom at_once(9), in_steps(9);
  const auto planned = plan_import(known, rows, guessed.mapping, guessed.new_fields, at_once);
  const auto command =
      import_command(known, planned, "b.csv", guessed.mapping, guessed.new_fields);

  MappingGuesser guesser(known, rows, "b.csv");
  for (auto told = guesser.step(); !told.done; told = guesser.step()) {
    EXPECT_LT(told.steps, told.steps_in_all);
  }
  EXPECT_EQ(guesser.take(), guessed);
  ImportPlanner planner(known, rows, guessed.mapping, guessed.new_fields, in_steps);
  EXPECT_EQ(planner.step(1).rows, 0U);  // first who is known already
  while (!planner.step(1).done) {
  }
  const ImportPlan plan = planner.take();
  EXPECT_EQ(plan, planned);
  ImportWriter writer(known, plan, "b.csv", guessed.mapping, guessed.new_fields);
  EXPECT_FALSE(writer.step(1));
  while (!writer.step(1)) {
  }
  const auto written = writer.take();
  EXPECT_EQ(written.added, command.added);
  EXPECT_EQ(written.changed, command.changed);
  EXPECT_EQ(written.mapping, command.mapping);
  EXPECT_FALSE(written.changed.empty());
}

}  // namespace pairbook::codec
