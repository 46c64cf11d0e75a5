#pragma once

#include <cstdint>

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

}  // namespace pairbook::codec
