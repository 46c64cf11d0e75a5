// A Solution as bytes, from a second instance of the same version: never stored.
//
//   solution = version:u8 (2; 3 with further pairs)  optimal:u8 (0 or 1)
//              allowed_pairs:varint  matched:varint  blocking:varint  total:i64  weight:i64
//              short_by:i64 varint(mentees) { mentor:varint (0: nobody, else position + 1)
//              points:varint
//                                mentors_rank:varint  mentees_rank:varint  options:varint
//                                gain:i64 }
//              varint(mentors) { options:varint  price:i64 }
//              varint { rule:u32  removed:varint  by_alone:varint }
//              [ 3: varint { mentee:varint  mentor:varint  points:varint  mentors_rank:varint
//                            mentees_rank:varint } ]
#include <utility>

#include "pairbook/matching/solution.hpp"

namespace pairbook::matching {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::uint8_t version = 2;
constexpr std::uint8_t version_of_many = 3;
constexpr std::size_t most_points = 0x7FFFFFFF;
constexpr std::size_t most_people = 200'000;
constexpr std::size_t most_pairs = 1U << 24U;
constexpr std::size_t most_effects = 1000;

/// Takes a place of the mentor's and one of the mentee's wishes; each pair once, in order.
void read_further(ByteReader& in, std::vector<std::uint32_t>& left, const Problem& problem,
                  Solution& out) {
  const std::size_t count = in.count(most_pairs);
  if (count == 0) in.refuse(Errc::corrupt, "of the other version");
  if (count > in.left() / 5) in.refuse(Errc::corrupt, "ends too early");
  std::vector<std::uint32_t> wants;
  for (std::size_t i = 0; i < problem.mentees.size(); ++i) {
    wants.push_back(problem.mentees[i].places - (out.mentor_of[i] == nobody ? 0 : 1));
  }
  for (std::size_t k = 0; k < count && in.ok(); ++k) {
    FurtherPair pair;
    pair.mentee = static_cast<Index>(in.count(problem.mentees.size()));
    pair.mentor = static_cast<Index>(in.count(problem.mentors.size()));
    pair.points = static_cast<std::int32_t>(in.count(most_points));
    pair.mentors_rank = static_cast<std::uint32_t>(in.count(most_people));
    pair.mentees_rank = static_cast<std::uint32_t>(in.count(most_people));
    if (pair.mentee >= problem.mentees.size() || pair.mentor >= problem.mentors.size()) {
      in.refuse(Errc::corrupt, "no such person");
    }
    if (!in.ok()) return;
    const bool in_order =
        out.further.empty() || std::pair(out.further.back().mentee, out.further.back().mentor) <
                                   std::pair(pair.mentee, pair.mentor);
    const Index first = out.mentor_of[pair.mentee];
    if (!in_order || first == nobody || first == pair.mentor || wants[pair.mentee]-- == 0) {
      in.refuse(Errc::corrupt, "a further pair");
    } else if (left[pair.mentor]-- == 0) {
      in.refuse(Errc::corrupt, "more pairs than places");
    }
    out.further.push_back(pair);
  }
}

}  // namespace

base::Bytes encode_solution(const Solution& solution) {
  ByteWriter out;
  out.u8(solution.further.empty() ? version : version_of_many);
  out.u8(solution.optimal ? 1 : 0);
  out.varint(solution.allowed_pairs);
  out.varint(solution.matched);
  out.varint(solution.blocking);
  out.i64(solution.total);
  out.i64(solution.weight);
  out.i64(solution.short_by);
  out.varint(solution.mentor_of.size());
  for (std::size_t i = 0; i < solution.mentor_of.size(); ++i) {
    const Index mentor = solution.mentor_of[i];
    out.varint(mentor == nobody ? 0 : std::uint64_t{mentor} + 1);
    out.varint(static_cast<std::uint64_t>(solution.points[i]));
    out.varint(solution.mentors_rank[i]);
    out.varint(solution.mentees_rank[i]);
    out.varint(solution.mentee_options[i]);
    out.i64(solution.gain[i]);
  }
  out.varint(solution.price.size());
  for (std::size_t j = 0; j < solution.price.size(); ++j) {
    out.varint(solution.mentor_options[j]);
    out.i64(solution.price[j]);
  }
  out.varint(solution.effects.size());
  for (const RuleEffect& effect : solution.effects) {
    out.u32(effect.rule);
    out.varint(effect.removed);
    out.varint(effect.by_alone);
  }
  if (solution.further.empty()) return out.take();
  out.varint(solution.further.size());
  for (const FurtherPair& pair : solution.further) {
    out.varint(pair.mentee);
    out.varint(pair.mentor);
    out.varint(static_cast<std::uint64_t>(pair.points));
    out.varint(pair.mentors_rank);
    out.varint(pair.mentees_rank);
  }
  return out.take();
}

