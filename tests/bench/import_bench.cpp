// Import of 50,000 rows of 12 columns: reading, guessing what columns mean, planning every row.
// The peer is Python's csv module (written in C), which reads the same file in the same run and
// does nothing else with it: its figure compares with ReadTable alone.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/people_file.hpp"
#include "pairbook/codec/import_plan.hpp"

namespace {

using namespace pairbook;

constexpr std::size_t rows = 50'000;

const std::string& the_file() {
  static const std::string text = bench::people_file(rows);
  return text;
}

void read_rows(benchmark::State& state) {
  for (auto _ : state) {
    auto table = codec::read_table(base::bytes_of(the_file()));
    if (!table || table->rows.size() != rows) state.SkipWithError("not read");
    benchmark::DoNotOptimize(table);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(the_file().size()));
}

void read_guess_and_plan(benchmark::State& state) {
  const domain::Programme programme;
  for (auto _ : state) {
    const auto table = codec::read_table(base::bytes_of(the_file()));
    const auto guessed = codec::guess_mapping(programme, *table, "people.csv");
    base::SeededRandom random(1);
    const auto plan =
        codec::plan_import(programme, *table, guessed.mapping, guessed.new_fields, random);
    if (plan.counts.unusable != 0 || plan.rows.size() != rows)
      state.SkipWithError("not planned");
    benchmark::DoNotOptimize(plan);
  }
}

void python_csv(benchmark::State& state) {
  const std::string path = "/tmp/pairbook_import_bench.csv";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return state.SkipWithError("no file");
  std::fwrite(the_file().data(), 1, the_file().size(), file);
  std::fclose(file);
  const std::string command =
      "python3 -c \"import csv,time;t=time.perf_counter();"
      "r=list(csv.reader(open('" +
      path +
      "',encoding='utf-8',newline='')));"
      "assert len(r)==50001;print(time.perf_counter()-t)\"";
  for (auto _ : state) {
    std::FILE* python = popen(command.c_str(), "r");
    double seconds = 0;
    if (python == nullptr || std::fscanf(python, "%lf", &seconds) != 1) {
      state.SkipWithError("no python3");
    }
    if (python != nullptr) pclose(python);
    state.SetIterationTime(seconds);
  }
  std::remove(path.c_str());
}

BENCHMARK(read_rows)->Name("ReadTable, 50,000 rows x 12")->Unit(benchmark::kMillisecond);
BENCHMARK(python_csv)
    ->Name("Python's csv.reader, the same file")
    ->UseManualTime()
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_guess_and_plan)
    ->Name("Read, guess and plan, 50,000 rows x 12")
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
