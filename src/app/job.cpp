#include "pairbook/app/job.hpp"

#include "match_job.hpp"
#include "pairbook/app/keeper.hpp"

namespace pairbook::app {

namespace {

constexpr std::size_t most_passphrase_bytes = 1024;

// stretch: salt (16) passes u32 memory_kib u32 passphrase (varint length, bytes) -> key (32)
base::Result<base::Bytes> stretch_job(base::BytesView input, Progress& progress) {
  base::ByteReader reader(input);
  StretchAsked asked;
  asked.salt = reader.fixed<16>();
  asked.cost.passes = reader.u32();
  asked.cost.memory_kib = reader.u32();
  const crypto::Secret passphrase = crypto::Secret::of(reader.blob(most_passphrase_bytes));
  if (const base::Done whole = reader.finish(); !whole) return base::pass_on(whole);
  // Whoever wants to know how long it takes counts from here, not from when a Worker was made.
  if (!progress.report(0, 1)) return base::fail(base::Errc::cancelled, "key stretching");
  const auto key = crypto::stretch(passphrase, asked.salt, asked.cost);
  if (!key) return base::pass_on(key);
  return base::Bytes(key->bytes().begin(), key->bytes().end());
}

}  // namespace

base::Bytes stretch_input(std::string_view passphrase, const StretchAsked& asked) {
  base::ByteWriter writer;
  writer.raw(asked.salt);
  writer.u32(asked.cost.passes);
  writer.u32(asked.cost.memory_kib);
  writer.blob(base::bytes_of(passphrase));
  return writer.take();
}

base::Result<base::Bytes> run_job(JobKind kind, base::BytesView input, Progress& progress) {
  switch (kind) {
    case JobKind::stretch:
      return stretch_job(input, progress);
    case JobKind::match:
      return match_job(input, progress);
    case JobKind::outlook:
      return outlook_job(input, progress);
  }
  return base::fail(base::Errc::corrupt, "job", "unknown kind");
}

}  // namespace pairbook::app
