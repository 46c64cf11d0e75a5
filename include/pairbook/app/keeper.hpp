#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/app/book_check.hpp"
#include "pairbook/app/intent.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/recovery_code.hpp"
#include "pairbook/crypto/stretch.hpp"
#include "pairbook/domain/decide.hpp"
#include "pairbook/domain/op.hpp"
#include "pairbook/domain/programme.hpp"
#include "pairbook/ledger/entry.hpp"
#include "pairbook/sync/lobby.hpp"
#include "pairbook/sync/space.hpp"
#include "pairbook/vault/row.hpp"
#include "pairbook/vault/vault.hpp"

namespace pairbook::app {

// The way between what the application does and the sealed bytes of a book.

/// How a passphrase becomes a key: what a stretch job is asked for.
struct StretchAsked {
  crypto::Salt salt{};
  crypto::KdfCost cost = crypto::usual_cost;
};
[[nodiscard]] base::Bytes stretch_input(std::string_view passphrase, const StretchAsked& asked);

/// Ops none of which is too large for one entry of the history: lists of people are parted.
[[nodiscard]] std::vector<domain::Op> fit_entries(std::vector<domain::Op> ops);

/// One piece of the past, as it is folded again.
struct PastChange {
  ledger::ChangeId change;
  base::Instant when;
  std::vector<domain::Op> ops;
  bool goes_on = false;  // the next one belongs to the same change
};

/// Which file on which disk, as a copy of it cannot say: its number and when it was made,
/// hashed.
using FilePlace = crypto::Digest;

/// What came from elsewhere, with its signatures checked (sync::Space::open).
struct FromOthers {
  std::vector<ledger::SignedEntry> entries;
  std::map<std::string, base::Bytes> records;
};

class Keeper;

/// Everything that ever happened, in order, a little at a time.
class PastReader {
 public:
  explicit PastReader(const Keeper& keeper);
  PastReader(PastReader&&) noexcept;
  PastReader& operator=(PastReader&&) noexcept;
  ~PastReader();

  /// Opens entries of about `most_bytes` more; true when all are open and next() may begin.
  /// Shape:  nothing is written into the book before that.
  /// Errors: corrupt with the row.
  [[nodiscard]] base::Result<bool> read(const Keeper& keeper, std::size_t most_bytes);
  [[nodiscard]] bool finished() const;
  /// Errors: corrupt, unsupported_version.
  [[nodiscard]] base::Result<PastChange> next();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// An open book's keys, history and rows: takes what happened, gives bytes to store.
class Keeper {
 public:
  Keeper(Keeper&&) noexcept;
  Keeper& operator=(Keeper&&) noexcept;
  ~Keeper();

  [[nodiscard]] BookId id() const;
  [[nodiscard]] bool is_read_only() const;

  /// Writes ops of one change into the history. Nothing is kept until the result is stored.
  [[nodiscard]] base::Result<vault::Commit> append(const ledger::ChangeId& change,
                                                   const std::vector<domain::Op>& ops,
                                                   const domain::Moment& moment,
                                                   base::RandomSource& random);
  /// When enough was written since the last one: the programme as it is now, so that opening
  /// need not fold everything.
  [[nodiscard]] bool snapshot_is_due() const;
  [[nodiscard]] base::Result<vault::Commit> snapshot(const domain::Programme& programme,
                                                     base::RandomSource& random);
  /// The same a piece at a time, with the programme in bytes already (codec::ProgrammeWriter).
  [[nodiscard]] vault::SealedSnapshot begin_snapshot(base::Bytes programme) const;
  [[nodiscard]] bool seal_some(vault::SealedSnapshot& snapshot, std::size_t most_bytes,
                               base::RandomSource& random) const;
  [[nodiscard]] base::Result<vault::Commit> snapshot(vault::SealedSnapshot sealed,
                                                     base::RandomSource& random);

