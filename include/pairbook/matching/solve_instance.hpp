#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/matching/instance_file.hpp"

namespace pairbook::matching {

/// The answer to a question from a file, in the words of its format.
struct SolvedInstance {
  std::int64_t objective = 0;  // what the format wants least or most of
  std::int64_t bound = 0;      // of the objective, from the certificate
  std::uint32_t matched = 0;   // pairs
  bool optimal = false;
  std::vector<Couple> pairs;  // by the first number
};

enum class Proof : std::uint8_t { stated, checked };

/// Solves it; `checked` has check_certificate() look at the answer too.
/// Errors: those of assign(), assign_dense() and check_certificate().
[[nodiscard]] base::Result<SolvedInstance> solve_instance(const Instance& instance,
                                                          Proof proof);

/// A number for a list of pairs, to compare two runs by: FNV-1a over the numbers, 16 hex
/// digits.
[[nodiscard]] std::string hash_of(const std::vector<Couple>& pairs);

}  // namespace pairbook::matching
