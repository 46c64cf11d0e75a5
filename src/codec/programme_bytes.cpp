// A whole programme as bytes: what snapshots hold and what devices compare by hash.
//
//   programme = version name founded fields people rules verdicts pairs round rounds letters
//               mappings [sections]
//   version   = the level that is needed, and one: %x01, %x02 with what level 1 brought, and so
//               on (archive_domain.hpp); from %x03 on sections follow
//   sections  = LEB128 count, (byte number, LEB128 length, payload)*   ; numbers rising, none
//               of nothing
//   1 blind   = round on names_seen codes looked_at: the blind review
//   2 kept    = map of id to (head, pairs): the proposals put aside
//   3 checks  = map of pair's id to (maybe check, maybe check, byte, byte)
//   4 requests = map of id to (id, id, date, date, byte, date)
//
// Parts as in op_bytes.cpp; people, verdicts, pairs and letters in rising order of their ids.
#include "archive_domain.hpp"
#include "pairbook/codec/op_bytes.hpp"

namespace pairbook::codec {

namespace {

constexpr Limit fields_limit{10'000, "more than 10,000 questions"};
constexpr Limit verdicts_limit{4'000'000, "more than 4,000,000 verdicts"};
constexpr Limit pairs_limit{4'000'000, "more than 4,000,000 pairs"};
constexpr Limit rounds_limit{100'000, "more than 100,000 rounds"};
constexpr Limit letters_limit{domain::letter_kinds, "more than 7 letters"};
constexpr Limit mappings_limit{1'000, "more than 1,000 mappings"};
constexpr Limit kept_limit{1'000, "more than 1,000 proposals kept"};
constexpr Limit sections_limit{250, "more than 250 sections"};
constexpr std::uint8_t level_of_sections = 2;

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
      p.letters, letters_limit, [&](auto& kind) { walk_letter_kind(a, kind, level); },
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
  if constexpr (A::reads) {
    for (auto& [id, kept] : p.kept) kept.id = id;
  }
}

template <class A, Is<domain::Programme> T>
void walk_checks(A& a, T& p, std::uint8_t) {
  a.map(
      p.follow_ups, pairs_limit, [&](auto& id) { a.id(id); },
      [&](auto& known) { codec::walk(a, known); });
}

template <class A, Is<domain::Programme> T>
void walk_requests(A& a, T& p, std::uint8_t) {
  a.map(
      p.requests, pairs_limit, [&](auto& id) { a.id(id); },
      [&](auto& request) { codec::walk(a, request); });
}

template <class A, Is<domain::BlindReview> T>
void walk_blind(A& a, T& review) {
  a.number(review.round);
  a.flag(review.on);
  a.flag(review.names_seen);
  a.map(
      review.codes, people_limit, [&](auto& id) { a.id(id); },
      [&](auto& code) { a.number(code); });
  std::vector<domain::PersonId> looked_at(review.looked_at.begin(), review.looked_at.end());
  a.list(looked_at, people_limit, [&](auto& id) { a.id(id); });
  if constexpr (A::reads) {
    review.looked_at = {looked_at.begin(), looked_at.end()};
    if (!std::equal(looked_at.begin(), looked_at.end(), review.looked_at.begin(),
                    review.looked_at.end()))
      a.corrupt("not in order");
  }
}

template <class A, Is<domain::Programme> T>
void walk_review(A& a, T& p, std::uint8_t) {
  walk_blind(a, p.blind);
}

/// What came to programmes later, each part by itself, in the order of the numbers.
struct Section {
  std::uint8_t number;
  bool (*there)(const domain::Programme&);
  void (*write)(BytesOut&, const domain::Programme&, std::uint8_t level);
  void (*read)(BytesIn&, domain::Programme&, std::uint8_t level);
};
constexpr Section sections[] = {
    {1, [](const domain::Programme& p) { return p.blind != domain::BlindReview{}; },
     walk_review<BytesOut, const domain::Programme>, walk_review<BytesIn, domain::Programme>},
    {2, [](const domain::Programme& p) { return !p.kept.empty(); },
     walk_kept<BytesOut, const domain::Programme>, walk_kept<BytesIn, domain::Programme>},
    {3, [](const domain::Programme& p) { return !p.follow_ups.empty(); },
     walk_checks<BytesOut, const domain::Programme>, walk_checks<BytesIn, domain::Programme>},
    {4, [](const domain::Programme& p) { return !p.requests.empty(); },
     walk_requests<BytesOut, const domain::Programme>,
     walk_requests<BytesIn, domain::Programme>},
};

std::size_t sections_of(const domain::Programme& programme) {
  return static_cast<std::size_t>(std::ranges::count_if(
      sections, [&](const Section& section) { return section.there(programme); }));
}

/// The version is the level the programme needs, and one.
std::uint8_t level_of(const domain::Programme& programme) {
  std::uint8_t level = codec::level_of(programme.rules);
  for (const domain::Field& field : programme.fields)
    level = std::max(level, codec::level_of(field));
  for (const auto& [kind, letter] : programme.letters)
    level = std::max(level, codec::level_of(kind));
  for (const auto& [id, kept] : programme.kept)
    level = std::max(level, codec::level_of(kept.head.rules));
  return sections_of(programme) > 0 ? std::max(level, level_of_sections) : level;
}

void write_sections(base::ByteWriter& writer, const domain::Programme& programme,
                    std::uint8_t level) {
  writer.varint(sections_of(programme));
  for (const Section& section : sections) {
    if (!section.there(programme)) continue;
    base::ByteWriter payload;
    BytesOut out(payload);
    section.write(out, programme, level);
    writer.u8(section.number);
    writer.blob(payload.view());
  }
}

base::Done read_sections(base::ByteReader& reader, domain::Programme& programme,
                         std::uint8_t level) {
  std::size_t left = BytesIn(reader).counted(sections_limit);
  std::uint8_t before = 0;
  for (; left > 0 && reader.ok(); --left) {
    const std::uint8_t number = reader.u8();
    const base::BytesView payload = reader.blob(reader.left());
    if (!reader.ok()) break;
    if (number <= before) {
      reader.refuse(base::Errc::corrupt, "sections not in order");
      break;
    }
    before = number;
    const auto section = std::ranges::find(sections, number, &Section::number);
    if (section == std::end(sections))
      return base::fail(base::Errc::unsupported_version, "programme", "a newer section");
    base::ByteReader inside(payload);
    BytesIn in(inside);
    section->read(in, programme, level);
    if (inside.ok() && !section->there(programme)) in.corrupt("a section of nothing");
    if (const base::Done done = inside.finish(); !done) return done;
  }
  return {};
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
  if (state_->level >= level_of_sections) {
    if (const base::Done done = read_sections(reader, programme, state_->level); !done)
      return base::pass_on(done);
  }
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
