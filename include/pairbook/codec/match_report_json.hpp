#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "pairbook/matching/match_report.hpp"

namespace pairbook::codec {

/// What one person is given: the statement and their own part of it.
struct MatchReportFile {
  matching::RoundStatement statement;
  std::variant<matching::MenteeReport, matching::MentorReport> own;
  bool operator==(const MatchReportFile&) const = default;
};

/// docs/formats/match-report.md.
[[nodiscard]] std::string write_match_report(const MatchReportFile& file);

/// Shape:  well-formed; whether it holds is what matching::check() says.
/// Errors: invalid_input with the path of what is wrong, too_large, unsupported_version.
[[nodiscard]] base::Result<MatchReportFile> read_match_report(std::string_view text);

/// What a statement says its rules were: of the programme's questions and rules as a preset
/// without a name.
[[nodiscard]] crypto::Digest rules_fingerprint(const domain::Programme& programme);

inline constexpr std::size_t max_match_report_bytes = 64U << 20U;

}  // namespace pairbook::codec
