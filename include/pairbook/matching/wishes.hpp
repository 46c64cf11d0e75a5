#pragma once

#include <vector>

#include "pairbook/domain/programme.hpp"

namespace pairbook::matching {

/// The questions in which mentors, or mentees, say whom they wish for, as the rules read them.
[[nodiscard]] std::vector<domain::FieldKey> wish_questions(const domain::Rules& rules,
                                                           domain::Side side);

/// Whether the person names the other there, by e-mail address or whole name.
[[nodiscard]] bool names(const domain::Person& person, const domain::FieldKey& question,
                         const domain::Person& other);

}  // namespace pairbook::matching
