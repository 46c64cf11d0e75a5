// What the page tells the application, and the preferences it kept in the open: nothing may
// break, and preferences that were read come back the same.
#include <cstdint>
#include <cstdlib>

#include "letters.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto event = web::unpack_event(bytes);
  const auto* started = event ? std::get_if<app::Started>(&*event) : nullptr;
  const app::Preferences kept =
      started != nullptr ? started->preferences : web::unpack_preferences(bytes);
  if (web::unpack_preferences(web::pack(kept)) != kept) std::abort();
  return 0;
}
