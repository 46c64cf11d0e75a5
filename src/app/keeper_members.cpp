// Who else writes in a book: letting somebody in, and being let in.
#include "keeper_inside.hpp"

namespace pairbook::app {

using base::Errc;
using base::fail;
using base::pass_on;
using base::Result;

crypto::SigningKey Keeper::person_key() const {
  return inside_->vault.keyring().person_key();
}

Result<vault::Commit> Keeper::put_sync_records(std::map<std::string, base::Bytes> records,
                                               base::RandomSource& random) {
  return take_in({{}, std::move(records)}, {}, random);
}

Result<vault::Commit> Keeper::call_oneself(std::string_view name, const domain::Moment& moment,
                                           base::RandomSource& random) {
  if (!sync::is_member_name(name)) return fail(Errc::invalid_input, "name", "none");
  auto ops = inside_->missing_certificates();
  ops.push_back(sync::to_name_op(name));
  return inside_->write(ledger::ChangeId::random(random), std::move(ops), moment, random);
}

Result<vault::Commit> Keeper::let_in(sync::Admission admission, const domain::Moment& moment,
                                     base::RandomSource& random) {
  const sync::Membership& known = inside_->members.membership();
  if (!known.leads(person_key().public_key()))
    return fail(Errc::not_permitted, "member", "may not let others in");
  if (known.find(admission.person) != nullptr) return fail(Errc::conflict, "member", "is in");
  if (known.members().size() > sync::most_admissions)
    return fail(Errc::too_large, "members", "too many");
  // An admission stands in an entry of its own.
  std::optional<vault::Commit> before;
  if (auto ops = inside_->missing_certificates(); !ops.empty()) {
    auto vouched =
        inside_->write(ledger::ChangeId::random(random), std::move(ops), moment, random);
    if (!vouched) return vouched;
    before = std::move(*vouched);
  }
  admission.past = known.heads();
  auto written =
      inside_->write(ledger::ChangeId::random(random), {to_op(admission)}, moment, random);
  if (!written || !before) return written;
  return vault::merge(std::move(*before), std::move(*written));
}

Result<sync::Welcome> Keeper::welcome_for(sync::Part part, std::string programme,
                                          std::string relay) const {
  const auto& founder = inside_->members.membership().founder();
  const vault::SpaceKeys* space = inside_->vault.keyring().find(inside_->ledger.space());
  if (!founder || space == nullptr) return fail(Errc::not_found, "space", "no founder");
  sync::Welcome welcome{space->clone(), *founder, std::move(programme), std::move(relay)};
  if (part != sync::Part::leads) welcome.space.admin_seed.reset();
  return welcome;
}

Result<vault::Commit> Keeper::enter(sync::Welcome welcome, base::RandomSource& random) {
  Inside& in = *inside_;
  if (in.vault.log_end() != 0) return fail(Errc::conflict, "book", "something is in it");
  vault::Keyring keyring = in.vault.keyring().clone();
  const ledger::SpaceId space = welcome.space.id;
  keyring.move_to(std::move(welcome.space));
  auto moved = in.keep(in.vault.replace_keyring(std::move(keyring), random));
  if (!moved) return moved;
  in.ledger = ledger::Ledger(space);
  in.members = sync::Members();
  in.believe_ourselves();
  in.members.found(welcome.founder);
  in.space =
      std::make_unique<sync::BookSpace>(space, in.vault.keyring(), in.ledger, in.members);
  const base::BytesView relay = base::bytes_of(welcome.relay);
  auto kept = put_sync_records({{persons_record, in.members.membership().encode()},
                                {sync::relay_record, {relay.begin(), relay.end()}}},
                               random);
  if (!kept) return kept;
  return vault::merge(std::move(*moved), std::move(*kept));
}

}  // namespace pairbook::app
