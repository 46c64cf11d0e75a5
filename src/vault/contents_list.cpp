#include "contents_list.hpp"
#include "pairbook/base/sort.hpp"

#include <algorithm>

namespace pairbook::vault {

namespace {

struct Lists {
  std::vector<FoundManifest> found;  // newest first
  std::vector<std::string> damaged;
  std::vector<std::string> missing;
};

Lists read_lists(const Rows& rows, const BookKeys& keys, const VaultId& vault) {
  Lists out;
  for (const std::string& key : {manifest_key(0), manifest_key(1)}) {
    const auto row = rows.find(key);
    if (row == rows.end()) {
      out.missing.push_back(key);
      continue;
    }
    const auto plain = open_row(keys.manifests, vault, key, row->second);
    const auto manifest = plain ? decode_manifest(*plain) : base::pass_on(plain);
    if (manifest && manifest_key(manifest->generation) == key) {
      out.found.push_back({*manifest, crypto::hash(row->second)});
    } else {
      out.damaged.push_back(key);
    }
  }
  // A book has one only right after it was made. Taken away, it would hide what it listed.
  const bool is_new = out.found.size() == 1 && out.found.front().manifest.generation == 1;
  if (!is_new) out.damaged.insert(out.damaged.end(), out.missing.begin(), out.missing.end());
  base::sort(out.found, [](const auto& a, const auto& b) {
    return a.manifest.generation > b.manifest.generation;
  });
  return out;
}

bool describes(const Manifest& manifest, const Contents& contents,
               const crypto::Digest& header) {
  return manifest.rows == contents.count() && manifest.sum == contents.sum() &&
         manifest.header == header;
}

}  // namespace

FoundManifests find_manifests(const Rows& rows, const BookKeys& keys, const VaultId& vault,
                              const Contents& contents) {
  Lists lists = read_lists(rows, keys, vault);
  FoundManifests out;
  for (const std::string& key : lists.damaged) {
    out.notices.push_back({NoticeKind::manifest_damaged, key});
  }
  const auto& found = lists.found;
  // Each list names the one before it, so the older one cannot be exchanged either.
  if (found.size() == 2 && found[0].manifest.previous != found[1].hash) {
    const auto older = found[1].manifest.generation;
    out.notices.push_back({NoticeKind::manifest_damaged, manifest_key(older)});
  }
  const crypto::Digest header_hash = crypto::hash(rows.at("head/header"));
  const auto whole = std::ranges::find_if(found, [&](const FoundManifest& list) {
    return describes(list.manifest, contents, header_hash);
  });
  out.is_whole = whole != found.end();
  if (!out.is_whole) {
    out.notices.push_back({NoticeKind::incomplete, {}});
  } else if (whole != found.begin()) {
    out.notices.push_back({NoticeKind::older_state, {}});
  }
  out.found = std::move(lists.found);
  return out;
}

}  // namespace pairbook::vault
