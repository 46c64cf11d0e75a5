#include "pairbook/crypto/passphrase_strength.hpp"
#include "pairbook/base/sort.hpp"

#include <algorithm>
#include <limits>

#include "passphrase_parts.hpp"

namespace pairbook::crypto {

namespace {

/// The cheapest row of parts that makes up the whole: one pass from left to right.
std::vector<Part> cheapest(std::size_t size, std::vector<Part> parts) {
  constexpr int never = std::numeric_limits<int>::max() / 2;
  base::sort(parts, [](const Part& a, const Part& b) { return a.end < b.end; });
  std::vector<int> best(size + 1, never);
  std::vector<const Part*> last(size + 1, nullptr);
  best[0] = 0;
  for (const Part& part : parts) {
    const int cost = best[part.begin] + part.cost;
    if (cost >= best[part.end]) continue;
    best[part.end] = cost;
    last[part.end] = &part;
  }
  std::vector<Part> out;
  for (std::size_t at = size; at > 0; at = last[at]->begin) out.push_back(*last[at]);
  std::ranges::reverse(out);
  return out;
}

int level_of(int bits) {
  if (bits < 20) return 0;
  if (bits < 30) return 1;
  if (bits < 38) return 2;
  return bits < 48 ? 3 : 4;
}

bool only_first_is_capital(const Letters& letters) {
  return letters.upper[0] && std::count(letters.upper.begin(), letters.upper.end(), true) == 1;
}

}  // namespace

Strength passphrase_strength(std::string_view passphrase,
                             const std::vector<std::string_view>& own_words) {
  Strength out;
  const Letters letters = letters_of(passphrase);
  const std::size_t size = letters.lower.size();
  if (size == 0) {
    out.findings.push_back({StrengthReason::too_short, 0, 0});
    return out;
  }

  int tenths = 0;
  std::size_t words = 0;
  for (const Part& part : cheapest(size, parts_of(letters, own_words))) {
    tenths += part.cost;
    words += part.is_word ? 1 : 0;
    const std::size_t begin = letters.byte[part.begin];
    const std::size_t end = letters.byte[part.end];
    if (part.reason) out.findings.push_back({*part.reason, begin, end});
    if (part.is_swapped) out.findings.push_back({StrengthReason::look_alikes, begin, end});
  }
  out.log2_guesses = tenths / 10;
  out.level = level_of(out.log2_guesses);

  const std::size_t end = letters.byte.back();
  if (size < 10) out.findings.push_back({StrengthReason::too_short, 0, end});
  if (out.level < 3 && only_first_is_capital(letters)) {
    out.findings.push_back({StrengthReason::capital_only_first, 0, letters.byte[1]});
  }
  if (words >= 4) out.findings.push_back({StrengthReason::several_words, 0, end});
  if (out.level >= 3 && size >= 14) {
    out.findings.push_back({StrengthReason::long_enough, 0, end});
  }
  return out;
}

}  // namespace pairbook::crypto
