#include "row_kernels_body.hpp"

namespace pairbook::matching {

const RowKernels& plain_row_kernels() {
  return compiled_here;
}

}  // namespace pairbook::matching
