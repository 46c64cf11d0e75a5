#include "match_job.hpp"

#include "pairbook/matching/outlook.hpp"

namespace pairbook::app {

namespace {

/// Tells how far it is in thousandths, and remembers when it was no longer wanted.
struct Telling {
  Progress& progress;
  bool wanted = true;

  matching::KeepGoing keep_going() {
    return [this](std::uint64_t done, std::uint64_t total) {
      constexpr std::uint64_t parts = 1000;
      const std::uint64_t part = total == 0 ? 0 : done * parts / total;
      wanted = wanted && progress.report(static_cast<std::uint32_t>(part), parts);
      return wanted;
    };
  }
};

}  // namespace

base::Result<base::Bytes> match_job(base::BytesView input, Progress& progress) {
  const auto problem = matching::decode_problem(input);
  if (!problem) return base::pass_on(problem);
  Telling telling{progress};
  const auto solution = matching::solve(*problem, telling.keep_going());
  if (!telling.wanted) return base::fail(base::Errc::cancelled);
  if (!solution) return base::pass_on(solution);
  return matching::encode_solution(*solution);
}

base::Bytes outlook_input(const matching::Proposal& proposal) {
  base::ByteWriter out;
  out.blob(matching::encode_problem(proposal.fit.problem));
  out.blob(matching::encode_solution(proposal.solution));
  return out.take();
}

base::Result<base::Bytes> outlook_job(base::BytesView input, Progress& progress) {
  base::ByteReader reader(input);
  const base::BytesView problem_bytes = reader.blob(reader.left());
  const base::BytesView solution_bytes = reader.blob(reader.left());
  if (const base::Done whole = reader.finish(); !whole) return base::pass_on(whole);
  const auto problem = matching::decode_problem(problem_bytes);
  if (!problem) return base::pass_on(problem);
  const auto solution = matching::decode_solution(solution_bytes, *problem);
  if (!solution) return base::pass_on(solution);
  Telling telling{progress};
  const auto outlook = matching::look_out(*problem, *solution, telling.keep_going());
  if (!telling.wanted) return base::fail(base::Errc::cancelled);
  if (!outlook) return base::pass_on(outlook);
  return matching::encode_outlook(*outlook);
}

}  // namespace pairbook::app