  [[nodiscard]] base::Result<vault::Commit> change_passphrase(crypto::Key stretched,
                                                              const StretchAsked& asked,
                                                              base::RandomSource& random);
  [[nodiscard]] base::Result<vault::Commit> change_recovery(const crypto::RecoveryCode& code,
                                                            base::RandomSource& random);
  /// Whether it is the passphrase of this book that was stretched.
  [[nodiscard]] bool is_passphrase_key(const crypto::Key& stretched) const;
  [[nodiscard]] StretchAsked stretch_asked() const;
  /// Leaves out what is damaged and goes on.
  [[nodiscard]] base::Result<vault::Commit> carry_on(base::RandomSource& random);
  /// A copy opened in a second place must not write under the first one's name.
  [[nodiscard]] base::Result<vault::Commit> become_another_device(base::RandomSource& random);

  /// Before the first write to a book where it lies in a file. A book that was settled just
  /// there goes on as it is; anything else is a copy and becomes another device.
  /// Source: docs/adr/0006-files-are-devices.md
  [[nodiscard]] base::Done begin_in_file(const FilePlace& place, base::RandomSource& random);
  /// The file that to_file() goes to next is this device's home.
  [[nodiscard]] base::Done settle_in_file(const FilePlace& place, base::RandomSource& random);

  // Others' devices: keeper_sync.cpp.

  /// The book's space, as a talk with a relay or a file on its way sees it. It lives as long as
  /// the book is open.
  [[nodiscard]] const sync::Space& space() const;
  [[nodiscard]] const sync::Members& members() const;
  /// What a talk fetches: see vault::Vault.
  [[nodiscard]] std::uint64_t log_end() const;
  [[nodiscard]] base::Result<vault::LogPiece> log(std::uint64_t from,
                                                  std::size_t most_bytes) const;
  /// A record that take_in() stored; empty when there is none.
  [[nodiscard]] base::BytesView sync_record(const std::string& name) const;

  /// Lets others check everything this book has written: an entry with the certificates that
  /// are not in the history yet. Nothing when all are.
  [[nodiscard]] base::Result<std::optional<vault::Commit>> vouch(const domain::Moment& moment,
                                                                 base::RandomSource& random);
  /// Others' entries, and records named "sync/…", in one commit. Afterwards the programme has
  /// to be folded anew from the whole past (PastReader): theirs may come before ours.
  [[nodiscard]] base::Result<vault::Commit> take_in(FromOthers from, base::Instant now,
                                                    base::RandomSource& random);

  // Other persons: keeper_members.cpp.

  /// Ours, to meet others in a lobby.
  [[nodiscard]] crypto::SigningKey person_key() const;
  /// Records named "sync/…", without entries.
  [[nodiscard]] base::Result<vault::Commit> put_sync_records(
      std::map<std::string, base::Bytes> records, base::RandomSource& random);
  /// What our person is called among the members. Errors: invalid_input for no name.
  [[nodiscard]] base::Result<vault::Commit> call_oneself(std::string_view name,
                                                         const domain::Moment& moment,
                                                         base::RandomSource& random);
  /// Lets a person in, who then reads and writes everything. Its past is filled in here.
  /// Errors: not_permitted for who may not; conflict for who is in already.
  [[nodiscard]] base::Result<vault::Commit> let_in(sync::Admission admission,
                                                   const domain::Moment& moment,
                                                   base::RandomSource& random);
  /// What somebody who was let in needs to begin. Secret.
  [[nodiscard]] base::Result<sync::Welcome> welcome_for(sync::Part part, std::string programme,
                                                        std::string relay) const;
  /// A new book in which nothing was written yet becomes one of the space that let us in.
  /// Errors: conflict when something is in it.
  [[nodiscard]] base::Result<vault::Commit> enter(sync::Welcome welcome,
                                                  base::RandomSource& random);

  /// Where what take_in() brought last begins in the history, when all of it comes after
  /// everything else: then folding it is enough.
  [[nodiscard]] std::optional<std::size_t> news_begin() const;
  /// The history in order, from the last snapshot on or from the beginning.
  [[nodiscard]] std::size_t past_size() const;
  [[nodiscard]] base::Result<PastChange> past(std::size_t position) const;
  /// What this device wrote on a branch that does not count: it had written under the same
  /// number before, which a copy of its storage did not know. Empty in all usual cases.
  [[nodiscard]] std::vector<domain::Op> written_aside() const;
  /// Of the other devices that have told what they have seen of this one: how many, and how
  /// many have seen all.
  /// Cost: goes through the history once.
  struct SeenByOthers {
    std::size_t devices = 0, all = 0;
    bool operator==(const SeenByOthers&) const = default;
  };
  [[nodiscard]] SeenByOthers seen_by_others() const;

