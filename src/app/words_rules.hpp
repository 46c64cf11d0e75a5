#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words of the rules.
enum class RulesWord : std::uint16_t {
  title,
  count_,
};

[[nodiscard]] std::string_view english(RulesWord word);

}  // namespace pairbook::app
