#include "sync-server/store/keeper.hpp"

#include <chrono>
#include <exception>

namespace pairbook::relay {
namespace {

constexpr int most_attempts = 10;
constexpr std::chrono::milliseconds first_pause{2};

// Does a whole transaction; whether it was carried out.
template <class Work>
bool attempt(Session& session, const Work& work) {
  auto pause = first_pause;
  for (int count = 1;; ++count, pause *= 2) {
    try {
      work();
      return true;
    } catch (const Again&) {
      session.roll_back();
      if (count == most_attempts) return false;
    } catch (const std::exception&) {
      session.roll_back();
      return false;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

template <class T>
void Keeper::Queue<T>::put(std::uint64_t ticket, T item) {
  {
    const std::lock_guard lock(mutex);
    items.emplace_back(ticket, std::move(item));
  }
  news.notify_one();
}

template <class T>
std::vector<std::pair<std::uint64_t, T>> Keeper::Queue<T>::take(std::size_t most) {
  std::unique_lock lock(mutex);
  news.wait(lock, [this] { return is_closed || !items.empty(); });
  std::vector<std::pair<std::uint64_t, T>> taken;
  while (!items.empty() && taken.size() < most) {
    taken.push_back(std::move(items.front()));
    items.pop_front();
  }
  return taken;
}

template <class T>
void Keeper::Queue<T>::close() {
  {
    const std::lock_guard lock(mutex);
    is_closed = true;
  }
  news.notify_all();
}

Keeper::Keeper(std::unique_ptr<Session> writer, std::unique_ptr<Session> reader,
               PlaceLimits limits, std::function<void(Told)> tell)
    : writer_(std::move(writer)),
      reader_(std::move(reader)),
      limits_(limits),
      tell_(std::move(tell)),
      writing_([this] { write_on(); }),
      reading_([this] { read_on(); }) {}

Keeper::~Keeper() {
  changes_.close();
  questions_.close();
  writing_.join();
  reading_.join();
}

void Keeper::ask(std::uint64_t ticket, Question question) {
  questions_.put(ticket, std::move(question));
}

void Keeper::commit(std::uint64_t ticket, Change change) {
  changes_.put(ticket, std::move(change));
}

void Keeper::write_on() {
  while (true) {
    const Changes changes = changes_.take(most_at_once);
    if (changes.empty()) return;
    Told told;
    if (!make_all(changes, told) && changes.size() > 1) {
      told.clear();
      for (const auto& change : changes) make_all({change}, told);
    }
    tell_(std::move(told));
  }
}

// All of them in one transaction; false when the database failed, and then none is made.
bool Keeper::make_all(const Changes& changes, Told& told) {
  const std::size_t before = told.size();
  const bool is_made = attempt(*writer_, [&] {
    told.resize(before);
    make_once(changes, told);
  });
  if (is_made) return true;
  told.resize(before);
  for (const auto& [ticket, change] : changes) told.emplace_back(ticket, NotKept{});
  return false;
}

void Keeper::make_once(const Changes& changes, Told& told) {
  writer_->begin(true);
  Expected all;
  for (const auto& [ticket, change] : changes) {
    const Expected more = expected(change);
    all.places.insert(all.places.end(), more.places.begin(), more.places.end());
    all.entries.insert(all.entries.end(), more.entries.begin(), more.entries.end());
  }
  writer_->expect(all);
  for (const auto& [ticket, change] : changes) {
    told.emplace_back(ticket, make(*writer_, change, limits_));
  }
  writer_->commit();
}

void Keeper::read_on() {
  while (true) {
    auto questions = questions_.take(most_at_once);
    if (questions.empty()) return;
    Told told;
    for (const auto& [ticket, question] : questions) {
      told.emplace_back(ticket, answer(question));
    }
    tell_(std::move(told));
  }
}

StoreAnswer Keeper::answer(const Question& question) {
  StoreAnswer found = NotKept{};
  attempt(*reader_, [&] {
    reader_->begin(false);
    reader_->expect(expected(question));
    StoreAnswer answer = look_up(*reader_, question);
    reader_->commit();
    found = std::move(answer);
  });
  return found;
}

}  // namespace pairbook::relay
