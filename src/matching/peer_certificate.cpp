// Independent of the solver on purpose: it reads the question and the answer, nothing else.
#include <algorithm>

#include "pairbook/base/sort.hpp"
#include "pairbook/matching/match_peers.hpp"

namespace pairbook::matching {

namespace {

using OddSet = PeerCertificate::OddSet;

/// Sets that lie within each other, as a tree: what is paid for a pair is the sum from the
/// smallest set that holds both up to the root.
class Nest {
 public:
  /// Empty, or what is wrong with the sets.
  const char* build(const PeerCertificate& proof, std::size_t people) {
    position_.assign(people, nobody);
    for (Index at = 0; at < proof.line.size(); ++at) {
      const Index person = proof.line[at];
      if (person >= people || position_[person] != nobody) return "somebody twice in the line";
      position_[person] = at;
    }
    sets_ = proof.sets;
    base::sort(sets_, [](const OddSet& a, const OddSet& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    above_.assign(sets_.size(), nobody);
    innermost_.assign(proof.line.size(), nobody);
    Index open = nobody;
    for (Index k = 0; k < sets_.size(); ++k) {
      OddSet& set = sets_[k];
      if (set.end > proof.line.size() || set.begin >= set.end) return "a set out of the line";
      if ((set.end - set.begin) % 2 == 0) return "a set of an even number";
      if (set.price < 0) return "a price below 0";
      while (open != nobody && sets_[open].end <= set.begin) open = above_[open];
      if (open != nobody && sets_[open].end < set.end) return "sets that cross";
      above_[k] = open;
      if (open != nobody) set.price += sets_[open].price;  // from here on: up to the root
      std::fill(innermost_.data() + set.begin, innermost_.data() + set.end, k);
      open = k;
    }
    return nullptr;
  }

  [[nodiscard]] std::int64_t price_of_both(Index one, Index other) const {
    if (position_[one] == nobody || position_[other] == nobody) return 0;
    const Index wanted = position_[other];
    for (Index k = innermost_[position_[one]]; k != nobody; k = above_[k]) {
      if (sets_[k].begin <= wanted && wanted < sets_[k].end) return sets_[k].price;
    }
    return 0;
  }

 private:
  std::vector<Index> position_;  // in the line, by person
  std::vector<OddSet> sets_;
  std::vector<Index> above_;
  std::vector<Index> innermost_;  // by position
};

}  // namespace

base::Done check_certificate(const PeerQuestion& question, const PeersMatched& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  const std::size_t n = question.keys.size();
  const PeerCertificate& proof = answer.certificate;
  if (answer.partner_of.size() != n || proof.price.size() != n) return wrong("sizes differ");

  Nest nest;
  if (const char* what = nest.build(proof, n); what != nullptr) return wrong(what);
  std::int64_t bound = 0;
  for (const std::int64_t price : proof.price) {
    if (price < 0) return wrong("a price below 0");
    bound += price;
  }
  for (const OddSet& set : proof.sets) bound += set.price * ((set.end - set.begin) / 2);

  std::vector<bool> accounted(n, false);
  std::int64_t total = 0;
  std::uint32_t matched = 0;
  for (const Peers& pair : question.pairs) {
    const std::int64_t worth = answer.weight * pair.score + answer.bonus;
    const std::int64_t paid = proof.price[pair.one] + proof.price[pair.other];
    if (paid < 4 * worth && paid + nest.price_of_both(pair.one, pair.other) < 4 * worth) {
      return wrong("a price is too low");
    }
    if (answer.partner_of[pair.one] != pair.other) continue;
    if (answer.partner_of[pair.other] != pair.one) return wrong("a pair of one side only");
    if (accounted[pair.one] || accounted[pair.other]) return wrong("a pair counted twice");
    accounted[pair.one] = accounted[pair.other] = true;
    total += pair.score;
    ++matched;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (answer.partner_of[i] != nobody && !accounted[i]) {
      return wrong("a pair that is not allowed");
    }
  }
  const std::int64_t value = answer.weight * total + answer.bonus * matched;
  if (total != answer.total || matched != answer.matched || value != answer.value ||
      bound != proof.bound) {
    return wrong("a sum is wrong");
  }
  if (answer.optimal != (4 * value == bound)) return wrong("optimal is not what it says");
  return {};
}

}  // namespace pairbook::matching
