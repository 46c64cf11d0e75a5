#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pairbook/app/intent.hpp"
#include "pairbook/base/time.hpp"

namespace pairbook::app {

enum class Theme : std::uint8_t { system, light, dark };
enum class Contrast : std::uint8_t { system, normal, high };

/// What this device remembers in the open, outside any book. Nothing of a programme is in it
/// but the names a person allowed to be shown before unlocking, and when a book was last saved
/// to a file from here.
struct Preferences {
  Theme theme = Theme::system;
  Contrast contrast = Contrast::system;
  int auto_lock_minutes = 15;  // 0: never
  std::vector<std::pair<BookId, std::string>> book_names;
  std::vector<std::pair<BookId, base::Instant>> copies;  // when last saved to a file

  bool operator==(const Preferences&) const = default;
};

}  // namespace pairbook::app
