// Everything else: what the compiler makes of the plain loops.
#include "row_kernels.hpp"

namespace pairbook::matching {

const RowKernels& row_kernels() {
  return plain_row_kernels();
}

}  // namespace pairbook::matching
