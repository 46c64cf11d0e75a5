#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/base/time.hpp"
#include "sync-server/core/caller.hpp"
#include "sync-server/core/changes.hpp"
#include "sync-server/core/store.hpp"
#include "sync-server/core/sync_counts.hpp"

namespace pairbook::relay {

/// What to do next. `bytes` are whole frames.
struct Send {
  CallerId caller = 0;
  base::Bytes bytes;
};
struct HangUp {
  CallerId caller = 0;  // after what was sent before
};
struct Ask {
  Ticket ticket = 0;
  Question question;
};
struct Commit {
  Ticket ticket = 0;
  Change change;
};
using Action = std::variant<Send, HangUp, Ask, Commit>;
using Actions = std::vector<Action>;

/// The relay without socket, clock and disk: what it is told goes in, what it wants done comes
/// out. The same input gives the same output.
///
/// Whoever drives it carries out actions in order, tells it when bytes have left (`sent`), and
/// reads from a caller only while `may_read`: that bounds what one caller can make it hold.
class Core {
 public:
  Core(CoreSettings settings, base::RandomSource& random);

  void opened(CallerId caller, base::Instant now);
  /// One message from a caller.
  [[nodiscard]] Actions receive(CallerId caller, base::BytesView frame, base::Instant now);
  /// A message that was no frame at all: text, or over the limit.
  [[nodiscard]] Actions refuse(CallerId caller, wire::ErrorCode why);
  /// So many bytes of what was to be sent are on their way.
  [[nodiscard]] Actions sent(CallerId caller, std::size_t bytes);
  void closed(CallerId caller);
  /// The answer to an Ask or a Commit.
  [[nodiscard]] Actions told(Ticket ticket, StoreAnswer answer, base::Instant now);
  /// Somebody else may have written to these places; to any, when none is named.
  [[nodiscard]] Actions heard_of(const std::vector<wire::PlaceId>& places, base::Instant now);
  /// About once a second.
  [[nodiscard]] Actions tick(base::Instant now);
  /// Says goodbye to everybody.
  [[nodiscard]] Actions stop();

  [[nodiscard]] bool may_read(CallerId caller) const;
  [[nodiscard]] const SyncCounts& counts() const { return counts_; }
  [[nodiscard]] const CoreSettings& settings() const { return settings_; }

 private:
  struct Pending;

  // core.cpp: frames, one by one
  void on(Caller& caller, std::uint32_t request, const wire::Hello& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Create& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Prove& frame);
  void on(Caller& caller, std::uint32_t request, wire::Append& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Read& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Subscribe& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Unsubscribe& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Credit& frame);
  void on(Caller& caller, std::uint32_t request, wire::Rotate& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Trim& frame);
  void on(Caller& caller, std::uint32_t request, const wire::Delete& frame);
  bool pays(Caller& caller, std::uint32_t request, const wire::FromClient& body);

  // answers.cpp: what the store said
  void found(Caller& caller, const Pending& pending, const PlaceFound& answer);
  void proved(Caller& caller, const Pending& pending, const PlaceRow& row, bool is_old_key);
  void read(Caller& caller, const Pending& pending, PageRead answer);
  void made(const Pending& pending, const ChangeMade& answer);
  void answer_change(Caller& caller, const Pending& pending, const ChangeMade& answer);
  void changed_doors(const PlaceRow& row);
  void forget_place(const wire::PlaceId& place);
  void heads(const StoreAnswer& answer);
  void look_at_heads();

  // fan_out.cpp: subscriptions
  void subscribed(Caller& caller, const Pending& pending, const PlaceRow& row);
  void fan_out(const PlaceRow& row, const std::vector<KeptEntry>& added);
  void pump(Caller& caller, const wire::PlaceId& place);
  void page_for_subscriber(Caller& caller, const Pending& pending, const PageRead& page);
  bool deliver(Caller& caller, Subscription& subscription, const PlaceRow& row,
               std::span<const KeptEntry> entries, std::uint64_t next,
               const wire::Digest& chain);
  void say_lagging(Caller& caller, const wire::PlaceId& place, Subscription& subscription,
                   std::uint64_t next);

  Caller* find(CallerId id);
  Access* access(Caller& caller, const wire::PlaceId& place);
  Access& enter(Caller& caller, const PlaceRow& row);
  void saw(const PlaceRow& row);
  void send(Caller& caller, std::uint32_t request, wire::FromRelay body);
  void refuse(Caller& caller, std::uint32_t request, wire::ErrorCode code,
              std::string hint = {}, std::int64_t retry_ms = 0);
  void tell_place(Caller& caller, std::uint32_t request, const PlaceRow& row);
  void ask(Caller& caller, Pending pending, Question question);
  void commit(Caller* caller, Pending pending, Change change);
  [[nodiscard]] Actions take();

  // What the core knows of a place that somebody has entered.
  struct Watched {
    std::uint64_t next = 1;                  // the greatest head seen
    std::uint64_t least = wire::max_number;  // no caller's doors have a lesser number
    std::set<CallerId> callers;
  };
  struct Pending {
    CallerId caller = 0;
    std::uint32_t request = 0;
    wire::FromClient what;           // the frame, without its entries
    std::uint64_t subscription = 0;  // a page for the subscription of that number
    std::uint64_t bytes = 0;         // held for it
    bool is_about_heads = false;     // nobody's request: the core wants to know
  };

  CoreSettings settings_;
  base::RandomSource& random_;
  base::Instant now_;
  std::map<CallerId, Caller> callers_;
  std::map<wire::PlaceId, Watched> watched_;
  std::map<Ticket, Pending> pending_;
  Ticket last_ticket_ = 0;
  std::uint64_t last_subscription_ = 0;
  std::uint64_t held_bytes_ = 0;  // of changes under way
  base::Instant swept_;
  base::Instant looked_;                // at the heads of all places
  std::set<wire::PlaceId> to_look_at_;  // the heads of these
  std::size_t looking_ = 0;             // questions about heads under way
  SyncCounts counts_;
  Actions actions_;
};

}  // namespace pairbook::relay
