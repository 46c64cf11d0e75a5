#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/sync/progress.hpp"
#include "pairbook/sync/space.hpp"
#include "pairbook/sync/status.hpp"
#include "pairbook/wire/frame.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::sync {

/// Open a connection to the relay. Answer with connected() or disconnected().
struct Connect {};
/// One binary message.
struct Send {
  base::Bytes frame;
};
/// End the connection. Nothing more is said about it.
struct HangUp {};
/// Read the book's log (vault::Vault::log). Answer with fetched().
struct Fetch {
  std::uint64_t from = 0;
  std::size_t most_bytes = 0;
};
/// Store in one commit: entries of others, if any, and how far we are. Then kept() or
/// could_not_keep(). One is asked for at a time.
struct Keep {
  std::vector<ledger::SignedEntry> entries;
  Progress progress;
  bool reaches_entries = true;  // the progress's head lies behind them

  /// What to store when the first entry gets this position of the log.
  [[nodiscard]] Progress progress_at(std::uint64_t position) const {
    const bool goes_on = progress.sent == position && reaches_entries;
    return {progress.head, goes_on ? position + entries.size() : progress.sent};
  }
};
using Action = std::variant<Connect, Send, HangUp, Fetch, Keep>;
using Actions = std::vector<Action>;

/// The conversation of one device with one relay about one space, which makes the device's log
/// and the relay's place the same. It has no socket, clock or disk: what happens goes in, what
/// is to be done comes out.
///
/// Shape:  everything in the log is sent until the relay has said that it is on its disk;
///         everything at the relay is taken, checked and stored, in order. The relay's chain is
///         followed: when it went back or tells another story, everything is read and sent
///         anew. What is known already changes nothing, so doing too much is always safe.
/// Units:  `now` may be wrong and may jump; only what passes between two calls counts, at most
///         an hour, and never less than nothing.
/// Source: docs/sync.md, docs/protocol.md
class Talk {
 public:
  /// `progress` as the book holds it, `log_end` as Vault::log_end() says.
  Talk(std::string origin, const Space& space, const Progress& progress, std::uint64_t log_end,
       base::RandomSource& random);

  /// A person wants it, or has a network again: connects at once.
  [[nodiscard]] Actions start(base::Instant now);
  /// Keeps how far it has come, and ends the connection.
  [[nodiscard]] Actions stop(base::Instant now);

  [[nodiscard]] Actions connected(base::Instant now);
  [[nodiscard]] Actions disconnected(base::Instant now);
  [[nodiscard]] Actions received(base::BytesView frame, base::Instant now);

  /// The answer to Fetch: entries as they lie in the log, and where the next piece begins.
  [[nodiscard]] Actions fetched(std::vector<ledger::SignedEntry> entries, std::uint64_t next,
                                base::Instant now);
  /// The answer to Keep: it is durable, the ledger has it, its first entry got `position`.
  [[nodiscard]] Actions kept(std::uint64_t position, std::uint64_t log_end, base::Instant now);
  /// Nothing was stored; tried again later.
  [[nodiscard]] Actions could_not_keep(base::Instant now);

  /// Somebody else wrote to the log (a person, an import), and it is durable.
  [[nodiscard]] Actions wrote(std::uint64_t log_end, base::Instant now);
  /// There are new keys, or more devices are known: what was set aside is tried again.
  [[nodiscard]] Actions keys_changed(base::Instant now);

  /// Time has passed: call it after wakes_in() milliseconds.
  [[nodiscard]] Actions passed(base::Instant now);
  [[nodiscard]] std::optional<std::int64_t> wakes_in() const;

  [[nodiscard]] Status status() const;
  /// How far we are, as far as it is durable; less when the relay went back.
  [[nodiscard]] const Progress& progress() const { return progress_; }

 private:
  enum class Stage : std::uint8_t { off, waiting, connecting, greeting, proving, live };
  enum class About : std::uint8_t {
    hello,
    create,
    read_door,
    write_door,
    subscribe,
    append,
    probe
  };
  struct Asked {
    About about{};
    std::int64_t at = 0;
  };
  struct Arrived {
    wire::Chunk chunk;
    std::uint64_t bytes = 0;
  };

  // talk.cpp: what happens, timers
  void pass_to(base::Instant now);
  [[nodiscard]] Actions take();
  void connect();
  void leave(std::int64_t least_wait_ms = 0);
  void forget_connection();
  std::uint32_t ask(About about, wire::FromClient body);
  void check_timers();

  // doors.cpp: from a connection to a subscription
  void on_welcome(const wire::Welcome& frame);
  void on_place(About about, const wire::Place& frame);
  void on_subscribed(const wire::Place& frame);
  void on_refused(About about, wire::ErrorCode code, std::int64_t retry_ms);
  void refused_door(About about, wire::ErrorCode code, std::int64_t retry_ms);
  void doors_answered();
  void prove();
  void prove(About about, wire::Door door, const crypto::SigningKey& key);
  void create();
  void subscribe();
  [[nodiscard]] bool is_asked(About about) const;
  [[nodiscard]] wire::PlaceId place() const { return {id_.bytes}; }

