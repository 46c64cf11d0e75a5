#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pairbook/base/id.hpp"
#include "pairbook/domain/field.hpp"

namespace pairbook::domain {

using PersonId = base::Id<struct PersonTag>;

/// A person in one of the two roles of a pair: they do not mix.
struct MentorId {
  PersonId person;
  auto operator<=>(const MentorId&) const = default;
};
struct MenteeId {
  PersonId person;
  auto operator<=>(const MenteeId&) const = default;
};

/// An address that looks like one: something@something, no blanks, at most 254 bytes.
class Email {
 public:
  /// Errors: invalid_input.
  [[nodiscard]] static base::Result<Email> from(std::string_view text);
  [[nodiscard]] const std::string& text() const { return text_; }
  /// For finding the same person twice: without case.
  [[nodiscard]] std::string folded() const;
  auto operator<=>(const Email&) const = default;

 private:
  std::string text_;
};

/// Mentor, mentee, or both; somebody with neither takes no part in matching.
struct Roles {
  bool mentor = false;
  bool mentee = false;
  auto operator<=>(const Roles&) const = default;
};

/// A participant as the coordinator knows them.
struct Person {
  PersonId id;
  std::string name;    // as the person writes it, whole
  std::string called;  // in a greeting ("Dear Amina"); empty means the whole name
  std::optional<Email> email;
  Roles roles;
  int places = 1;          // mentees a mentor takes at the same time, 0..1000
  bool withdrawn = false;  // keeps the record, takes no part
  std::map<FieldKey, Answer> answers;

  bool operator==(const Person&) const = default;
};

/// Changes to one person: what is absent stays as it is. An empty answer clears it.
struct PersonPatch {
  std::optional<std::string> name;
  std::optional<std::string> called;
  std::optional<std::optional<Email>> email;
  std::optional<Roles> roles;
  std::optional<int> places;
  std::optional<bool> withdrawn;
  std::map<FieldKey, Answer> answers;

  [[nodiscard]] bool empty() const { return *this == PersonPatch{}; }
  bool operator==(const PersonPatch&) const = default;
};

void change(Person& person, const PersonPatch& patch);
/// The patch that leads from one to the other: empty when they differ in nothing but the id.
[[nodiscard]] PersonPatch difference(const Person& from, const Person& to);

/// The name in a greeting.
[[nodiscard]] const std::string& greeting_name(const Person& person);

}  // namespace pairbook::domain
