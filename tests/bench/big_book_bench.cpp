// 50,000 people through the whole application: an import from the file to the last row,
// locking, unlocking, the list of people. What counts is the longest single event, because a
// page is deaf for as long as it takes: in a browser at most 50 ms, about twice what it takes
// natively.
#include <malloc.h>

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include "app/story.hpp"
#include "bench/people_file.hpp"

using namespace pairbook;
using testing_support::Device;
using testing_support::Story;

namespace {

const std::string passphrase = "harbour lantern violet anchor";

/// Time of the processor that this thread has used: what runs beside it does not count.
double now_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Every event of one step is timed by itself; a stretch is a Worker's work and not counted.
class Steps {
 public:
  explicit Steps(Story& story) : story_(story) {
    story.watch = [this](bool begins) {
      if (begins) {
        event_ = now_ms();
        return;
      }
      const double took = now_ms() - event_;
      sum_ += took;
      longest_ = std::max(longest_, took);
      ++events_;
    };
  }
  void step(const char* name, const std::function<void()>& work) {
    sum_ = longest_ = 0;
    events_ = 0;
    work();
    const double start = now_ms();
    const app::Screen screen = story_.screen();
    std::printf("%-44s %9.0f ms %8.1f ms %7d %9.2f ms\n", name, sum_, longest_, events_,
                now_ms() - start);
    worst_ = std::max(worst_, longest_);
  }
  [[nodiscard]] double worst() const { return worst_; }

 private:
  Story& story_;
  double event_ = 0, sum_ = 0, longest_ = 0, worst_ = 0;
  int events_ = 0;
};

base::Bytes bytes_of(const std::string& text) {
  const auto view = base::bytes_of(text);
  return {view.begin(), view.end()};
}

/// Rules of eight kinds, by where they stand in the list; those that the questions allow.
void add_rules(Story& story) {
  story.does(app::Go{"#/rules"});
  for (const int kind : {0, 1, 2, 6, 8, 4, 11, 12}) {
    story.does(app::Choose{{app::Control::rules_new_kind, {}}, kind}).does(app::AddRule{});
  }
}

void match(Story& story, Steps& steps) {
  steps.step("rules", [&] { add_rules(story); });
  steps.step("hand a matching to the Worker, take the answer",
             [&] { story.does(app::Go{"#/match"}).does(app::RunMatch{}); });
  story.does(app::Go{"#/people"});
}

void run(std::size_t people) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(app::Go{"#/import"});
  Steps steps(story);
  std::printf("\n%zu people\n%-44s %12s %11s %7s %12s\n", people, "step", "in all", "longest",
              "events", "screen");
  const base::Bytes file = bytes_of(bench::people_file(people));
  steps.step("read the file, guess its columns",
             [&] { story.picks_file(app::PickPurpose::import_people, "people.csv", file); });
  steps.step("plan every row", [&] { story.does(app::ImportStepTo{2}); });
  steps.step("write and seal", [&] { story.does(app::RunImport{}); });
  steps.step("list of people", [&] { story.does(app::Go{"#/people"}); });
  steps.step("search", [&] { story.types(app::Control::people_search, "zoe"); });
  steps.step("take the import back", [&] { story.does(app::Undo{}); });
  steps.step("do it again", [&] { story.does(app::Redo{}); });
  constexpr std::size_t most_matched = 10'000;  // every two of them are looked at
  if (people <= most_matched) match(story, steps);
  std::size_t bytes = 0;
  for (const auto& [id, rows] : device.books) {
    for (const auto& [key, row] : rows) bytes += row.size();
  }
  std::printf("the sealed book: %zu KiB\n", bytes >> 10);
  steps.step("save to a file", [&] { story.does(app::SaveToFile{}); });
  steps.step("lock", [&] { story.does(app::LockNow{}); });
  steps.step("unlock", [&] { story.unlocks(passphrase); });
  if (!story.shows<app::PeopleBody>()) {
    std::printf("The book did not open.\n");
    std::exit(1);
  }
  std::printf("| longest event with %zu people, natively | %.0f ms | at most 50 ms | %s |\n",
              people, steps.worst(), steps.worst() <= 50 ? "yes" : "no");
}

}  // namespace

int main() {
  // As in a browser: memory once taken is kept, and freeing is never put off to be done at
  // once.
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  mallopt(M_MXFAST, 0);
  run(10'000);
  run(50'000);
  return 0;
}
