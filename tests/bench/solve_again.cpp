// Solves one question seven times: what remains when the program is warm. solve_again FILE
#include <cstdio>
#include <ctime>

#include "pairbook/matching/solve_instance.hpp"

int main(int count, char** words) {
  using namespace pairbook;
  std::FILE* const file = count == 2 ? std::fopen(words[1], "rb") : nullptr;
  if (file == nullptr) return 2;
  base::Bytes text(std::size_t{1} << 28U);
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  const auto instance = matching::read_instance(text);
  if (!instance) return 2;
  text = {};
  for (int round = 0; round < 7; ++round) {
    const std::clock_t start = std::clock();
    const auto solved = matching::solve_instance(*instance, matching::Proof::stated);
    if (!solved || !solved->optimal) return 1;
    std::printf("%.4f ", static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::puts("");
  return 0;
}
