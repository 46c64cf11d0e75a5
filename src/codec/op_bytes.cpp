// Ops as bytes, schema 1. Little-endian; docs/formats/ops.md tells the whole grammar.
//
//   op       = parts of the op in the order of archive_domain.hpp and of walk_op() below
//   flag     = %x00 / %x01          number = zigzag LEB128, shortest, 32 bits
//   text     = LEB128 length, UTF-8 bytes
//   list     = LEB128 count, items  map    = list of key, value in strictly rising order of
//   keys maybe    = %x00 / %x01 value    id     = 16 bytes          date = number of days since
//   1970
//
// Nothing may be left over. There is one way to write a value, so encode(decode(x)) == x.
#include "pairbook/codec/op_bytes.hpp"

#include "archive_domain.hpp"

namespace pairbook::codec {

namespace {

using namespace domain;

constexpr Limit batch_limit{10'000, "more than 10,000 people or pairs in one op"};

template <class T>
struct Kind;  // number, critical
#define PAIRBOOK_OP(type, number_, critical_)        \
  template <>                                        \
  struct Kind<type> {                                \
    static constexpr std::uint16_t number = number_; \
    static constexpr bool critical = critical_;      \
  }
// Numbers are never used again for anything else.
PAIRBOOK_OP(ProgrammeFounded, 1, true);
PAIRBOOK_OP(ProgrammeRenamed, 2, false);
PAIRBOOK_OP(FieldDefined, 3, true);
PAIRBOOK_OP(FieldRemoved, 4, true);
PAIRBOOK_OP(PeopleAdded, 5, true);
PAIRBOOK_OP(PeopleChanged, 6, true);
PAIRBOOK_OP(PeopleRemoved, 7, true);
PAIRBOOK_OP(RulesChanged, 8, true);
PAIRBOOK_OP(VerdictGiven, 9, true);
PAIRBOOK_OP(PairsApproved, 10, true);
PAIRBOOK_OP(PairsWithdrawn, 11, true);
PAIRBOOK_OP(PairEnded, 12, true);
PAIRBOOK_OP(PairResumed, 13, true);
PAIRBOOK_OP(RoundClosed, 14, true);
PAIRBOOK_OP(RoundReopened, 15, true);
PAIRBOOK_OP(LetterChanged, 16, false);
PAIRBOOK_OP(MappingRemembered, 17, false);
PAIRBOOK_OP(MappingForgotten, 18, false);
PAIRBOOK_OP(ProposalKept, 23, false);
PAIRBOOK_OP(ProposalRenamed, 24, false);
PAIRBOOK_OP(ProposalForgotten, 25, false);
PAIRBOOK_OP(PairChecked, 26, true);
PAIRBOOK_OP(RematchAsked, 27, true);
PAIRBOOK_OP(RequestMade, 29, true);
PAIRBOOK_OP(RequestAnswered, 30, true);
PAIRBOOK_OP(BlindReviewBegun, 21, true);
PAIRBOOK_OP(NamesRevealed, 22, true);
#undef PAIRBOOK_OP
// The same at a later level, which is the first byte: FieldDefined, RulesChanged and
// LetterChanged with what level 0 does not know.
constexpr std::uint16_t field_defined_later = 19;
constexpr std::uint16_t rules_changed_later = 20;
constexpr std::uint16_t letter_changed_later = 28;

template <class A, Is<ProgrammeFounded> T>
void walk_op(A& a, T& op) {
  a.text(op.name);
  a.date(op.on);
}
template <class A, Is<ProgrammeRenamed> T>
void walk_op(A& a, T& op) {
  a.text(op.name);
}
template <class A, Is<FieldDefined> T>
void walk_op(A& a, T& op, std::uint8_t level = 0) {
  walk(a, op.field, level);
  a.maybe(op.position, [&](auto& position) { a.number(position); });
}
template <class A, Is<FieldRemoved> T>
void walk_op(A& a, T& op) {
  a.key(op.key);
}
template <class A, Is<PeopleAdded> T>
void walk_op(A& a, T& op) {
  a.list(op.people, batch_limit, [&](auto& person) { walk(a, person); });
}
template <class A, Is<PeopleChanged> T>
void walk_op(A& a, T& op) {
  a.list(op.changes, batch_limit, [&](auto& change) {
    a.id(change.first);
    walk(a, change.second);
  });
}
template <class A, Is<PeopleRemoved> T>
void walk_op(A& a, T& op) {
  a.list(op.people, batch_limit, [&](auto& id) { a.id(id); });
}
template <class A, Is<RulesChanged> T>
void walk_op(A& a, T& op, std::uint8_t level = 0) {
  walk(a, op.rules, level);
}
template <class A, Is<VerdictGiven> T>
void walk_op(A& a, T& op) {
  a.id(op.mentor.person);
  a.id(op.mentee.person);
  a.choice(op.verdict, Verdict::forbidden);
}
template <class A, Is<PairsApproved> T>
void walk_op(A& a, T& op) {
  a.list(op.pairs, batch_limit, [&](auto& pair) { walk(a, pair); });
}
template <class A, Is<PairsWithdrawn> T>
void walk_op(A& a, T& op) {
  a.list(op.pairs, batch_limit, [&](auto& id) { a.id(id); });
}
template <class A, Is<PairEnded> T>
void walk_op(A& a, T& op) {
  a.id(op.pair);
  a.date(op.on);
  a.text(op.note);
}
template <class A, Is<PairResumed> T>
void walk_op(A& a, T& op) {
  a.id(op.pair);
}
template <class A, Is<RoundClosed> T>
void walk_op(A& a, T& op) {
  a.number(op.number);
  a.date(op.on);
}
template <class A, Is<RoundReopened> T>
void walk_op(A& a, T& op) {
  a.number(op.number);
}
template <class A, Is<LetterChanged> T>
void walk_op(A& a, T& op, std::uint8_t level = 0) {
  walk_letter_kind(a, op.kind, level);
  a.maybe(op.letter, [&](auto& letter) { walk(a, letter); });
}
template <class A, Is<MappingRemembered> T>
void walk_op(A& a, T& op) {
  walk(a, op.mapping);
}
template <class A, Is<MappingForgotten> T>
void walk_op(A& a, T& op) {
  walk_texts(a, op.headers, columns_limit);
}

/// The level of its rules stands first.
template <class A, Is<ProposalKept> T>
void walk_op(A& a, T& op, std::uint8_t level) {
  a.id(op.proposal);
  a.maybe(op.head, [&](auto& head) { walk(a, head, level); });
  walk_kept_pairs(a, op.pairs);
}
template <class A, Is<ProposalRenamed> T>
void walk_op(A& a, T& op) {
  a.id(op.proposal);
  a.text(op.name);
}
template <class A, Is<ProposalForgotten> T>
void walk_op(A& a, T& op) {
  a.id(op.proposal);
  a.list(op.mentees, batch_limit, [&](auto& mentee) { a.id(mentee.person); });
}
template <class A, Is<PairChecked> T>
void walk_op(A& a, T& op) {
  a.id(op.pair);
  a.choice(op.by, Side::mentee);
  a.maybe(op.check, [&](auto& check) { walk(a, check); });
}
template <class A, Is<RematchAsked> T>
void walk_op(A& a, T& op) {
  a.id(op.pair);
  a.choice(op.for_mentor, Another::found);
  a.choice(op.for_mentee, Another::found);
}
template <class A, Is<RequestMade> T>
void walk_op(A& a, T& op) {
  a.id(op.request);
  a.maybe(op.made, [&](auto& made) { walk(a, made); });
}
template <class A, Is<RequestAnswered> T>
void walk_op(A& a, T& op) {
  a.id(op.request);
  a.choice(op.answer, RequestAnswer::withdrawn);
  a.date(op.on);
  check_day(a, op.answer, op.on);
}
template <class A, Is<BlindReviewBegun> T>
void walk_op(A& a, T& op) {
  a.number(op.round);
  a.list(op.shown, people_limit, [&](auto& id) { a.id(id); });
}
template <class A, Is<NamesRevealed> T>
void walk_op(A& a, T& op) {
  a.number(op.round);
  a.list(op.people, people_limit, [&](auto& id) { a.id(id); });
}

template <class T>
base::Result<Op> decode_as(base::BytesView payload) {
  base::ByteReader reader(payload);
  BytesIn in(reader);
  T op;
  walk_op(in, op);
  if (const base::Done done = reader.finish(); !done) return base::pass_on(done);
  return Op(std::move(op));
}

std::uint8_t level_of(const FieldDefined& op) {
  return codec::level_of(op.field);
}
std::uint8_t level_of(const RulesChanged& op) {
  return codec::level_of(op.rules);
}
std::uint8_t level_of(const LetterChanged& op) {
  return codec::level_of(op.kind);
}
std::uint8_t level_of(const ProposalKept& op) {
  return op.head ? codec::level_of(op.head->rules) : std::uint8_t{0};
}
template <class T>
OpBytes encode_later(const T& op, std::uint16_t kind, std::uint8_t level) {
  base::ByteWriter writer;
  writer.u8(level);
  BytesOut out(writer);
  walk_op(out, op, level);
  return {kind, Kind<T>::critical, writer.take()};
}

template <class T>
base::Result<Op> decode_later(std::uint16_t kind, base::BytesView payload,
                              std::uint8_t least = 1) {
  base::ByteReader reader(payload);
  const std::uint8_t level = reader.u8();
  if (reader.ok() && level > newest_level)
    return Op(UnknownOp{kind, base::Bytes(payload.begin(), payload.end())});
  BytesIn in(reader);
  T op;
  walk_op(in, op, level);
  if (level_of(op) != level || level < least) in.corrupt("not at its lowest level");
  if (const base::Done done = reader.finish(); !done) return base::pass_on(done);
  return Op(std::move(op));
}

/// The alternative of Op with this number; UnknownOp when there is none.
template <std::size_t I = 0>
base::Result<Op> decode_kind(std::uint16_t kind, base::BytesView payload) {
  using T = std::variant_alternative_t<I, Op>;
  if constexpr (std::same_as<T, UnknownOp>) {
    return Op(UnknownOp{kind, base::Bytes(payload.begin(), payload.end())});
  } else {
    if constexpr (std::same_as<T, ProposalKept>) {
      if (kind == Kind<T>::number) return decode_later<T>(kind, payload, 0);
    } else {
      if (kind == Kind<T>::number) return decode_as<T>(payload);
    }
    return decode_kind<I + 1>(kind, payload);
  }
}

}  // namespace

OpBytes encode_op(const Op& op) {
  return std::visit(
      [](const auto& happened) -> OpBytes {
        using T = std::remove_cvref_t<decltype(happened)>;
        if constexpr (std::same_as<T, UnknownOp>) {
          return {happened.kind, false, happened.payload};
        } else if constexpr (std::same_as<T, ProposalKept>) {
          return encode_later(happened, Kind<T>::number, level_of(happened));
        } else {
          if constexpr (std::same_as<T, FieldDefined> || std::same_as<T, RulesChanged> ||
                        std::same_as<T, LetterChanged>) {
            const std::uint8_t level = level_of(happened);
            constexpr auto later = std::same_as<T, FieldDefined>   ? field_defined_later
                                   : std::same_as<T, RulesChanged> ? rules_changed_later
                                                                   : letter_changed_later;
            if (level > 0) return encode_later(happened, later, level);
          }
          base::ByteWriter writer;
          BytesOut out(writer);
          walk_op(out, happened);
          return {Kind<T>::number, Kind<T>::critical, writer.take()};
        }
      },
      op);
}

base::Result<Op> decode_op(std::uint16_t kind, base::BytesView payload) {
  if (kind == field_defined_later) return decode_later<FieldDefined>(kind, payload);
  if (kind == rules_changed_later) return decode_later<RulesChanged>(kind, payload);
  if (kind == letter_changed_later) return decode_later<LetterChanged>(kind, payload);
  return decode_kind(kind, payload);
}

}  // namespace pairbook::codec
