#include <algorithm>

#include "checks.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::domain {

using base::Errc;
using base::fail;

namespace {

/// The name as it is kept. Two of one name could not be told apart where they are compared.
base::Result<std::string> name_for(const Programme& p, const ProposalId& id,
                                   std::string_view asked) {
  std::string name = base::collapse_spaces(asked);
  if (name.empty()) return fail(Errc::invalid_input, "name", "empty");
  const auto letters = std::count_if(name.begin(), name.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  if (static_cast<std::size_t>(letters) > max_proposal_name)
    return fail(Errc::too_large, "name", "more than 80 characters");
  for (const auto& [other, kept] : p.kept) {
    if (other != id && base::fold_case(kept.head.name) == base::fold_case(name))
      return fail(Errc::conflict, kept.head.name, "another one has this name");
  }
  return name;
}

}  // namespace

std::vector<Op> ops_that_keep(const KeptProposal& kept) {
  std::vector<Op> ops;
  for (std::size_t at = 0; at == 0 || at < kept.pairs.size(); at += people_per_op) {
    const auto first = kept.pairs.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t count = std::min(people_per_op, kept.pairs.size() - at);
    ProposalKept op{kept.id, std::nullopt, {first, first + static_cast<std::ptrdiff_t>(count)}};
    if (at == 0) op.head = kept.head;
    ops.emplace_back(std::move(op));
  }
  return ops;
}

base::Result<std::vector<Op>> decide_keep(const Programme& p, const KeepProposal& c,
                                          const Moment& moment) {
  KeptProposal kept = c.proposal;
  if (p.kept.contains(kept.id)) return fail(Errc::conflict, kept.head.name, "kept already");
  if (p.kept.size() >= max_kept_proposals)
    return fail(Errc::too_large, "proposals", "more than 20");
  if (kept.pairs.empty()) return fail(Errc::invalid_input, "pairs", "none");
  auto name = name_for(p, kept.id, kept.head.name);
  if (!name) return base::pass_on(name);
  kept.head.name = std::move(*name);
  kept.head.on = moment.today;
  kept.head.round = p.round;
  return ops_that_keep(kept);
}

base::Result<std::vector<Op>> decide_rename(const Programme& p, const RenameProposal& c) {
  const auto found = p.kept.find(c.proposal);
  if (found == p.kept.end()) return fail(Errc::not_found, "proposal", "removed meanwhile");
  auto name = name_for(p, c.proposal, c.name);
  if (!name) return base::pass_on(name);
  if (*name == found->second.head.name) return std::vector<Op>{};
  return std::vector<Op>{ProposalRenamed{c.proposal, std::move(*name)}};
}

base::Result<std::vector<Op>> decide_forget(const Programme& p, const ForgetProposal& c) {
  if (!p.kept.contains(c.proposal))
    return fail(Errc::not_found, "proposal", "removed meanwhile");
  return std::vector<Op>{ProposalForgotten{c.proposal, {}}};
}

}  // namespace pairbook::domain
