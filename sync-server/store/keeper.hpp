#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "sync-server/core/changes.hpp"
#include "sync-server/store/session.hpp"

namespace pairbook::relay {

/// What the store has answered, in the order in which it was asked.
using Told = std::vector<std::pair<std::uint64_t, StoreAnswer>>;

/// Carries out what the core asks of the store, on two threads of its own: one that writes and
/// one that reads.
///
/// Whatever changes are waiting when the disk is free go into one transaction, at most 64 of
/// them, and are told after it is on the disk: a flush takes as long for one as for many, and
/// nobody waits for company. A transaction that fails is taken apart, so that a change that
/// cannot be made does not take others along; one that may be begun again (see Again) is, for a
/// second or so. A change that was made although its commit failed is known when it is made
/// again.
class Keeper {
 public:
  static constexpr std::size_t most_at_once = 64;

  /// `tell` is called on the keeper's threads.
  Keeper(std::unique_ptr<Session> writer, std::unique_ptr<Session> reader, PlaceLimits limits,
         std::function<void(Told)> tell);
  /// What was committed before is carried out.
  ~Keeper();
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  void ask(std::uint64_t ticket, Question question);
  void commit(std::uint64_t ticket, Change change);

 private:
  template <class T>
  struct Queue {
    std::mutex mutex;
    std::condition_variable news;
    std::deque<std::pair<std::uint64_t, T>> items;
    bool is_closed = false;

    void put(std::uint64_t ticket, T item);
    /// Waits for something; nothing when it is closed and empty.
    std::vector<std::pair<std::uint64_t, T>> take(std::size_t most);
    void close();
  };
  using Changes = std::vector<std::pair<std::uint64_t, Change>>;

  void write_on();
  void read_on();
  bool make_all(const Changes& changes, Told& told);
  void make_once(const Changes& changes, Told& told);
  StoreAnswer answer(const Question& question);

  std::unique_ptr<Session> writer_;
  std::unique_ptr<Session> reader_;
  PlaceLimits limits_;
  std::function<void(Told)> tell_;
  Queue<Change> changes_;
  Queue<Question> questions_;
  std::thread writing_;
  std::thread reading_;
};

}  // namespace pairbook::relay
