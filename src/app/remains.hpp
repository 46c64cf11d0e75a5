#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace pairbook::app {

/// What is no longer needed, given back a little at a time: the memory of 50,000 people given
/// back at once would make the page wait.
class Remains {
 public:
  /// Takes over all that is in a container; `at_once` of its items are given back in a step.
  template <class Container>
  void take(Container&& from, std::size_t at_once = 400) {
    if (from.size() <= at_once) {
      from = {};
      return;
    }
    heaps_.push_back(std::make_unique<HeapOf<Container>>(std::move(from), at_once));
    from = {};
  }
  /// The same for what knows by itself how to give back (codec::ImportPlanner).
  template <class Holder>
  void take_whole(Holder&& from) {
    heaps_.push_back(std::make_unique<HeapOf<Holder>>(std::move(from), 400));
  }
  /// False when nothing is left.
  bool give_back_some() {
    if (!heaps_.empty() && !heaps_.back()->shrink()) heaps_.pop_back();
    return !heaps_.empty();
  }
  [[nodiscard]] bool empty() const { return heaps_.empty(); }

 private:
  struct Heap {
    virtual ~Heap() = default;
    /// False when nothing is left.
    virtual bool shrink() = 0;
  };
  template <class Container>
  struct HeapOf final : Heap {
    HeapOf(Container&& from, std::size_t most) : items(std::move(from)), at_once(most) {}
    bool shrink() override {
      if constexpr (requires { items.give_back(at_once); })
        return items.give_back(at_once);
      else
        return erase_some();
    }
    bool erase_some() {
      for (std::size_t i = 0; i < at_once && !items.empty(); ++i) {
        items.erase(std::prev(items.end()));
      }
      return !items.empty();
    }
    Container items;
    std::size_t at_once;
  };
  std::vector<std::unique_ptr<Heap>> heaps_;
};

struct Change;
struct OpenedBook;

void lay_aside(Remains& remains, Change&& change);
void lay_aside(Remains& remains, std::vector<Change>&& changes);
/// Its keys are forgotten at once.
void lay_aside(Remains& remains, OpenedBook&& book);

}  // namespace pairbook::app
