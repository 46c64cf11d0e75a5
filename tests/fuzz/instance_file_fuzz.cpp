// A question as plain text: refused with a place in the file, or solved with a proof that
// holds.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "pairbook/matching/solve_instance.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto instance = matching::read_instance(std::as_bytes(std::span(data, size)));
  if (!instance) {
    if (instance.error().where.empty()) std::abort();
    return 0;
  }
  // A short file may tell of millions who have nobody to go to.
  const auto* file = std::get_if<matching::PairsFile>(&*instance);
  if (file != nullptr &&
      file->question.mentees.size() + file->question.mentors.size() > 10'000) {
    return 0;
  }
  const auto solved = matching::solve_instance(*instance, matching::Proof::checked);
  if (!solved) {
    if (solved.error().code == base::Errc::corrupt) std::abort();
    return 0;
  }
  if (!solved->optimal || solved->bound != solved->objective) std::abort();
  return 0;
}
