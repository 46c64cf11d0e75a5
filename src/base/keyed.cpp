#include "pairbook/base/keyed.hpp"

#include <algorithm>

namespace pairbook::base {

void sort(std::vector<Keyed>& items) {
  std::sort(items.begin(), items.end());
}

}  // namespace pairbook::base
