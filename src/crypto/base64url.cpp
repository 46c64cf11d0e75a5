#include "pairbook/crypto/base64url.hpp"

#include <sodium.h>

namespace pairbook::crypto {

namespace {
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
}  // namespace

std::string to_base64url(base::BytesView bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(),
                    reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back();  // the end of a C string
  return text;
}

base::Result<base::Bytes> from_base64url(std::string_view text) {
  base::Bytes bytes(text.size() + 1);  // never nothing: it is given to C
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                        text.data(), text.size(), " \t\r\n", &size, &end, variant);
  if (failed != 0 || end != text.data() + text.size())
    return base::fail(base::Errc::invalid_input, "text", "no base64url");
  bytes.resize(size);
  return bytes;
}

}  // namespace pairbook::crypto
