#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pairbook/domain/programme.hpp"

namespace pairbook::matching {

/// The questions in which mentors, or mentees, say whom they wish for, as the rules read them.
[[nodiscard]] std::vector<domain::FieldKey> wish_questions(const domain::Rules& rules,
                                                           domain::Side side);

/// Whether the person names the other there, by e-mail address or whole name.
[[nodiscard]] bool names(const domain::Person& person, const domain::FieldKey& question,
                         const domain::Person& other);

/// A name among somebody's wishes, and who may be meant: nobody, one, or several of one name.
struct Wish {
  std::string name;
  std::vector<domain::PersonId> meant;
};
struct Wisher {
  domain::PersonId by;
  std::vector<Wish> wishes;  // the dearest first
};
/// Everybody of this side who takes part, by id, whether they wish for anybody or not.
[[nodiscard]] std::vector<Wisher> wishes_of(const domain::Programme& programme,
                                            domain::Side side);
/// By name: those of this side whose whole name or e-mail address it is.
[[nodiscard]] std::vector<std::vector<domain::PersonId>> people_called(
    const domain::Programme& programme, domain::Side side,
    const std::vector<std::string>& names);
/// The names in what somebody typed or a cell holds.
[[nodiscard]] std::vector<std::string> wished_names(std::string_view text);

}  // namespace pairbook::matching
