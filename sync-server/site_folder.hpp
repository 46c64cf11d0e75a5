#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "sync-server/limits.hpp"
#include "sync-server/site.hpp"

namespace pairbook::relay {

struct SiteRead {
  Site site;
  std::vector<std::string> left_out;  // a sentence for each file that is not served
  std::uint64_t state = 0;            // of the folder before it was read: see folder_state
};

/// Reads a folder of web files into memory: it is small, a request then touches no disk, and
/// all files of one build change together. Files whose name begins with a dot, links that lead
/// out of the folder, and things that are not files are left out.
///
/// Errors: one sentence for the operator: no such folder, no index.html in it, too large,
///         a file that cannot be read.
[[nodiscard]] std::expected<SiteRead, std::string> read_site(
    const std::filesystem::path& folder, const SiteLimits& limits);

/// A number that changes when a file of the folder is added, removed or written. Reads names,
/// sizes and times only; 0 if the folder cannot be listed.
[[nodiscard]] std::uint64_t folder_state(const std::filesystem::path& folder,
                                         const SiteLimits& limits);

}  // namespace pairbook::relay
