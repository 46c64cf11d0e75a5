#include "header_words.hpp"

#include <algorithm>
#include <array>

#include "pairbook/base/text.hpp"

namespace pairbook::codec {

namespace {

using domain::FileRole;
using domain::Roles;

struct Phrase {
  Topic topic;
  std::string_view words;  // folded
};

// In the order in which they are tried: "first name" is about the given name before "name" is
// about the whole one.
constexpr Phrase phrases[] = {
    {Topic::about_the_form, "timestamp"},
    {Topic::about_the_form, "zeitstempel"},
    {Topic::about_the_form, "horodateur"},
    {Topic::about_the_form, "marca temporal"},
    {Topic::about_the_form, "carimbo de data hora"},
    {Topic::about_the_form, "informazioni cronologiche"},
    {Topic::about_the_form, "tijdstempel"},
    {Topic::about_the_form, "sygnatura czasowa"},
    {Topic::about_the_form, "start time"},
    {Topic::about_the_form, "completion time"},
    {Topic::about_the_form, "submitted at"},
    {Topic::about_the_form, "do you agree"},
    {Topic::about_the_form, "i agree"},
    {Topic::about_the_form, "consent"},
    {Topic::email, "e mail address"},
    {Topic::email, "email address"},
    {Topic::email, "e mail"},
    {Topic::email, "email"},
    {Topic::email, "mail"},
    {Topic::email, "e mail adresse"},
    {Topic::email, "adresse e mail"},
    {Topic::email, "adresse mail"},
    {Topic::email, "courriel"},
    {Topic::email, "correo electronico"},
    {Topic::email, "correo"},
    {Topic::email, "endereco de email"},
    {Topic::email, "posta elettronica"},
    {Topic::email, "indirizzo email"},
    {Topic::email, "e mailadres"},
    {Topic::email, "emailadres"},
    {Topic::email, "adres e mail"},
    {Topic::email, "adres email"},
    {Topic::called, "preferred name"},
    {Topic::called, "known as"},
    {Topic::called, "called"},
    {Topic::called, "nickname"},
    {Topic::called, "rufname"},
    {Topic::called, "spitzname"},
    {Topic::called, "prenom d usage"},
    {Topic::called, "surnom"},
    {Topic::called, "apodo"},
    {Topic::called, "apelido preferido"},
    {Topic::called, "soprannome"},
    {Topic::called, "roepnaam"},
    {Topic::called, "imie uzywane"},
    {Topic::given_name, "first name"},
    {Topic::given_name, "firstname"},
    {Topic::given_name, "given name"},
    {Topic::given_name, "given names"},
    {Topic::given_name, "forename"},
    {Topic::given_name, "vorname"},
    {Topic::given_name, "prenom"},
    {Topic::given_name, "nombre de pila"},
    {Topic::given_name, "primeiro nome"},
    {Topic::given_name, "voornaam"},
    {Topic::given_name, "imie"},
    {Topic::family_name, "last name"},
    {Topic::family_name, "lastname"},
    {Topic::family_name, "surname"},
    {Topic::family_name, "family name"},
    {Topic::family_name, "nachname"},
    {Topic::family_name, "familienname"},
    {Topic::family_name, "nom de famille"},
    {Topic::family_name, "apellido"},
    {Topic::family_name, "apellidos"},
    {Topic::family_name, "sobrenome"},
    {Topic::family_name, "apelido"},
    {Topic::family_name, "cognome"},
    {Topic::family_name, "achternaam"},
    {Topic::family_name, "nazwisko"},
    {Topic::name, "imie i nazwisko"},
    {Topic::name, "full name"},
    {Topic::name, "name"},
    {Topic::name, "participant"},
    {Topic::name, "nom et prenom"},
    {Topic::name, "nom complet"},
    {Topic::name, "nom"},
    {Topic::name, "nombre completo"},
    {Topic::name, "nombre y apellidos"},
    {Topic::name, "nombre"},
    {Topic::name, "nome completo"},
    {Topic::name, "nome e cognome"},
    {Topic::name, "nome"},
    {Topic::name, "naam"},
    {Topic::role, "role"},
    {Topic::role, "mentor or mentee"},
    {Topic::role, "mentor mentee"},
    {Topic::role, "participant type"},
    {Topic::role, "type"},
    {Topic::role, "i am a"},
    {Topic::role, "rolle"},
    {Topic::role, "rol"},
    {Topic::role, "papel"},
    {Topic::role, "funcao"},
    {Topic::role, "ruolo"},
    {Topic::role, "rola"},
    {Topic::places, "capacity"},
    {Topic::places, "places"},
    {Topic::places, "number of mentees"},
    {Topic::places, "how many mentees"},
    {Topic::places, "max mentees"},
    {Topic::places, "maximum mentees"},
    {Topic::places, "mentees you can take"},
    {Topic::places, "kapazitat"},
    {Topic::places, "platze"},
    {Topic::places, "anzahl mentees"},
    {Topic::places, "nombre de mentores"},
    {Topic::places, "plazas"},
    {Topic::places, "capacidad"},
    {Topic::places, "vagas"},
    {Topic::places, "capacidade"},
    {Topic::places, "posti"},
    {Topic::places, "capienza"},
    {Topic::places, "plaatsen"},
    {Topic::places, "aantal mentees"},
    {Topic::places, "liczba miejsc"},
    {Topic::places, "miejsca"},
    {Topic::time_zone, "time zone"},
    {Topic::time_zone, "timezone"},
    {Topic::time_zone, "zeitzone"},
    {Topic::time_zone, "fuseau horaire"},
    {Topic::time_zone, "zona horaria"},
    {Topic::time_zone, "huso horario"},
    {Topic::time_zone, "fuso horario"},
    {Topic::time_zone, "fuso orario"},
    {Topic::time_zone, "tijdzone"},
    {Topic::time_zone, "strefa czasowa"},
    {Topic::availability, "availability"},
    {Topic::availability, "available"},
    {Topic::availability, "free times"},
    {Topic::availability, "verfugbarkeit"},
    {Topic::availability, "disponibilite"},
    {Topic::availability, "disponibilites"},
    {Topic::availability, "disponibilidad"},
    {Topic::availability, "disponibilidade"},
    {Topic::availability, "disponibilita"},
    {Topic::availability, "beschikbaarheid"},
    {Topic::availability, "dostepnosc"},
    {Topic::languages, "languages"},
    {Topic::languages, "language"},
    {Topic::languages, "sprachen"},
    {Topic::languages, "sprache"},
    {Topic::languages, "langues"},
    {Topic::languages, "langue"},
    {Topic::languages, "idiomas"},
    {Topic::languages, "idioma"},
    {Topic::languages, "linguas"},
    {Topic::languages, "lingue"},
    {Topic::languages, "talen"},
    {Topic::languages, "jezyki"},
    {Topic::list, "skills"},
    {Topic::list, "interests"},
    {Topic::list, "topics"},
    {Topic::list, "characteristics"},
    {Topic::list, "hobbies"},
    {Topic::list, "fahigkeiten"},
    {Topic::list, "kenntnisse"},
    {Topic::list, "interessen"},
    {Topic::list, "competences"},
    {Topic::list, "interets"},
    {Topic::list, "habilidades"},
    {Topic::list, "intereses"},
    {Topic::list, "competencias"},
    {Topic::list, "interesses"},
    {Topic::list, "competenze"},
    {Topic::list, "interessi"},
    {Topic::list, "vaardigheden"},
    {Topic::list, "umiejetnosci"},
    {Topic::list, "zainteresowania"},
    {Topic::long_text, "biography"},
    {Topic::long_text, "bio"},
    {Topic::long_text, "about you"},
    {Topic::long_text, "about me"},
    {Topic::long_text, "goals"},
    {Topic::long_text, "motivation"},
    {Topic::long_text, "comments"},
    {Topic::long_text, "notes"},
    {Topic::long_text, "ziele"},
    {Topic::long_text, "bemerkungen"},
    {Topic::long_text, "objectifs"},
    {Topic::long_text, "objetivos"},
    {Topic::long_text, "obiettivi"},
    {Topic::long_text, "doelen"},
    {Topic::long_text, "cele"},
};

/// Somebody or something else's name or address: "Line manager's e-mail", "Name of your
/// school".
constexpr std::string_view others[] = {
    "manager",    "supervisor",  "boss",        "organisation", "organization", "company",
    "employer",   "department",  "agency",      "job",          "title",        "school",
    "university", "college",     "emergency",   "parent",       "guardian",     "partner",
    "referee",    "team",        "project",     "file",         "user",         "vorgesetzte",
    "firma",      "unternehmen", "entreprise",  "empresa",      "azienda",      "bedrijf",
    "chef",       "responsable", "organizacja", "szkola",       "schule",       "ecole",
    "may",        "want",        "wish",        "would",        "prefer"};

constexpr std::string_view mentee_words[] = {
    "mentee",      "mentees",     "mentorado", "mentorada",   "mentorados",
    "protege",     "protegee",    "proteges",  "mentoree",    "mentorand",
    "mentorandin", "telemaco",    "aprendiz",  "podopieczny", "podopieczna",
    "mentorowany", "mentorowana", "filleul",   "filleule"};
constexpr std::string_view both_words[] = {"both",  "beide",   "beides",   "deux",
                                           "ambos", "ambas",   "entrambi", "oba",
                                           "obie",  "obydwie", "tous"};
constexpr std::string_view neither_words[] = {"neither", "none",    "keine", "aucun", "ninguno",
                                              "nenhum",  "nessuno", "geen",  "zadna"};

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_mentee_word(std::string_view word) {
  return among(mentee_words, word);
}
bool is_mentor_word(std::string_view word) {
  return word.starts_with("mentor") && !is_mentee_word(word) && word != "mentoring" &&
         word != "mentorship";
}

/// French "mentoré" is a mentee, Italian "mentore" a mentor: the accent tells.
bool has_mentore_accent(std::string_view text) {
  return text.find("entor\xC3\xA9") != std::string_view::npos ||
         text.find("ENTOR\xC3\x89") != std::string_view::npos;
}

Roles roles_named(std::string_view text) {
  Roles roles;
  const bool accent = has_mentore_accent(text);
  for (const std::string& word : words_of(text)) {
    const bool mentore = accent && word.starts_with("mentore");
    if (is_mentee_word(word) || mentore) roles.mentee = true;
    if (is_mentor_word(word) && !mentore) roles.mentor = true;
  }
  return roles;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = base::fold_case(text);
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(folded, at);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                        (c >= 0xC0 && (c < 0x2000 || c > 0x206F) && c != 0xFFFD);
    if (letter && !open) words.emplace_back();
    if (letter) words.back().append(folded, start, at - start);
    open = letter;
  }
  return words;
}

std::optional<TopicFound> topic_of(std::string_view header) {
  const auto words = words_of(header);
  const std::string whole = base::join(words, " ");
  for (const Phrase& phrase : phrases) {
    if (whole == phrase.words) return TopicFound{phrase.topic, true};
  }
  const bool about_others = std::any_of(words.begin(), words.end(),
                                        [](const auto& word) { return among(others, word); });
  const std::string framed = " " + whole + " ";
  for (const Phrase& phrase : phrases) {
    const bool person = phrase.topic <= Topic::called && phrase.topic != Topic::role;
    if (phrase.topic == Topic::role || (person && about_others)) continue;
    if (framed.find(" " + std::string(phrase.words) + " ") != std::string::npos) {
      return TopicFound{phrase.topic, false};
    }
  }
  return std::nullopt;
}

std::optional<Roles> read_role(std::string_view cell) {
  Roles roles = roles_named(cell);
  if (roles.mentor || roles.mentee) return roles;
  for (const std::string& word : words_of(cell)) {
    if (among(both_words, word)) return Roles{true, true};
    if (among(neither_words, word)) return Roles{};
  }
  return std::nullopt;
}

bool says_withdrawn(std::string_view cell) {
  return base::fold_case(cell).find("(withdrawn)") != std::string::npos;
}

std::optional<Roles> role_if_yes(std::string_view header) {
  const Roles roles = roles_named(header);
  if (roles.mentor == roles.mentee) return std::nullopt;
  for (const std::string& word : words_of(header)) {
    // "Do you have a mentor?", "Do you want a mentor?" are about somebody else.
    if (word == "as" || word == "become" || word == "be" || word == "als" || word == "comme" ||
        word == "como" || word == "come" || word == "jako" || word == "am" || word == "are") {
      return roles;
    }
  }
  return words_of(header).size() == 1 ? std::optional(roles) : std::nullopt;
}

FileRole file_role(std::string_view file_name) {
  const std::size_t folder = file_name.find_last_of("/\\");
  if (folder != std::string_view::npos) file_name.remove_prefix(folder + 1);
  Roles roles = roles_named(file_name);
  if (roles.mentor && roles.mentee) {
    // "mentor-match mentees.csv" holds mentees: people come in the plural.
    const auto words = words_of(file_name);
    const auto has = [&](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    roles = {has("mentors"), has("mentees")};
  }
  if (roles.mentor == roles.mentee) return FileRole::from_column;
  return roles.mentor ? FileRole::mentors : FileRole::mentees;
}

}  // namespace pairbook::codec
