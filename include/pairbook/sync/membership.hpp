#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/ledger/signed_entry.hpp"
#include "pairbook/sync/admission.hpp"

namespace pairbook::sync {

/// Somebody who may read a space.
struct Member {
  std::string name;  // may be empty for the founder
  Part part = Part::leads;
  Verified verified = Verified::by_link;
  std::optional<crypto::PublicKey> let_in_by;  // nothing for the founder
  InvitationId invitation{};
  bool operator==(const Member&) const = default;
};

inline constexpr std::size_t most_admissions = 4096;

/// Who belongs to a space: its founder, and whom those who may have let in.
///
/// Shape:  follows from the set of entries alone, not from when they came. An admission counts
///         when its author may let others in by what the author itself had seen; it waits until
///         that is known.
/// Source: docs/models/README.md, docs/formats/members.md
class Membership {
 public:
  /// Nobody had to let this one in.
  void found(const crypto::PublicKey& founder);
  [[nodiscard]] const std::optional<crypto::PublicKey>& founder() const { return founder_; }

  /// Takes in what an entry says of members; its signature was checked, and `author` is the
  /// person whose device wrote it. True when it tells something new.
  bool learn(const ledger::SignedEntry& entry, const crypto::PublicKey& author);

  [[nodiscard]] const std::map<crypto::PublicKey, Member>& members() const { return members_; }
  [[nodiscard]] const Member* find(const crypto::PublicKey& person) const;
  [[nodiscard]] bool leads(const crypto::PublicKey& person) const;
  /// The latest entries about members: the past of the next one. Ascending, at most max_past.
  [[nodiscard]] std::vector<crypto::Digest> heads() const;

  /// As the book keeps it: entries that a snapshot stands for are not read again.
  [[nodiscard]] base::Bytes encode() const;
  /// Errors: corrupt, unsupported_version, too_large.
  [[nodiscard]] static base::Result<Membership> decode(base::BytesView bytes);
  [[nodiscard]] bool is_empty() const { return admitted_.empty() && names_.empty(); }

 private:
  struct Admitted {
    crypto::Digest hash{};
    crypto::PublicKey author;
    ledger::HybridTime clock;
    Admission what;
    std::vector<bool> past;  // which of the others it knows of, directly or not
    bool is_judged = false;  // all of its past is here
    bool counts = false;
  };
  struct Name {
    ledger::HybridTime clock;
    std::string text;
  };

  [[nodiscard]] std::optional<std::size_t> place_of(const crypto::Digest& hash) const;
  void add(Admitted admitted);
  void judge_all();
  [[nodiscard]] bool judge(std::size_t at);
  void tell_members();

  std::optional<crypto::PublicKey> founder_;
  std::vector<Admitted> admitted_;  // as they came
  std::map<crypto::Digest, std::size_t> places_;
  std::map<crypto::PublicKey, Name> names_;
  std::map<crypto::PublicKey, Member> members_;
};

}  // namespace pairbook::sync
