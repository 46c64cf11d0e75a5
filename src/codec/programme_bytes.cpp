// A whole programme as bytes: what snapshots hold and what devices compare by hash.
//
//   programme = version name founded fields people rules verdicts pairs round rounds letters
//               mappings
//   version   = %x01, %x02 with what level 1 brought, or %x03 with what level 2 brought
//               (archive_domain.hpp); then sections stand behind the mappings
//   sections  = list of (number:u8, length, payload): numbers rising, none empty
//               2 = map of id to (head, pairs): the proposals put aside
//
// Parts as in op_bytes.cpp; people, verdicts, pairs and letters in rising order of their ids.
#include "archive_domain.hpp"
#include "pairbook/codec/op_bytes.hpp"

namespace pairbook::codec {

namespace {

constexpr std::uint8_t level_of_sections = 2;

/// The version is the level the programme needs, and one.
std::uint8_t level_of(const domain::Programme& programme) {
  std::uint8_t level = codec::level_of(programme.rules);
  for (const domain::Field& field : programme.fields)
    level = std::max(level, codec::level_of(field));
  if (programme.kept.empty()) return level;
  for (const auto& [id, kept] : programme.kept)
    level = std::max(level, codec::level_of(kept.head.rules));
  return std::max(level, level_of_sections);
}
constexpr Limit fields_limit{10'000, "more than 10,000 questions"};
constexpr Limit people_limit{2'000'000, "more than 2,000,000 people"};
constexpr Limit verdicts_limit{4'000'000, "more than 4,000,000 verdicts"};
constexpr Limit pairs_limit{4'000'000, "more than 4,000,000 pairs"};
constexpr Limit rounds_limit{100'000, "more than 100,000 rounds"};
constexpr Limit letters_limit{3, "more than 3 letters"};
constexpr Limit mappings_limit{1'000, "more than 1,000 mappings"};
constexpr Limit kept_limit{1'000, "more than 1,000 proposals kept"};

// The people are by far the most: what comes before and after them goes at once.
template <class A, Is<domain::Programme> T>
void walk_before_people(A& a, T& p, std::uint8_t level) {
  a.text(p.name);
  a.date(p.founded);
  a.list(p.fields, fields_limit, [&](auto& field) { codec::walk(a, field, level); });
}

template <class A, Is<domain::Programme> T>
void walk_after_people(A& a, T& p, std::uint8_t level) {
  codec::walk(a, p.rules, level);
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

template <class A, Is<domain::Programme> T>
void walk_kept(A& a, T& p, std::uint8_t level) {
  a.map(
      p.kept, kept_limit, [&](auto& id) { a.id(id); },
      [&](auto& kept) {
        codec::walk(a, kept.head, level);
        walk_kept_pairs(a, kept.pairs);
      });
}

constexpr std::uint8_t section_kept = 2;

void write_sections(base::ByteWriter& writer, const domain::Programme& programme,
                    std::uint8_t level) {
  writer.varint(programme.kept.empty() ? 0 : 1);
  if (programme.kept.empty()) return;
  base::ByteWriter payload;
  BytesOut out(payload);
  walk_kept(out, programme, level);
  writer.u8(section_kept);
  writer.blob(payload.view());
}

void read_sections(base::ByteReader& reader, domain::Programme& programme, std::uint8_t level) {
  constexpr std::size_t most_sections = 255;
  const std::size_t count = reader.count(most_sections);
  int last = -1;
  for (std::size_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint8_t number = reader.u8();
    if (number <= last) reader.refuse(base::Errc::corrupt, "sections out of order");
    last = number;
    const base::BytesView payload = reader.blob(reader.left());
    if (!reader.ok()) return;
    if (number != section_kept)
      return reader.refuse(base::Errc::unsupported_version, "a section from a newer Pairbook");
    base::ByteReader inner(payload);
    BytesIn in(inner);
    walk_kept(in, programme, level);
    if (programme.kept.empty()) in.corrupt("an empty section");
    for (auto& [id, kept] : programme.kept) kept.id = id;
    if (const base::Done done = inner.finish(); !done)
      reader.refuse(done.error().code, done.error().detail);
  }
}

/// The parts of a map that say the same thing twice must agree.
bool ids_agree(const domain::Programme& programme) {
  for (const auto& [id, person] : programme.people) {
    if (person.id != id) return false;
  }
  for (const auto& [id, pair] : programme.pairs) {
    if (pair.id != id) return false;
  }
  for (const auto& [id, kept] : programme.kept) {
    for (std::size_t i = 1; i < kept.pairs.size(); ++i) {
      if (!(kept.pairs[i - 1].mentee < kept.pairs[i].mentee)) return false;
    }
  }
  for (const auto& [key, verdict] : programme.verdicts) {
    if (verdict == domain::Verdict::none) return false;
  }
  return true;
}

}  // namespace

struct ProgrammeWriter::State {
  const domain::Programme& programme;
  std::map<domain::PersonId, domain::Person>::const_iterator next;
  std::uint8_t level = 0;
  base::ByteWriter writer;
};

ProgrammeWriter::ProgrammeWriter(const domain::Programme& programme)
    : state_(std::make_unique<State>(
          State{programme, programme.people.begin(), level_of(programme), {}})) {
  state_->writer.u8(static_cast<std::uint8_t>(state_->level + 1));
  BytesOut out(state_->writer);
  walk_before_people(out, programme, state_->level);
  state_->writer.varint(programme.people.size());
}
ProgrammeWriter::ProgrammeWriter(ProgrammeWriter&&) noexcept = default;
ProgrammeWriter& ProgrammeWriter::operator=(ProgrammeWriter&&) noexcept = default;
ProgrammeWriter::~ProgrammeWriter() = default;

bool ProgrammeWriter::step(std::size_t most_people) {
  BytesOut out(state_->writer);
  const auto end = state_->programme.people.end();
  for (; most_people > 0 && state_->next != end; --most_people, ++state_->next) {
    out.id(state_->next->first);
    codec::walk(out, state_->next->second);
  }
  if (state_->next != end) return false;
  walk_after_people(out, state_->programme, state_->level);
  if (state_->level >= level_of_sections)
    write_sections(state_->writer, state_->programme, state_->level);
  return true;
}

base::Bytes ProgrammeWriter::take() {
  return state_->writer.take();
}

struct ProgrammeReader::State {
  base::ByteReader reader;
  domain::Programme programme;
  std::size_t people = 0;
  std::uint8_t level = 0;
  bool begun = false;
};

ProgrammeReader::ProgrammeReader(base::BytesView bytes)
    : state_(std::make_unique<State>(State{base::ByteReader(bytes), {}, 0, 0, false})) {}
ProgrammeReader::ProgrammeReader(ProgrammeReader&&) noexcept = default;
ProgrammeReader& ProgrammeReader::operator=(ProgrammeReader&&) noexcept = default;
ProgrammeReader::~ProgrammeReader() = default;

base::Result<bool> ProgrammeReader::step(std::size_t most_people) {
  base::ByteReader& reader = state_->reader;
  domain::Programme& programme = state_->programme;
  BytesIn in(reader);
  if (!std::exchange(state_->begun, true)) {
    if (const std::uint8_t version = reader.u8(); reader.ok()) {
      if (version == 0 || version > newest_level + 1)
        return base::fail(base::Errc::unsupported_version, "byte 0", "programme version");
      state_->level = static_cast<std::uint8_t>(version - 1);
    }
    walk_before_people(in, programme, state_->level);
    state_->people = in.counted(people_limit);
  }
  for (; most_people > 0 && programme.people.size() < state_->people && reader.ok();
       --most_people) {
    in.map_item(
        programme.people, [&](auto& id) { in.id(id); },
        [&](auto& person) { codec::walk(in, person); });
  }
  if (reader.ok() && programme.people.size() < state_->people) return false;
  walk_after_people(in, programme, state_->level);
  if (state_->level >= level_of_sections) read_sections(reader, programme, state_->level);
  if (level_of(programme) != state_->level) in.corrupt("not at its lowest level");
  if (const base::Done done = reader.finish(); !done) return base::pass_on(done);
  if (!ids_agree(programme)) {
    return base::fail(base::Errc::corrupt, "programme", "an id or verdict does not agree");
  }
  return true;
}

std::size_t ProgrammeReader::done() const {
  return state_->programme.people.size();
}
std::size_t ProgrammeReader::whole() const {
  return state_->people;
}

domain::Programme ProgrammeReader::take() {
  return std::move(state_->programme);
}

base::Bytes encode_programme(const domain::Programme& programme) {
  ProgrammeWriter writer(programme);
  (void)writer.step(programme.people.size());
  return writer.take();
}

base::Result<domain::Programme> decode_programme(base::BytesView bytes) {
  ProgrammeReader reader(bytes);
  while (true) {
    const auto done = reader.step(people_limit.most);
    if (!done) return base::pass_on(done);
    if (*done) return reader.take();
  }
}

}  // namespace pairbook::codec
