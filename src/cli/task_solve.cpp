#include "cli/solve_file.hpp"
#include "cli/tasks.hpp"

namespace pairbook::cli {

Outcome<Done> run(const Solve& task, const Shell&) {
  SolveReport report = solve_file(task.file, task.certificate);
  if (!report.mistake.empty()) return refuse(Status::bad_input, report.mistake);
  return Done{std::move(report.text), {}, Status::fine};
}

}  // namespace pairbook::cli
