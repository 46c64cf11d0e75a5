// Compiled for WebAssembly with SIMD, which a module has for all its functions or for none.
#include "row_kernels_body.hpp"

namespace pairbook::matching {

const RowKernels& row_kernels() {
  return compiled_here;
}

}  // namespace pairbook::matching