base::Result<Solution> decode_solution(base::BytesView bytes, const Problem& problem) {
  ByteReader in(bytes);
  Solution out;
  const std::uint8_t said = in.u8();
  const bool has_further = said == version_of_many;
  if (said != version && !has_further && in.ok()) {
    in.refuse(Errc::unsupported_version, "solution");
  }
  const std::uint8_t optimal = in.u8();
  if (optimal > 1) in.refuse(Errc::corrupt, "neither 0 nor 1");
  out.optimal = optimal == 1;
  out.allowed_pairs = in.varint();
  out.matched = static_cast<std::uint32_t>(in.count(most_pairs));
  out.blocking = in.varint();
  if (out.blocking > out.allowed_pairs) in.refuse(Errc::corrupt, "more than there are");
  out.total = in.i64();
  out.weight = in.i64();
  out.short_by = in.i64();
  if (out.weight < 1 || out.short_by < 0 || out.total < 0) in.refuse(Errc::corrupt, "a sum");

  const std::size_t n = in.count(most_people);
  if (in.ok() && n != problem.mentees.size()) in.refuse(Errc::corrupt, "other mentees");
  std::vector<std::uint32_t> left;
  for (const Participant& mentor : problem.mentors) left.push_back(mentor.places);
  std::uint32_t matched = 0;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < n && in.ok(); ++i) {
    const std::size_t mentor = in.count(problem.mentors.size());
    out.mentor_of.push_back(mentor == 0 ? nobody : static_cast<Index>(mentor - 1));
    out.points.push_back(static_cast<std::int32_t>(in.count(most_points)));
    out.mentors_rank.push_back(static_cast<std::uint32_t>(in.count(most_people)));
    out.mentees_rank.push_back(static_cast<std::uint32_t>(in.count(most_people)));
    out.mentee_options.push_back(static_cast<std::uint32_t>(in.count(most_people)));
    out.gain.push_back(in.i64());
    total += out.points.back();
    if (mentor == 0 || !in.ok()) continue;
    ++matched;
    if (problem.mentees[i].places == 0) in.refuse(Errc::corrupt, "a mentor nobody asked for");
    if (left[mentor - 1]-- == 0) in.refuse(Errc::corrupt, "more pairs than places");
  }
  const std::size_t m = in.count(most_people);
  if (in.ok() && m != problem.mentors.size()) in.refuse(Errc::corrupt, "other mentors");
  for (std::size_t j = 0; j < m && in.ok(); ++j) {
    out.mentor_options.push_back(static_cast<std::uint32_t>(in.count(most_people)));
    out.price.push_back(in.i64());
  }
  const std::size_t effects = in.count(most_effects);
  for (std::size_t e = 0; e < effects && in.ok(); ++e) {
    RuleEffect effect;
    effect.rule = in.u32();
    effect.removed = in.varint();
    effect.by_alone = in.varint();
    out.effects.push_back(effect);
  }
  if (has_further && in.ok()) read_further(in, left, problem, out);
  for (const FurtherPair& pair : out.further) {
    ++matched;
    total += pair.points;
  }
  if (in.ok() && (matched != out.matched || total != out.total)) {
    in.refuse(Errc::corrupt, "sums do not add up");
  }
  if (const base::Done done = in.finish(); !done) return base::pass_on(done);
  return out;
}

}  // namespace pairbook::matching
