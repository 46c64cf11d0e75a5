#pragma once

#include "pairbook/domain/decide.hpp"

namespace pairbook::domain {

// What a person or a question must be before it enters the programme. Errors name the part.

[[nodiscard]] base::Done check_person(const Programme& programme, const Person& person);
[[nodiscard]] base::Done check_field(const Field& field);

/// People of an import, in ops of at most people_per_op.
[[nodiscard]] base::Result<std::vector<Op>> decide_import(const Programme& programme,
                                                          const ImportPeople& command);

}  // namespace pairbook::domain
