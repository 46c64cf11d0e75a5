#pragma once

#include <cstdint>
#include <memory>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/domain/op.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

/// An op as an entry carries it.
struct OpBytes {
  std::uint16_t kind = 0;  // never used again for anything else: docs/formats/ops.md
  /// Whoever skipped it would show something wrong about people or pairs, so a Pairbook that
  /// does not know it should ask to be updated before anybody goes on.
  bool critical = false;
  base::Bytes payload;
  bool operator==(const OpBytes&) const = default;
};

[[nodiscard]] OpBytes encode_op(const domain::Op& op);

/// Shape:  a kind this version does not know becomes UnknownOp with its bytes as they are.
///         What decodes encodes to the same bytes again.
/// Errors: corrupt (not the one way to write it), too_large (`detail` names the limit).
[[nodiscard]] base::Result<domain::Op> decode_op(std::uint16_t kind, base::BytesView payload);

/// The whole programme in the one canonical form: equal programmes, equal bytes. For snapshots,
/// and hashed to see whether two devices agree.
[[nodiscard]] base::Bytes encode_programme(const domain::Programme& programme);
/// Errors: as decode_op(), and unsupported_version.
[[nodiscard]] base::Result<domain::Programme> decode_programme(base::BytesView bytes);

/// The same, some people at a time. The programme must outlive it and stay as it is.
class ProgrammeWriter {
 public:
  explicit ProgrammeWriter(const domain::Programme& programme);
  ProgrammeWriter(ProgrammeWriter&&) noexcept;
  ProgrammeWriter& operator=(ProgrammeWriter&&) noexcept;
  ~ProgrammeWriter();

  /// True when it is done; no step after that.
  [[nodiscard]] bool step(std::size_t most_people);
  [[nodiscard]] base::Bytes take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The bytes must outlive it.
class ProgrammeReader {
 public:
  explicit ProgrammeReader(base::BytesView bytes);
  ProgrammeReader(ProgrammeReader&&) noexcept;
  ProgrammeReader& operator=(ProgrammeReader&&) noexcept;
  ~ProgrammeReader();

  /// True when it is done; no step after that or after an error.
  [[nodiscard]] base::Result<bool> step(std::size_t most_people);
  [[nodiscard]] std::size_t done() const;   // people read
  [[nodiscard]] std::size_t whole() const;  // people there are, after the first step
  [[nodiscard]] domain::Programme take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pairbook::codec
