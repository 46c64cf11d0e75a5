#include "pairbook/domain/person.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::domain {

base::Result<Email> Email::from(std::string_view text) {
  const std::string_view inner = base::trim(text);
  const std::size_t at = inner.find('@');
  const bool plain = std::none_of(inner.begin(), inner.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';' || c == '<' ||
           c == '>' || c == '"' || c == 0x7F;
  });
  if (!plain || !base::is_utf8(inner) || inner.size() > 254 || at == std::string_view::npos ||
      at == 0 || at + 1 == inner.size() || inner.find('@', at + 1) != std::string_view::npos) {
    return base::fail(base::Errc::invalid_input, std::string(inner), "not an e-mail address");
  }
  Email email;
  email.text_ = inner;
  return email;
}

std::string Email::folded() const {
  return base::fold_case(text_);
}

void change(Person& person, const PersonPatch& patch) {
  if (patch.name) person.name = *patch.name;
  if (patch.called) person.called = *patch.called;
  if (patch.email) person.email = *patch.email;
  if (patch.roles) person.roles = *patch.roles;
  if (patch.places) person.places = *patch.places;
  if (patch.withdrawn) person.withdrawn = *patch.withdrawn;
  for (const auto& [key, answer] : patch.answers) {
    if (answer.empty()) {
      person.answers.erase(key);
    } else {
      person.answers[key] = answer;
    }
  }
}

PersonPatch difference(const Person& from, const Person& to) {
  PersonPatch patch;
  if (from.name != to.name) patch.name = to.name;
  if (from.called != to.called) patch.called = to.called;
  if (from.email != to.email) patch.email = to.email;
  if (from.roles != to.roles) patch.roles = to.roles;
  if (from.places != to.places) patch.places = to.places;
  if (from.withdrawn != to.withdrawn) patch.withdrawn = to.withdrawn;
  for (const auto& [key, answer] : to.answers) {
    const auto before = from.answers.find(key);
    if (before == from.answers.end() || before->second != answer) patch.answers[key] = answer;
  }
  for (const auto& [key, answer] : from.answers) {
    if (!to.answers.contains(key)) patch.answers[key] = Answer{};
  }
  return patch;
}

const std::string& greeting_name(const Person& person) {
  return person.called.empty() ? person.name : person.called;
}

}  // namespace pairbook::domain
