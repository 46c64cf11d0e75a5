// home    := version:u8=1 device[16] place[32]
// devices := version:u8=1 count:varint<=4096 { key[32] }      keys ascending
#include "file_records.hpp"

namespace pairbook::app {

using base::Errc;

namespace {

void read_version(base::ByteReader& in, std::string_view of_what) {
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1) {
    in.refuse(version > 1 ? Errc::unsupported_version : Errc::corrupt, of_what);
  }
}

}  // namespace

base::Bytes encode(const Home& home) {
  base::ByteWriter out;
  out.u8(1);
  out.raw(home.device.bytes);
  out.raw(home.place);
  return out.take();
}

base::Result<Home> decode_home(base::BytesView bytes) {
  base::ByteReader in(bytes);
  read_version(in, "version of a home");
  Home home;
  home.device.bytes = in.fixed<16>();
  home.place = in.fixed<32>();
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return home;
}

base::Bytes encode(const FormerDevices& devices) {
  base::ByteWriter out;
  out.u8(1);
  out.varint(devices.size());
  for (const crypto::PublicKey& key : devices) out.raw(key.bytes);
  return out.take();
}

base::Result<FormerDevices> decode_devices(base::BytesView bytes) {
  base::ByteReader in(bytes);
  read_version(in, "version of former devices");
  const std::size_t count = in.count(most_former_devices);
  FormerDevices devices;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const crypto::PublicKey key{in.fixed<32>()};
    if (!devices.empty() && key <= devices.back()) in.refuse(Errc::corrupt, "not ascending");
    devices.push_back(key);
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return devices;
}

}  // namespace pairbook::app
