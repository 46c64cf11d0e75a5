#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pairbook::codec {

/// Finds somebody of the same or nearly the same name among many.
///
/// Shape:  names are the same whatever the order of their words, their case and accents. They
///         are near when a letter is missing, added, changed or swapped (two in a long name)
///         and their digits agree. A name that many share says nothing about anybody. Two
///         different e-mail addresses speak against it: then only the same name counts, or a
///         near one with a near address.
/// Cost:   in proportion to the length of the name, however many there are.
/// Source: deletion neighbourhoods (Mor and Fraenkel 1982).
class NearNames {
 public:
  /// Room for so many names, so that none of them has to wait while the table grows.
  void reserve(std::size_t names);
  /// `email` folded, or empty. Returns the number of the name: 0, 1, 2 ...
  std::size_t add(std::string_view name, std::string_view email);

  struct Found {
    std::size_t who = 0;
    bool same = false;           // not just near
    bool other_address = false;  // both have one, and they differ
  };
  [[nodiscard]] std::optional<Found> find(std::string_view name, std::string_view email) const;

  /// Forgets the last `most` names; false when none is left. Only good for forgetting all.
  bool give_back(std::size_t most);

  /// The same or near, without asking who else has the name.
  [[nodiscard]] static bool alike(std::string_view a, std::string_view b);

 private:
  struct Entry {
    std::string name;  // folded words in order
    std::string email;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t who = 0;  // entry + 1; 0: free
  };
  void put(std::uint32_t hash, std::uint32_t who);
  void resize(std::size_t slots);
  std::vector<Entry> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);
  std::size_t used_ = 0;
};

}  // namespace pairbook::codec
