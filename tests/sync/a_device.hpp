#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/sync/talk.hpp"
#include "pairbook/vault/vault.hpp"
#include "sync/a_relay.hpp"

namespace pairbook::sync {

/// A device with a real book: rows on a disk that takes a while, and what is in memory, which a
/// crash takes away.
class ADevice {
 public:
  ADevice(const vault::Keyring& keyring, std::uint64_t seed);
  ADevice(const ADevice&) = delete;

  /// Opens the book from the disk, as after a crash.
  void open();
  void crash() { running_.reset(); }
  [[nodiscard]] bool is_running() const { return running_.has_value(); }

  void write(std::string_view text, base::Instant now);
  /// What the disk has been asked for and has not done yet.
  [[nodiscard]] std::size_t to_store() const { return running_ ? running_->stores.size() : 0; }
  Actions store_one(base::Instant now);
  /// Carries out what concerns the book: Fetch and Keep.
  Actions fetch(const Fetch& what, base::Instant now);
  void keep(const Keep& what);
  /// Everything on the disk as the bytes of a file, and taking such a file in.
  [[nodiscard]] base::Bytes to_file();
  void take_file(base::BytesView bytes, base::Instant now);
  /// A copy of the book, and going back to it.
  void copy() { copy_ = disk_; }
  void put_back();
  /// Goes on as another device: when others have entries of ours that we do not.
  void renew();
  /// Believes the other devices of its person from now on.
  void trust();

  [[nodiscard]] Talk& talk() { return *running_->talk; }
  [[nodiscard]] const ledger::Ledger& ledger() const { return running_->ledger; }
  [[nodiscard]] const vault::Keyring& keyring() const { return running_->vault.keyring(); }
  /// Everything that is on the disk.
  [[nodiscard]] std::vector<ledger::SignedEntry> log();

  std::int64_t clock_error_ms = 0;

 private:
  struct Store {
    vault::Commit commit;
    std::vector<ledger::SignedEntry> taken;
    bool is_keep = false;
    std::uint64_t position = 0;
    std::uint64_t log_end = 0;
  };
  struct Running {
    vault::Vault vault;
    ledger::Ledger ledger;
    Members members;
    std::unique_ptr<BookSpace> space;
    std::unique_ptr<Talk> talk;
    std::deque<Store> stores;
  };

  /// Puts what is known of devices beside the entries that told it.
  void keep_members(vault::Change& change) const;
  [[nodiscard]] base::Instant clock(base::Instant now) const {
    return {now.ms + clock_error_ms};
  }

  base::SeededRandom random_;
  crypto::Key passphrase_;
  vault::Rows disk_;
  vault::Rows copy_;
  bool trusts_ = false;
  std::optional<Running> running_;
};

}  // namespace pairbook::sync
