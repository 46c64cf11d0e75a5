#pragma once

namespace pairbook::app {

/// What is on the screens of rules, match, pairs and letters.
struct AreaViews {};

}  // namespace pairbook::app
