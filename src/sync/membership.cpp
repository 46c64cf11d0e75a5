// membership := version:u8=1 founded:u8 in 0..1 ( founder[32] if 1 )
//               count:varint<=4096 { hash[32] author[32] clock admission:blob<=4096 }  hash
//               ascending count:varint<=4096 { person[32] clock name } person ascending
// clock := ms:u64 counter:u16      admission: payload of op 4002      name: as in admission.cpp
#include "pairbook/sync/membership.hpp"

#include <algorithm>
#include <utility>

#include "sync/version.hpp"

namespace pairbook::sync {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::size_t max_admission = 4096;

void write(ByteWriter& out, const ledger::HybridTime& clock) {
  out.u64(clock.ms);
  out.u16(clock.counter);
}

ledger::HybridTime read_clock(ByteReader& in) {
  ledger::HybridTime clock;
  clock.ms = in.u64();
  clock.counter = in.u16();
  return clock;
}

}  // namespace

void Membership::found(const crypto::PublicKey& founder) {
  founder_ = founder;
  for (Admitted& one : admitted_) one.is_judged = one.counts = false;
  judge_all();
}

const Member* Membership::find(const crypto::PublicKey& person) const {
  const auto found = members_.find(person);
  return found == members_.end() ? nullptr : &found->second;
}

bool Membership::leads(const crypto::PublicKey& person) const {
  const Member* member = find(person);
  return member != nullptr && member->part == Part::leads;
}

std::optional<std::size_t> Membership::place_of(const crypto::Digest& hash) const {
  const auto found = places_.find(hash);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

void Membership::add(Admitted admitted) {
  places_.emplace(admitted.hash, admitted_.size());
  admitted_.push_back(std::move(admitted));
}

bool Membership::learn(const ledger::SignedEntry& entry, const crypto::PublicKey& author) {
  bool is_new = false;
  for (const ledger::OpBytes& op : entry.entry.ops) {
    if (op.kind == name_op) {
      auto text = decode_name(op.payload);
      const auto known = names_.find(author);
      const bool is_later = known == names_.end() || known->second.clock < entry.entry.clock;
      if (!text || !is_later || (known == names_.end() && names_.size() >= most_admissions))
        continue;
      names_.insert_or_assign(author, Name{entry.entry.clock, std::move(*text)});
      is_new = true;
    }
    if (op.kind != admission_op || places_.contains(entry.hash)) continue;
    auto admission = decode_admission(op.payload);
    if (!admission || admitted_.size() >= most_admissions) continue;
    add({entry.hash, author, entry.entry.clock, std::move(*admission), {}, false, false});
    is_new = true;
  }
  if (is_new) judge_all();
  return is_new;
}

bool Membership::judge(std::size_t at) {
  Admitted& one = admitted_[at];
  std::vector<bool> past(admitted_.size());
  for (const crypto::Digest& hash : one.what.past) {
    const auto before = place_of(hash);
    if (!before || !admitted_[*before].is_judged) return false;
    past[*before] = true;
    const std::vector<bool>& theirs = admitted_[*before].past;
    for (std::size_t i = 0; i < theirs.size(); ++i) past[i] = past[i] || theirs[i];
  }
  one.counts = founder_ && one.author == *founder_;
  for (std::size_t i = 0; i < past.size() && !one.counts; ++i) {
    const Admitted& other = admitted_[i];
    one.counts = past[i] && other.counts && other.what.person == one.author &&
                 other.what.part == Part::leads;
  }
  one.past = std::move(past);
  return one.is_judged = true;
}

void Membership::judge_all() {
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (std::size_t at = 0; at < admitted_.size(); ++at) {
      if (!admitted_[at].is_judged && judge(at)) goes_on = true;
    }
  }
  tell_members();
}

// Of several admissions of one person the earliest gives the name; what any of them allows, is
// allowed.
void Membership::tell_members() {
  members_.clear();
  if (founder_) members_[*founder_] = Member{};
  std::vector<const Admitted*> counting;
  for (const Admitted& one : admitted_) {
    if (one.counts) counting.push_back(&one);
  }
  std::ranges::sort(counting, {},
                    [](const Admitted* one) { return std::pair(one->clock, one->hash); });
  for (const Admitted* one : counting) {
    const Admission& what = one->what;
    const auto [known, is_first] = members_.try_emplace(
        what.person, Member{what.name, what.part, what.verified, one->author, what.invitation});
    if (is_first || !known->second.let_in_by) continue;
    known->second.part = std::max(known->second.part, what.part);
    known->second.verified = std::max(known->second.verified, what.verified);
  }
  for (const auto& [person, name] : names_) {
    const auto member = members_.find(person);
    if (member != members_.end()) member->second.name = name.text;
  }
}

std::vector<crypto::Digest> Membership::heads() const {
  std::vector<bool> is_named(admitted_.size());
  for (const Admitted& one : admitted_) {
    for (std::size_t i = 0; i < one.past.size(); ++i) is_named[i] = is_named[i] || one.past[i];
  }
  std::vector<crypto::Digest> out;
  for (std::size_t i = 0; i < admitted_.size(); ++i) {
    if (admitted_[i].is_judged && !is_named[i]) out.push_back(admitted_[i].hash);
  }
  std::ranges::sort(out);
  out.resize(std::min(out.size(), max_past));
  return out;
}

base::Bytes Membership::encode() const {
  ByteWriter out;
  out.u8(1);
  out.u8(founder_ ? 1 : 0);
  if (founder_) out.raw(founder_->bytes);
  out.varint(places_.size());
  for (const auto& [hash, place] : places_) {
    const Admitted& one = admitted_[place];
    out.raw(hash);
    out.raw(one.author.bytes);
    write(out, one.clock);
    out.blob(to_op(one.what).payload);
  }
  out.varint(names_.size());
  for (const auto& [person, name] : names_) {
    out.raw(person.bytes);
    write(out, name.clock);
    out.text(name.text);
  }
  return out.take();
}

base::Result<Membership> Membership::decode(base::BytesView bytes) {
  ByteReader in(bytes);
  read_version(in);
  Membership out;
  const std::uint8_t is_founded = in.u8();
  if (is_founded > 1) in.refuse(Errc::corrupt, "founder");
  if (is_founded == 1) out.founder_ = crypto::PublicKey{in.fixed<32>()};
  const std::size_t admissions = in.count(most_admissions);
  for (std::size_t i = 0; i < admissions && in.ok(); ++i) {
    Admitted one;
    one.hash = in.fixed<32>();
    one.author.bytes = in.fixed<32>();
    one.clock = read_clock(in);
    auto what = decode_admission(in.blob(max_admission));
    if (in.ok() && !what) in.refuse(what.error().code, "admission");
    if (in.ok() && i > 0 && out.places_.rbegin()->first >= one.hash)
      in.refuse(Errc::corrupt, "not ascending");
    if (!in.ok()) break;
    one.what = std::move(*what);
    out.add(std::move(one));
  }
  const std::size_t names = in.count(most_admissions);
  for (std::size_t i = 0; i < names && in.ok(); ++i) {
    const crypto::PublicKey person{in.fixed<32>()};
    Name name{read_clock(in), in.text(max_member_name)};
    if (in.ok() && !is_member_name(name.text)) in.refuse(Errc::corrupt, "name");
    if (in.ok() && i > 0 && out.names_.rbegin()->first >= person)
      in.refuse(Errc::corrupt, "not ascending");
    if (in.ok()) out.names_.emplace(person, std::move(name));
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  out.judge_all();
  return out;
}

}  // namespace pairbook::sync
