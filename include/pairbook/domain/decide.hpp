#pragma once

#include <vector>

#include "pairbook/base/result.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/command.hpp"

namespace pairbook::domain {

/// Who is acting and when. Only shells know; everything below is told.
struct Moment {
  base::Instant when;
  base::Date today;
};

/// The ops a command comes to, in order, or the reason why it cannot be done.
///
/// Shape:  people of an import come in ops of at most people_per_op, so that one op stays a
/// small
///         piece of the history. No op means there was nothing to change.
/// Errors: invalid_input (what is wrong, in `where`), not_found, conflict (the programme has
/// moved
///         on: a pair that has already ended, a mentor without a free place).
[[nodiscard]] base::Result<std::vector<Op>> decide(const Programme& programme,
                                                   const Command& command,
                                                   const Moment& moment);

inline constexpr std::size_t people_per_op = 200;

// Limits people can meet; each refusal names its limit.
inline constexpr std::size_t max_people = 200'000;
inline constexpr std::size_t max_fields = 200;
inline constexpr std::size_t max_rules = 100;
inline constexpr std::size_t max_name_bytes = 400;
inline constexpr std::size_t max_kept_proposals = 20;
inline constexpr std::size_t max_proposal_name = 80;  // characters
inline constexpr std::size_t max_answer_bytes = 32 * 1024;

}  // namespace pairbook::domain
