#include "match_job.hpp"

#include "pairbook/matching/solution.hpp"

namespace pairbook::app {

base::Result<base::Bytes> match_job(base::BytesView input, Progress& progress) {
  const auto problem = matching::decode_problem(input);
  if (!problem) return base::pass_on(problem);
  bool wanted = true;
  const auto solution = matching::solve(*problem, [&](std::uint64_t done, std::uint64_t total) {
    constexpr std::uint64_t parts = 1000;
    const std::uint64_t part = total == 0 ? 0 : done * parts / total;
    wanted = wanted && progress.report(static_cast<std::uint32_t>(part), parts);
    return wanted;
  });
  if (!wanted) return base::fail(base::Errc::cancelled);
  if (!solution) return base::pass_on(solution);
  return matching::encode_solution(*solution);
}

}  // namespace pairbook::app
