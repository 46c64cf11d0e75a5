#include <gtest/gtest.h>

#include "codec/some_files.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

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

TEST(GuessMapping, TheFilesNameOrItsCellsTellWhoIsInIt) {
  EXPECT_EQ(guess(mentees_file, "/data/mentor-match/small_mentees.csv").mapping.role,
            FileRole::mentees);
  EXPECT_EQ(guess(mentees_file, "mentor match, mentees.csv").mapping.role, FileRole::mentees);
  EXPECT_EQ(guess(mentees_file, "pasted").mapping.role, FileRole::mentees);
  EXPECT_EQ(
      guess("Name,Town\nAda Byron,Oslo\nBo Ek,Rome\n", "mentors and mentees.csv").mapping.role,
      FileRole::from_column);
}

TEST(GuessMapping, NamesMadeUpOfTheWordsForRolesAreNames) {
  const auto guessed =
      guess("Name,Role\nMentor 1,mentor\nMentee 1,mentee\nMentee 2,mentee\n", "people.csv");

  EXPECT_EQ(meaning(guessed, 0), Meaning::name);
  EXPECT_EQ(meaning(guessed, 1), Meaning::role);
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

}  // namespace
}  // namespace pairbook::codec
