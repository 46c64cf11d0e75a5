// What is read as a recovery code is written as one code, which is read as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pairbook/crypto/recovery_code.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using pairbook::crypto::RecoveryCode;
  const auto code = RecoveryCode::read({reinterpret_cast<const char*>(data), size});
  if (!code) return 0;
  const auto again = RecoveryCode::read(code->text());
  if (!again || again->text() != code->text()) std::abort();
  return 0;
}
