#pragma once

#include <span>
#include <string_view>

#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

/// A file that comes with Pairbook: web/sample and web/presets, built in.
struct BuiltIn {
  std::string_view name;  // "sample/mentors.csv"
  std::string_view text;
};
/// In order of their names.
[[nodiscard]] std::span<const BuiltIn> built_in_files();

}  // namespace pairbook::app
