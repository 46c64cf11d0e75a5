// The bytes of frames are fixed for ever: tests/vectors/wire, made by
// tests/vectors/make_wire.py, a writer of its own in another language.
#include <gtest/gtest.h>

#include "pairbook/wire/frame.hpp"
#include "support/vector_file.hpp"

namespace pairbook::wire {
namespace {

std::string_view name_of(base::Errc code) {
  switch (code) {
    case base::Errc::corrupt:
      return "corrupt";
    case base::Errc::too_large:
      return "too_large";
    case base::Errc::unsupported_version:
      return "unsupported_version";
    default:
      return "other";
  }
}

template <class Decode>
void check(const char* file, std::size_t least, const Decode& decode) {
  const auto vectors = testing_support::read_vectors(file);
  ASSERT_GE(vectors.size(), least);
  for (const auto& vector : vectors) {
    const auto hex = vector.find("frame");
    const auto bytes = base::from_hex(hex == vector.end() ? "" : hex->second);
    ASSERT_TRUE(bytes) << vector.at("comment");
    const auto frame = decode(*bytes);
    if (vector.at("expect") == "good") {
      ASSERT_TRUE(frame) << vector.at("comment") << ": " << frame.error().detail;
      EXPECT_EQ(encode(*frame), *bytes) << vector.at("comment");
    } else {
      ASSERT_FALSE(frame) << vector.at("comment");
      EXPECT_EQ(name_of(frame.error().code), vector.at("expect")) << vector.at("comment");
    }
  }
}

TEST(WireVectors, FramesOfClientsAreReadAndWrittenAsEver) {
  check("wire/client.txt", 40, decode_from_client);
}

TEST(WireVectors, FramesOfRelaysAreReadAndWrittenAsEver) {
  check("wire/relay.txt", 30, decode_from_relay);
}

}  // namespace
}  // namespace pairbook::wire
