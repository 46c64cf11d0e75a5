#include "pairbook/matching/solve_instance.hpp"

#include <utility>

namespace pairbook::matching {

namespace {

std::vector<Couple> pairs_of(const std::vector<Index>& mate_of) {
  std::vector<Couple> pairs;
  for (Index i = 0; i < mate_of.size(); ++i) {
    if (mate_of[i] != nobody) pairs.push_back({i, mate_of[i]});
  }
  return pairs;
}

base::Result<SolvedInstance> solved(const PairsFile& file, Proof proof) {
  const base::Result<Assigned> answer = assign(file.question);
  if (!answer) return base::pass_on(answer);
  if (proof == Proof::checked) {
    const base::Done sound = check_certificate(file.question, *answer);
    if (!sound) return base::pass_on(sound);
  }
  SolvedInstance out;
  out.objective = file.objective(*answer);
  out.bound = out.objective - (answer->certificate.bound - answer->value);
  out.matched = answer->matched;
  out.optimal = answer->optimal;
  out.pairs = pairs_of(answer->mentor_of);
  return out;
}

base::Result<SolvedInstance> solved(const PeerQuestion& question, Proof proof) {
  const base::Result<PeersMatched> answer = match_peers(question);
  if (!answer) return base::pass_on(answer);
  if (proof == Proof::checked) {
    const base::Done sound = check_certificate(question, *answer);
    if (!sound) return base::pass_on(sound);
  }
  SolvedInstance out;
  out.objective = answer->total;
  // The bonuses of all pairs together are less than the weight of a point.
  out.bound = answer->certificate.bound / (4 * answer->weight);
  out.matched = answer->matched;
  out.optimal = answer->optimal;
  for (Index i = 0; i < answer->partner_of.size(); ++i) {
    const Index partner = answer->partner_of[i];
    if (partner != nobody && i < partner) out.pairs.push_back({i, partner});
  }
  return out;
}

base::Result<SolvedInstance> solved(const CostMatrix& matrix, Proof proof) {
  const base::Result<DenseAssigned> answer = assign_dense(matrix);
  if (!answer) return base::pass_on(answer);
  if (proof == Proof::checked) {
    const base::Done sound = check_certificate(matrix, *answer);
    if (!sound) return base::pass_on(sound);
  }
  SolvedInstance out;
  out.objective = answer->total;
  out.bound = answer->bound;
  out.matched = answer->matched;
  out.optimal = answer->optimal;
  out.pairs = pairs_of(answer->column_of);
  return out;
}

}  // namespace

base::Result<SolvedInstance> solve_instance(const Instance& instance, Proof proof) {
  return std::visit([&](const auto& question) { return solved(question, proof); }, instance);
}

std::string hash_of(const std::vector<Couple>& pairs) {
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto take = [&](Index number) {
    for (unsigned byte = 0; byte < 4; ++byte) {
      hash = (hash ^ ((number >> (8 * byte)) & 0xFFU)) * 0x100000001B3;
    }
  };
  for (const Couple& pair : pairs) {
    take(pair.mentee);
    take(pair.mentor);
  }
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4)
    text += "0123456789abcdef"[(hash >> shift) & 15U];
  return text;
}

}  // namespace pairbook::matching
