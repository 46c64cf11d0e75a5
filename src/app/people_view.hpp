#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pairbook/domain/op.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

enum class RoleFilter : std::uint8_t {
  everybody,
  mentors,
  mentees,
  both,
  no_part,
  without_pair
};

/// How many there are, kept so that looking at them costs nothing.
struct Counts {
  int people = 0, mentors = 0, mentees = 0, pairs = 0, without_pair = 0;
};
struct Counting {
  Counts so_far;
  std::optional<domain::PersonId> last;  // who was counted last
};

/// Finds people fast: what each is searched and sorted by, and the list as it is shown.
struct PeopleIndex {
  struct Keys {
    std::string name;                       // folded
    std::string search;                     // folded: name, address, answers
    std::array<std::uint64_t, 2> begins{};  // the name's first letters, in order as numbers
  };
  std::map<domain::PersonId, Keys> keys;
  std::set<domain::PersonId> stale;       // keys to be made again, a few at a time
  std::optional<domain::PersonId> anew;   // ... and those of everybody from this one on
  std::map<domain::PersonId, int> pairs;  // active ones, where there are any
  using Listed = std::pair<const domain::PersonId, Keys>;
  /// What a person is sorted by: a number first, then the name, whose first letters nearly
  /// always tell two people apart without a look at the names themselves.
  struct SortKey {
    std::uint64_t number = 0;
    std::array<std::uint64_t, 2> begins{};
    const Listed* listed = nullptr;
  };
  /// Everybody as sorted; while `sorting`, those up to one. Good until a key or the order
  /// changes.
  std::vector<SortKey> sorted;
  std::optional<domain::PersonId> sorting;  // who comes next, when many are sorted in slices
  std::vector<domain::PersonId> shown;      // of those, the ones that are looked for
  std::size_t listed = 0;                   // keys there were when it was
  std::size_t waited = 0;                   // changes since, of many that come in a row
  bool list_stale = true;
  bool fewer = false;  // somebody who is shown was removed
  bool order_stale = true;
  bool pairs_stale = true;
  bool counts_stale = true;
  std::optional<Counting> counting;  // while they are being counted again

  [[nodiscard]] bool is_stale() const { return anew || !stale.empty(); }
  void sort_anew() {
    list_stale = order_stale = true;
    sorting.reset();
  }
};

struct PeopleView {
  PeopleIndex index;
  std::string search;
  RoleFilter role = RoleFilter::everybody;
  int field = 0;               // 0: no filter; else 1 + position among the filterable questions
  int answer = 0;              // position among its answers
  std::string sort = "/name";  // or a question's key
  bool descending = false;
  int first = 0, rows = 40;
  std::set<domain::PersonId> selected;
  std::optional<domain::PersonId> last_selected;
};

/// A question being made or changed.
struct QuestionView {
  bool open = false;
  bool is_new = true;
  domain::FieldKey key;
  std::string label;
  int kind = 0;
  std::string options;  // one a line
  int asked = 0;
  int seen_by = 0;
  int use = 0;
  bool hidden = false;  // in a blind review
  std::string trouble;
};

}  // namespace pairbook::app