  // taking.cpp: entries from the relay
  void on_event(std::uint32_t request, wire::Chunk chunk, std::uint64_t bytes);
  void on_head(const wire::Head& head);
  void look_at_inbox();
  [[nodiscard]] bool follows(const wire::Chunk& chunk) const;
  [[nodiscard]] std::vector<ledger::SignedEntry> open_all(const wire::Chunk& chunk);
  void begin_anew();
  void read_aside_again();
  void pay_back(std::uint64_t bytes);
  void keep(std::vector<ledger::SignedEntry> entries, std::uint64_t bytes);

  // sending.cpp: entries to the relay
  void on_appended(const wire::Appended& frame);
  void refused_append(wire::ErrorCode code, std::int64_t retry_ms);
  void send_some();
  void drop_known();
  void append_some();
  void finish_piece();
  void forget_outbox();
  [[nodiscard]] bool may_send() const;
  /// Everything before `position` is at the relay, in entries up to that sequence.
  void sent_up_to(std::uint64_t position, std::uint64_t sequence);
  /// What may be called sent by a device that has read the relay up to there.
  [[nodiscard]] std::uint64_t sent_before(std::uint64_t next) const;

  std::string origin_;
  const Space& space_;
  base::RandomSource& random_;
  ledger::SpaceId id_;

  Stage stage_ = Stage::off;
  Trouble trouble_ = Trouble::none;
  bool is_copy_ = false;
  Actions actions_;

  // Time that has passed, by our own count.
  std::optional<base::Instant> last_now_;
  std::int64_t time_ = 0;
  std::int64_t wake_at_ = 0;  // while waiting
  std::int64_t heard_at_ = 0;
  std::optional<std::int64_t> save_at_;
  int failures_ = 0;  // in a row

  // The connection.
  std::optional<PlaceKeys> keys_;
  wire::Nonce nonce_{};
  wire::Nonce relay_nonce_{};
  std::uint32_t last_request_ = 0;
  std::map<std::uint32_t, Asked> asked_;
  bool may_read_ = false;
  bool may_write_ = false;
  bool has_created_ = false;
  bool is_place_unknown_ = false;
  bool has_begun_anew_ = false;

  // Taking.
  Progress progress_;                // durable
  wire::Head cursor_;                // of the next event, behind what is in the inbox
  bool is_from_start_ = false;       // the subscription began at the first entry
  std::optional<wire::Head> aside_;  // before the first entry that did not open
  std::set<std::uint64_t> set_aside_;
  std::size_t authors_ = 0;  // that were believed when something was last stored
  std::uint64_t damaged_ = 0;
  std::uint32_t subscription_ = 0;
  std::uint64_t head_next_ = 1;  // of the relay, as far as we know
  std::deque<Arrived> inbox_;
  std::uint64_t owed_ = 0;  // credit to give back
  struct Keeping {
    Keep keep;
    std::uint64_t bytes = 0;     // of credit, given back afterwards
    std::uint64_t sequence = 0;  // of the last entry
    bool is_void = false;        // the relay has another story by now
    std::optional<std::int64_t> again_at;
  };
  std::optional<Keeping> keeping_;

  // Sending.
  std::uint64_t log_end_ = 0;
  std::uint64_t sent_ = 0;                  // acknowledged before here, on this connection
  bool is_filling_ = false;                 // much is sent anew: read first what is there
  std::uint64_t catch_up_to_ = 1;           // then
  std::set<crypto::Digest> there_;          // behind sent_, and read from the relay
  std::deque<ledger::SignedEntry> outbox_;  // the piece of the log from sent_ on
  bool has_piece_ = false;
  std::uint64_t piece_next_ = 0;
  std::uint64_t piece_sequence_ = 0;  // the greatest that an entry of it has at the relay
  std::optional<std::uint64_t> fetching_from_;
  std::uint64_t fetching_to_ = 0;
  std::size_t under_way_ = 0;  // entries of the outbox in the APPEND that was not answered
  std::size_t at_once_ = 0;    // entries in one APPEND at most
  std::uint8_t attempt_ = 0;
  std::int64_t send_again_at_ = 0;
  // An answer says that entries are on the relay's disk. Should it be put back to an earlier
  // time, our cursor shows it only if it has passed them. So what counts as sent for good is
  // what was read back.
  struct SentUpTo {
    std::uint64_t position = 0;
    std::uint64_t sequence = 0;
  };
  std::uint64_t sent_base_ = 0;
  std::deque<SentUpTo> sent_later_;  // both ascending
};

}  // namespace pairbook::sync
