// LEMON on a .pbm file: lemon_question simplex|scaling FILE. Says what `pairbook solve` says;
// the clock runs from the list of arcs to the cost, so its graph is built within, as ours is.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/question_as_flow.hpp"
#include "cli/solve_file.hpp"
#include "pairbook/matching/instance_file.hpp"

int main(int count, char** words) {
  if (count != 3) return 2;
  using namespace pairbook;
  Flow flow;
  {
    std::ifstream in(words[2]);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto instance = matching::read_instance(base::bytes_of(text));
    const auto* file = instance ? std::get_if<matching::PairsFile>(&*instance) : nullptr;
    if (file == nullptr) return 2;
    matching::Assignment question = file->question;
    // As costs, so that the least cost is the format's objective.
    for (auto& arc : question.arcs) arc.score -= 10'000;
    for (auto& mentee : question.mentees) mentee.penalty = file->unmatched;
    flow = bench::flow_of(question);
  }
  const std::clock_t start = std::clock();
  const std::int64_t cost =
      std::string(words[1]) == "simplex" ? by_network_simplex(flow) : by_cost_scaling(flow);
  const auto took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("objective %lld seconds %.3f peak_mib %.3f\n", static_cast<long long>(cost), took,
              static_cast<double>(cli::peak_memory_bytes()) / (1024 * 1024));
  return 0;
}
