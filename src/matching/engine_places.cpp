// The start from the other side, for when places are short: mentors bid for mentees. Everybody
// begins unmatched and content with that; places look for the mentees who gain most by coming.
// It ends near the optimum because mentees are many, just as the mentees' auction does when
// places are many.
//
// What a mentor would still get from a mentee is `level - cost`: the price that would leave the
// mentee no worse off. A mentor with v places to fill takes the v best and lowers the price to
// what the next best would pay. Levels only fall, so the best stay the best.
//
// Source: Bertsekas, Castanon & Tsaknakis 1993 (reverse auction).
#include <algorithm>
#include <utility>

#include "engine.hpp"

namespace pairbook::matching {

bool Engine::places_are_short() const {
  return held_.size() < graph_->mentees();
}

void Engine::auction_of_places() {
  for (Index i = 0; i < graph_->mentees(); ++i) level_[i] = graph_->stay_out[i];
  settled_.assign(graph_->mentees(), true);
  std::vector<Offer> offers;
  std::vector<Index> waiting;
  // A limit, not a wait: what is left the paths settle.
  auto bids_left = std::uint64_t{32} * held_.size();
  for (Index j = 0; j < graph_->mentors(); ++j) {
    waiting.push_back(j);
    while (!waiting.empty() && bids_left > 0) {
      const Index mentor = waiting.back();
      waiting.pop_back();
      if (!has_room(mentor)) continue;
      --bids_left;
      look_for_mentees(mentor, offers, waiting);
    }
  }
  for (Index j = 0; j < graph_->mentors(); ++j) price_[j] = price_after_auction(j);
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] != nobody) level_[i] = best_level(i);
  }
}

/// The `most` best offers of mentees whom the mentor does not have, in no order.
void Engine::gather_offers(Index mentor, std::size_t most, std::vector<Offer>& offers) const {
  const auto keep_the_best = [&] {
    const auto end = offers.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(offers.begin(), end - 1, offers.end());
    offers.erase(end, offers.end());
  };
  offers.clear();
  const std::size_t enough = 2 * most + 8;
  std::int64_t least = 0;
  for (const Edge& edge : graph_->column_of(mentor)) {
    const std::int64_t gain = level_[edge.to] - graph_->cost(edge);
    if (gain < least || mate_[edge.to] == mentor) continue;
    offers.push_back({gain, mate_[edge.to] == nobody, edge.to});
    if (offers.size() < enough) continue;
    keep_the_best();
    least = offers.back().gain;
  }
  if (offers.size() > most) keep_the_best();
}

/// The best come to the mentor's free places; who loses a mentee by it waits again.
void Engine::look_for_mentees(Index mentor, std::vector<Offer>& offers,
                              std::vector<Index>& waiting) {
  const std::size_t room =
      std::min<std::size_t>(places_[mentor] - load_[mentor], graph_->column_of(mentor).size());
  gather_offers(mentor, room + 1, offers);
  std::make_heap(offers.begin(), offers.end());  // few, and with half the code of std::sort
  std::sort_heap(offers.begin(), offers.end());
  std::int64_t next_best = 0;
  if (offers.size() > room) {
    next_best = offers.back().gain;
    offers.pop_back();
  }
  // What is paid for one place is paid for all of them.
  const std::int64_t fall = price_[mentor] - next_best;
  for (const Index k : holders(mentor)) level_[k] -= fall;
  price_[mentor] = next_best;
  for (const Offer& offer : offers) {
    // Nobody is taken from another for nothing: that could go on for ever.
    if (!offer.is_alone && offer.gain == next_best) continue;
    const Index before = mate_[offer.mentee];
    if (before != nobody) {
      leave(offer.mentee);
      waiting.push_back(before);
    }
    level_[offer.mentee] -= offer.gain - next_best;
    settled_[offer.mentee] = false;
    hold(mentor, load_[mentor], offer.mentee);
  }
}

std::int64_t Engine::price_after_auction(Index mentor) const {
  if (!has_room(mentor)) return price_[mentor];
  std::int64_t price = 0;
  for (const Edge& edge : graph_->column_of(mentor)) {
    if (mate_[edge.to] == mentor) continue;
    price = std::max(price, level_[edge.to] - graph_->cost(edge));
  }
  return price;
}

/// All prices at once, as far as they fall without breaking a pair: by the distance to the
/// nearest mentee without a mentor, or to a price of 0. The mirror of raise_all_prices().
void Engine::lower_all_prices() {
  for (Index j = 0; j < graph_->mentors(); ++j) {
    distance_[j] = price_[j];
    if (places_[j] > 0) heap_.put(j, distance_[j]);
  }
  const auto relax = [&](Index mentee, std::int64_t here) {
    for (const Edge& edge : graph_->row_of(mentee)) {
      const std::int64_t there = here + reduced(mentee, edge);
      if (there >= distance_[edge.to]) continue;
      distance_[edge.to] = there;
      heap_.put(edge.to, there);
    }
  };
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] == nobody && !gone_[i]) relax(i, 0);
  }
  while (!heap_.empty()) {
    const Index mentor = heap_.take();
    for (const Index k : holders(mentor)) relax(k, distance_[mentor]);
  }
  for (Index j = 0; j < graph_->mentors(); ++j) {
    const std::int64_t fall = std::exchange(distance_[j], far);
    price_[j] -= fall;
    for (const Index k : holders(j)) level_[k] -= fall;
  }
}

bool Engine::fill_all_places(const Stopped& stopped) {
  std::uint64_t next_update = 0;
  columns_scanned_ = 0;
  for (Index j = 0; j < graph_->mentors(); ++j) {
    while (has_room(j) && price_[j] > 0) {
      if (columns_scanned_ >= next_update) {
        lower_all_prices();
        next_update = columns_scanned_ + graph_->mentors();
        if (stopped(std::uint64_t{graph_->mentees()} * (graph_->mentors() - j) /
                    graph_->mentors())) {
          return false;
        }
        continue;
      }
      fill_place(j);
    }
  }
  return !stopped(0);
}

}  // namespace pairbook::matching
