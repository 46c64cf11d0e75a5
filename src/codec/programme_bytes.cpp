// A whole programme as bytes: what snapshots hold and what devices compare by hash.
//
//   programme = version name founded fields people rules verdicts pairs round rounds letters
//               mappings
//   version   = %x01
//
// Parts as in op_bytes.cpp; people, verdicts, pairs and letters in rising order of their ids.
#include "archive_domain.hpp"
#include "pairbook/codec/op_bytes.hpp"

namespace pairbook::codec {

namespace {

constexpr std::uint8_t version = 1;
constexpr Limit fields_limit{10'000, "more than 10,000 questions"};
constexpr Limit people_limit{2'000'000, "more than 2,000,000 people"};
constexpr Limit verdicts_limit{4'000'000, "more than 4,000,000 verdicts"};
constexpr Limit pairs_limit{4'000'000, "more than 4,000,000 pairs"};
constexpr Limit rounds_limit{100'000, "more than 100,000 rounds"};
constexpr Limit letters_limit{3, "more than 3 letters"};
constexpr Limit mappings_limit{1'000, "more than 1,000 mappings"};

template <class A, Is<domain::Programme> T>
void walk(A& a, T& p) {
  a.text(p.name);
  a.date(p.founded);
  a.list(p.fields, fields_limit, [&](auto& field) { codec::walk(a, field); });
  a.map(
      p.people, people_limit, [&](auto& id) { a.id(id); },
      [&](auto& person) { codec::walk(a, person); });
  codec::walk(a, p.rules);
  a.map(
      p.verdicts, verdicts_limit,
      [&](auto& key) {
        a.id(key.first.person);
        a.id(key.second.person);
      },
      [&](auto& verdict) { a.choice(verdict, domain::Verdict::forbidden); });
  a.map(
      p.pairs, pairs_limit, [&](auto& id) { a.id(id); },
      [&](auto& pair) { codec::walk(a, pair); });
  a.number(p.round);
  a.list(p.rounds, rounds_limit, [&](auto& round) {
    a.number(round.number);
    a.date(round.closed);
    a.number(round.pairs);
    a.number(round.points);
  });
  a.map(
      p.letters, letters_limit,
      [&](auto& kind) { a.choice(kind, domain::LetterKind::to_unmatched); },
      [&](auto& letter) { codec::walk(a, letter); });
  a.list(p.mappings, mappings_limit, [&](auto& mapping) { codec::walk(a, mapping); });
}

/// The parts of a map that say the same thing twice must agree.
bool ids_agree(const domain::Programme& programme) {
  for (const auto& [id, person] : programme.people) {
    if (person.id != id) return false;
  }
  for (const auto& [id, pair] : programme.pairs) {
    if (pair.id != id) return false;
  }
  for (const auto& [key, verdict] : programme.verdicts) {
    if (verdict == domain::Verdict::none) return false;
  }
  return true;
}

}  // namespace

base::Bytes encode_programme(const domain::Programme& programme) {
  base::ByteWriter writer;
  writer.u8(version);
  BytesOut out(writer);
  walk(out, programme);
  return writer.take();
}

base::Result<domain::Programme> decode_programme(base::BytesView bytes) {
  base::ByteReader reader(bytes);
  if (!bytes.empty() && reader.u8() != version) {
    return base::fail(base::Errc::unsupported_version, "byte 0", "programme version");
  }
  BytesIn in(reader);
  domain::Programme programme;
  walk(in, programme);
  if (const base::Done done = reader.finish(); !done) return base::pass_on(done);
  if (!ids_agree(programme)) {
    return base::fail(base::Errc::corrupt, "programme", "an id or verdict does not agree");
  }
  return programme;
}

}  // namespace pairbook::codec
