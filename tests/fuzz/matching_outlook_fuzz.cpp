// Bytes of an Outlook of three mentees and two mentors: refused, or written back the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "pairbook/matching/outlook.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  matching::Problem problem;
  problem.mentees.resize(3);
  problem.mentors.resize(2);
  problem.tests.resize(1);
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto outlook = matching::decode_outlook(bytes, problem);
  if (!outlook) return 0;
  const base::Bytes again = matching::encode_outlook(*outlook);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  return 0;
}
