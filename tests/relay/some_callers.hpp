#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "pairbook/base/random.hpp"
#include "pairbook/crypto/sign.hpp"
#include "relay/memory_rows.hpp"
#include "sync-server/core/core.hpp"

namespace pairbook::relay {

inline constexpr std::string_view home = "wss://relay.example";

/// The keys of a place, made from a small number.
struct PlaceKeys {
  explicit PlaceKeys(std::uint64_t name);
  PlaceKeys(const PlaceKeys&) = delete;

  crypto::SigningKey admin;
  crypto::SigningKey read;
  crypto::SigningKey write;
  wire::PlaceId id;

  [[nodiscard]] wire::Doors doors() const;
  [[nodiscard]] const crypto::SigningKey& key(wire::Door door) const;
};

/// An entry whose id and bytes follow from a number.
wire::NewEntry an_entry(std::uint64_t name, std::size_t size = 100,
                        wire::EntryKind kind = wire::EntryKind::edit);

/// The core with a store in memory, and callers whose inboxes it fills. What it asks of the
/// store waits in two queues, as in the real relay, until `serve` takes from them.
class Afternoon {
 public:
  explicit Afternoon(CoreSettings settings = {}, PlaceLimits limits = {});

  CallerId comes();
  void goes(CallerId caller);
  /// Sends a frame and, unless told otherwise, carries everything out.
  std::uint32_t says(CallerId caller, wire::FromClient body);
  void says_bytes(CallerId caller, base::BytesView bytes);
  void carry_out(Actions actions);
  /// One answer of the store, of a question or of a change; false when none waits.
  bool serve_question();
  bool serve_change();
  /// The store reads for the first question now; what it found is told when that is called.
  std::function<void()> read_ahead();
  void settle();
  /// The socket takes all that was sent to a caller.
  void drain(CallerId caller);

  // Whole conversations.
  CallerId greeted();
  CallerId member(const PlaceKeys& keys);  // greeted, place made, all doors proven
  void create(CallerId caller, const PlaceKeys& keys);
  void prove(CallerId caller, const wire::PlaceId& place, wire::Door door,
             const crypto::SigningKey& key);
  std::vector<wire::Stored> appends(CallerId caller, const PlaceKeys& keys,
                                    std::vector<wire::NewEntry> entries,
                                    std::uint64_t expected = 0);
  wire::Rotate rotation(const PlaceKeys& of, const PlaceKeys& to, std::uint64_t number,
                        std::uint64_t expected, std::vector<wire::NewEntry> entries = {},
                        const crypto::SigningKey* signer = nullptr);

  [[nodiscard]] std::vector<wire::RelayFrame>& inbox(CallerId caller) { return inbox_[caller]; }
  template <class T>
  [[nodiscard]] std::optional<T> last(CallerId caller) {
    const auto& frames = inbox_[caller];
    for (auto at = frames.rbegin(); at != frames.rend(); ++at) {
      if (const auto* body = std::get_if<T>(&at->body)) return *body;
    }
    return {};
  }
  /// The name of the last frame's error; "nothing" when it is none.
  [[nodiscard]] std::string_view refusal(CallerId caller);
  [[nodiscard]] bool hung_up(CallerId caller) const { return hung_up_.contains(caller); }

  base::SeededRandom random{7};
  MemoryRows rows;
  PlaceLimits limits;
  Core core;
  base::Instant now{1'800'000'000'000};
  bool by_hand = false;      // then the store answers only when served
  bool store_fails = false;  // then it answers NotKept
  /// Sees every change that the store carried out, with its answer, in their order.
  std::function<void(const Change&, const ChangeMade&)> on_change;
  bool drains_by_itself = true;  // the sockets take everything at once

 private:
  struct Waiting {
    Ticket ticket;
    std::variant<Question, Change> what;
  };
  std::deque<Waiting> questions_;
  std::deque<Waiting> changes_;
  std::map<CallerId, std::vector<wire::RelayFrame>> inbox_;
  std::map<CallerId, std::size_t> queued_;
  std::map<CallerId, wire::Nonce> nonces_;
  std::set<CallerId> hung_up_;
  CallerId last_caller_ = 0;
  std::uint32_t last_request_ = 0;
};

}  // namespace pairbook::relay
