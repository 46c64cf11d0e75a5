#pragma once

#include <span>

#include "pairbook/matching/match_report.hpp"

namespace pairbook::matching {

// What is hashed, in ByteWriter's encoding: docs/formats/match-report.md.

[[nodiscard]] crypto::Digest code_of(const MentorName& name);
/// Of what is the mentee's alone.
[[nodiscard]] crypto::Digest rest_of(const crypto::Digest& salt,
                                     std::span<const std::int32_t> points);
[[nodiscard]] ReportSums sums_of(const RoundStatement& statement, const RowHead& head,
                                 std::int64_t gain);
[[nodiscard]] ReportNode leaf_of(const RowHead& head, const crypto::Digest& rest,
                                 const ReportSums& sums);
/// Errors: corrupt when a sum leaves what a sum may be.
[[nodiscard]] base::Result<ReportNode> joined(const ReportNode& first,
                                              const ReportNode& second);

}  // namespace pairbook::matching
