#include "sync-server/site_folder.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <system_error>
#include <utility>

#include "sync-server/request_path.hpp"

namespace pairbook::relay {
namespace {

namespace fs = std::filesystem;

struct Found {
  std::string path;  // below the folder, with "/"
  fs::path file;     // where it really is
};

struct Listing {
  std::vector<Found> files;
  std::vector<std::string> left_out;
};

bool is_inside(const fs::path& folder, const fs::path& file) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
         folder.end();
}

std::string in_quotes(const fs::path& path) {
  return "\"" + path.string() + "\"";
}

// One entry of the walk: taken, or left out with a sentence unless it is a mere dot file.
void consider(const fs::path& root, const fs::directory_entry& entry, Listing& listing) {
  std::error_code error;
  std::string path = entry.path().lexically_relative(root).generic_string();
  if (entry.path().filename().string().starts_with('.')) return;
  if (!is_site_path(path)) {
    listing.left_out.push_back("A file is not served because of the characters in its name.");
    return;
  }
  const fs::path real = fs::canonical(entry.path(), error);
  if (error || !is_inside(root, real)) {
    listing.left_out.push_back(in_quotes(path) +
                               " is not served: it is a link out of the folder.");
  } else if (!fs::is_regular_file(real, error)) {
    listing.left_out.push_back(in_quotes(path) + " is not served: it is not a file.");
  } else {
    listing.files.push_back({std::move(path), real});
  }
}

std::expected<Listing, std::string> list(const fs::path& root, const SiteLimits& limits) {
  Listing listing;
  std::error_code error;
  // Links to folders are not followed: they could form a ring.
  fs::recursive_directory_iterator at(root, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unknown;
    const bool is_folder = at->symlink_status(unknown).type() == fs::file_type::directory;
    if (is_folder) {
      if (at->path().filename().string().starts_with('.')) at.disable_recursion_pending();
      if (at.depth() >= limits.depth) {
        return std::unexpected("The web folder has folders more than " +
                               std::to_string(limits.depth) + " deep.");
      }
      continue;
    }
    consider(root, *at, listing);
    if (listing.files.size() + listing.left_out.size() > limits.files) {
      return std::unexpected("The web folder has more than " + std::to_string(limits.files) +
                             " files. Is --web the folder of the built web app?");
    }
  }
  if (error) {
    return std::unexpected("The web folder " + in_quotes(root) +
                           " cannot be read: " + error.message() + ".");
  }
  return listing;
}

std::expected<std::string, std::string> read_file(const Found& found, std::size_t longest) {
  std::ifstream file(found.file, std::ios::binary);
  std::string content;
  std::string piece(64 * 1024, '\0');
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    content.append(piece, 0, static_cast<std::size_t>(file.gcount()));
    if (content.size() > longest) {
      return std::unexpected("The file " + in_quotes(found.path) + " is larger than " +
                             std::to_string(longest) + " bytes and cannot be served.");
    }
  }
  if (!file.eof())
    return std::unexpected("The file " + in_quotes(found.path) + " cannot be read.");
  return content;
}

}  // namespace

std::expected<SiteRead, std::string> read_site(const fs::path& folder,
                                               const SiteLimits& limits) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::is_directory(root, error)) {
    return std::unexpected(
        "The web folder " + in_quotes(folder) +
        " does not exist. Build the web app, or name its folder with --web.");
  }
  auto listing = list(root, limits);
  if (!listing) return std::unexpected(std::move(listing.error()));

  SiteRead read;
  read.state = folder_state(root, limits);
  read.left_out = std::move(listing->left_out);
  std::size_t left = limits.all_bytes;
  for (const Found& found : listing->files) {
    auto content = read_file(found, limits.file_bytes);
    if (!content) return std::unexpected(std::move(content.error()));
    if (content->size() > left) {
      return std::unexpected("The web folder holds more than " +
                             std::to_string(limits.all_bytes) +
                             " bytes. Is --web the folder of the built web app?");
    }
    left -= content->size();
    add_file(read.site, found.path, std::move(*content));
  }
  settle(read.site);
  if (read.site.find("index.html") == nullptr) {
    return std::unexpected("The web folder " + in_quotes(folder) +
                           " has no index.html. Is it the folder of the built web app?");
  }
  return read;
}

std::uint64_t folder_state(const fs::path& folder, const SiteLimits& limits) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return 0;
  auto listing = list(root, limits);
  if (!listing) return 0;
  std::ranges::sort(listing->files, {}, &Found::path);
  std::uint64_t state = 1;
  const auto mix = [&state](std::uint64_t number) {
    state = (state ^ number) * 1099511628211u + 0x9e3779b97f4a7c15u;
  };
  mix(std::hash<std::string>{}(root.string()));
  for (const Found& found : listing->files) {
    mix(std::hash<std::string>{}(found.path));
    mix(static_cast<std::uint64_t>(fs::file_size(found.file, error)));
    mix(static_cast<std::uint64_t>(
        fs::last_write_time(found.file, error).time_since_epoch().count()));
  }
  return state | 1u;
}

}  // namespace pairbook::relay
