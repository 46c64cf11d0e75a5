// A Solution as bytes, from a second instance of the same version: never stored.
//
//   solution = version:u8 (2)  optimal:u8 (0 or 1)  allowed_pairs:varint  matched:varint
//              blocking:varint  total:i64  weight:i64  short_by:i64
//              varint(mentees) { mentor:varint (0: nobody, else position + 1)  points:varint
//                                mentors_rank:varint  mentees_rank:varint  options:varint
//                                gain:i64 }
//              varint(mentors) { options:varint  price:i64 }
//              varint { rule:u32  removed:varint  by_alone:varint }
#include "pairbook/matching/solution.hpp"

namespace pairbook::matching {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::uint8_t version = 2;
constexpr std::size_t most_points = 0x7FFFFFFF;
constexpr std::size_t most_people = 200'000;
constexpr std::size_t most_effects = 1000;

}  // namespace

base::Bytes encode_solution(const Solution& solution) {
  ByteWriter out;
  out.u8(version);
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
  return out.take();
}

base::Result<Solution> decode_solution(base::BytesView bytes, const Problem& problem) {
  ByteReader in(bytes);
  Solution out;
  if (in.u8() != version && in.ok()) in.refuse(Errc::unsupported_version, "solution");
  const std::uint8_t optimal = in.u8();
  if (optimal > 1) in.refuse(Errc::corrupt, "neither 0 nor 1");
  out.optimal = optimal == 1;
  out.allowed_pairs = in.varint();
  out.matched = static_cast<std::uint32_t>(in.count(most_people));
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
    if (left[mentor - 1]-- == 0) in.refuse(Errc::corrupt, "more pairs than places");
  }
  if (in.ok() && (matched != out.matched || total != out.total)) {
    in.refuse(Errc::corrupt, "sums do not add up");
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
  if (const base::Done done = in.finish(); !done) return base::pass_on(done);
  return out;
}

}  // namespace pairbook::matching
