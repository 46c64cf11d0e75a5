// Bytes of a Problem: refused, or written back the same and safe to solve.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "pairbook/matching/solution.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto problem = matching::decode_problem(bytes);
  if (!problem) return 0;
  const base::Bytes again = matching::encode_problem(*problem);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  if (problem->mentees.size() * problem->mentors.size() > 10'000) return 0;
  const auto solution = matching::solve(*problem);
  if (!solution) return 0;
  if (!matching::decode_solution(matching::encode_solution(*solution), *problem)) std::abort();
  return 0;
}