  /// The whole book, as one transaction into an empty place.
  [[nodiscard]] vault::Commit all_rows() const;
  /// The whole book as a file that another device can open with the same passphrase.
  [[nodiscard]] base::Bytes to_file() const;
  /// The book again from other rows, with the keys at hand: another tab wrote meanwhile.
  /// Errors: wrong_key when the passphrase was changed there.
  /// Shape:  takes the rows when the keys fit, and leaves them where they are when not.
  [[nodiscard]] base::Result<class Opening> open_again(vault::Rows& rows) const;
  /// What the book's rows weigh.
  [[nodiscard]] std::size_t bytes() const;
  /// Opens every seal, checks every signature and chain, and folds everything once more:
  /// whether it leads to what is `shown`.
  [[nodiscard]] BookCheck check(const domain::Programme& shown, base::Date today) const;

  struct Inside;
  explicit Keeper(std::unique_ptr<Inside> inside);

 private:
  friend class PastReader;
  std::unique_ptr<Inside> inside_;
};

struct MadeBook {
  Keeper keeper;
  vault::Commit first;
};
[[nodiscard]] base::Result<MadeBook> make_book(crypto::Key stretched, const StretchAsked& asked,
                                               const crypto::RecoveryCode& code,
                                               base::RandomSource& random);

/// What can be read of a book without a key.
struct BookFace {
  BookId id;
  StretchAsked asked;
};
/// Errors: corrupt, unsupported_version.
[[nodiscard]] base::Result<BookFace> face_of(const vault::Rows& rows);

/// The rows of a book file. Errors: invalid_input when it is no book, corrupt,
/// unsupported_version.
[[nodiscard]] base::Result<vault::Rows> rows_of_file(base::BytesView file);

/// How an opening begins: with all rows and everybody in the last snapshot, or with a few rows
/// and people at a time.
enum class Start : std::uint8_t { at_once, in_steps };

/// Reads an unlocked book a few rows, people and entries at a time.
class Opening {
 public:
  /// Errors: wrong_key, corrupt, unsupported_version.
  /// Shape:  takes the rows when the key fits, and leaves them where they are when not.
  [[nodiscard]] static base::Result<Opening> with_passphrase(vault::Rows& rows,
                                                             const crypto::Key& stretched,
                                                             Start start = Start::at_once);
  [[nodiscard]] static base::Result<Opening> with_recovery(vault::Rows& rows,
                                                           const crypto::RecoveryCode& code,
                                                           Start start = Start::at_once);
  Opening(Opening&&) noexcept;
  Opening& operator=(Opening&&) noexcept;
  ~Opening();

  /// With Start::in_steps, until it is true and before anything below: some more rows, then
  /// some more people of the last snapshot.
  /// Errors: corrupt, unsupported_version.
  [[nodiscard]] base::Result<bool> read_start(std::size_t most_people);
  /// The programme as the last snapshot keeps it; empty without one. `next` goes on from there.
  [[nodiscard]] domain::Programme take_start();
  [[nodiscard]] bool from_snapshot() const;
  /// What is not as it should be.
  [[nodiscard]] const std::vector<vault::Notice>& notices() const;

  /// How far it is: rows first, then people and entries.
  [[nodiscard]] int percent() const;
  [[nodiscard]] bool finished() const;
  /// The next piece of the past. Errors: corrupt, unsupported_version.
  [[nodiscard]] base::Result<PastChange> next();
  /// When it is finished, or, for somebody who does not want to see the past, when read_start()
  /// said true: the open book.
  [[nodiscard]] Keeper take();

  struct Inside;
  explicit Opening(std::unique_ptr<Inside> inside);

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace pairbook::app
