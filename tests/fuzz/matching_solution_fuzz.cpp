// Bytes of a Solution of three mentees and two mentors: refused, or written back the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "pairbook/matching/solution.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  matching::Problem problem;
  problem.mentees.resize(3);
  problem.mentors.resize(2);
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto solution = matching::decode_solution(bytes, problem);
  if (!solution) return 0;
  const base::Bytes again = matching::encode_solution(*solution);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  return 0;
}
