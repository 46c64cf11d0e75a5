// Seats first, then exchanges of two, then disorder that must pay. Everything is counted in
// looks at somebody, so that it ends at the same place on every machine.
//
// Source: Kernighan & Lin 1970 (exchanges between parts of fixed sizes); Lourenco, Martin &
//         Stuetzle 2003 (iterated local search).
#include "circle_search.hpp"

#include <algorithm>
#include <numeric>

namespace pairbook::matching {

namespace {

constexpr std::uint64_t most_looks = 100'000'000;

}  // namespace

CircleSearch::CircleSearch(const CircleUnits& units, std::uint32_t circles, std::uint32_t least,
                           std::uint32_t most, std::uint64_t seed)
    : units_(units),
      circles_(circles),
      least_(least),
      most_(most),
      random_(seed),
      at_(units.size.size(), nobody),
      members_(circles),
      people_(circles, 0),
      open_(circles, true),
      points_with_(units.size.size() * circles, 0),
      may_meet_(units.size.size() * circles, 0),
      with_(units.size.size(), 0),
      meets_(units.size.size(), false),
      waits_(units.size.size(), false) {
  const std::uint32_t all = std::accumulate(units.size.begin(), units.size.end(), 0U);
  even_ = std::max(least, all / circles);
}

bool CircleSearch::may_join(Index unit, Index circle, Index leaving) const {
  std::size_t others = members_[circle].size();
  std::size_t may = may_meet_[cell(unit, circle)];
  if (leaving != nobody) {
    --others;
    const auto& row = units_.meets[unit];
    const bool meets = around_ == unit ? meets_[leaving]
                                       : std::ranges::binary_search(row, leaving, {},
                                                                    &CircleUnits::Meet::unit);
    may -= meets ? 1 : 0;
  }
  return may == others;
}

bool CircleSearch::fits(Index unit, Index circle, Index leaving) const {
  const std::uint32_t left = leaving == nobody ? 0 : units_.size[leaving];
  return open_[circle] && people_[circle] + units_.size[unit] <= most_ + left;
}

/// True when the circle has its least people after one unit for another.
bool CircleSearch::stay_large(Index circle, Index leaving, Index coming) const {
  return people_[circle] + units_.size[coming] >= least_ + units_.size[leaving];
}

/// Makes points with one unit known for all others.
void CircleSearch::look_around(Index unit) {
  if (around_ == unit) return;
  if (around_ != nobody) {
    for (const CircleUnits::Meet& meet : units_.meets[around_]) {
      with_[meet.unit] = 0;
      meets_[meet.unit] = false;
    }
  }
  around_ = unit;
  for (const CircleUnits::Meet& meet : units_.meets[unit]) {
    with_[meet.unit] = meet.points;
    meets_[meet.unit] = true;
  }
}

/// Into a circle, or out of all.
void CircleSearch::put(Index unit, Index circle) {
  const Index from = at_[unit];
  if (from == circle) return;
  steps_.push_back({unit, from});
  if (from != nobody) {
    std::vector<Index>& members = members_[from];
    *std::find(members.begin(), members.end(), unit) = members.back();
    members.pop_back();
    people_[from] -= units_.size[unit];
    worth_.people -= units_.size[unit];
    worth_.points -= points_with_[cell(unit, from)] + units_.inside[unit];
    for (const CircleUnits::Meet& meet : units_.meets[unit]) {
      points_with_[cell(meet.unit, from)] -= meet.points;
      --may_meet_[cell(meet.unit, from)];
    }
  }
  at_[unit] = circle;
  if (circle == nobody) return;
  members_[circle].push_back(unit);
  people_[circle] += units_.size[unit];
  worth_.people += units_.size[unit];
  worth_.points += points_with_[cell(unit, circle)] + units_.inside[unit];
  for (const CircleUnits::Meet& meet : units_.meets[unit]) {
    points_with_[cell(meet.unit, circle)] += meet.points;
    ++may_meet_[cell(meet.unit, circle)];
  }
}

void CircleSearch::wake_one(Index unit) {
  if (waits_[unit]) return;
  waits_[unit] = true;
  waiting_.push_back(unit);
}

void CircleSearch::wake(Index circle) {
  for (const Index unit : members_[circle]) wake_one(unit);
}

/// Those with the fewest partners first: a beginning in every circle, then where it brings
/// most.
void CircleSearch::fill() {
  std::vector<Index> order(at_.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return std::pair(units_.meets[a].size(), units_.size[b]) <
           std::pair(units_.meets[b].size(), units_.size[a]);
  });
  // Circles above the even size, as many as are needed.
  const std::uint32_t all = std::accumulate(units_.size.begin(), units_.size.end(), 0U);
  std::uint32_t larger = all > even_ * circles_ ? all - even_ * circles_ : 0;
  Index begun = 0;
  for (const Index unit : order) {
    if (begun < circles_) {
      put(unit, begun++);
      continue;
    }
    Index best = nobody;
    for (Index c = 0; c < circles_; ++c) {
      const bool roomy = people_[c] + units_.size[unit] <= (larger > 0 ? most_ : even_);
      if (!roomy || !fits(unit, c, nobody) || !may_join(unit, c, nobody)) continue;
      if (best == nobody || points_with_[cell(unit, c)] > points_with_[cell(unit, best)] ||
          (points_with_[cell(unit, c)] == points_with_[cell(unit, best)] &&
           people_[c] < people_[best])) {
        best = c;
      }
    }
    if (best == nobody) continue;
    put(unit, best);
    if (people_[best] > even_) larger -= std::min(larger, people_[best] - even_);
  }
  steps_.clear();
}

void CircleSearch::settle() {
  for (Index unit = 0; unit < at_.size(); ++unit) wake_one(unit);
  settle_those_awake();
}

void CircleSearch::settle_those_awake() {
  while (!waiting_.empty()) {
    const Index unit = waiting_.back();
    waiting_.pop_back();
    waits_[unit] = false;
    while (improve(unit)) {
    }
  }
}

bool CircleSearch::improve(Index unit) {
  look_around(unit);
  if (at_[unit] == nobody) return seat(unit) || seat_by_moving(unit) || exchange(unit);
  return exchange(unit);
}

bool CircleSearch::seat(Index unit) {
  Index best = nobody;
  looks_ += circles_;
  for (Index c = 0; c < circles_; ++c) {
    if (!fits(unit, c, nobody) || !may_join(unit, c, nobody)) continue;
    if (best == nobody || points_with_[cell(unit, c)] > points_with_[cell(unit, best)])
      best = c;
  }
  if (best == nobody) return false;
  put(unit, best);
  wake(best);
  return true;
}

/// Somebody goes to a third circle, so that there is room for the one without.
bool CircleSearch::seat_by_moving(Index unit) {
  for (Index c = 0; c < circles_; ++c) {
    if (may_meet_[cell(unit, c)] + 1 < members_[c].size()) continue;
    for (const Index leaving : members_[c]) {
      looks_ += circles_;
      if (!fits(unit, c, leaving) || !may_join(unit, c, leaving)) continue;
      for (Index d = 0; d < circles_; ++d) {
        if (d == c || !fits(leaving, d, nobody) || !may_join(leaving, d, nobody)) continue;
        put(leaving, d);
        put(unit, c);
        wake(c);
        wake(d);
        return true;
      }
    }
  }
  return false;
}

/// The best move to another circle or exchange with somebody elsewhere, when it brings more.
bool CircleSearch::exchange(Index unit) {
  const Index from = at_[unit];
  const std::int64_t size = units_.size[unit];
  const std::int64_t has = from == nobody ? 0 : points_with_[cell(unit, from)];
  Worth best{};
  Index to = nobody, other = nobody;
  for (Index c = 0; c < circles_; ++c) {
    if (c == from || may_meet_[cell(unit, c)] + 1 < members_[c].size()) continue;
    const std::int64_t there = points_with_[cell(unit, c)];
    if (from != nobody && people_[from] >= even_ + size && fits(unit, c, nobody) &&
        may_join(unit, c, nobody) && Worth{0, there - has} > best) {
      best = {0, there - has};
      to = c;
      other = nobody;
    }
    looks_ += members_[c].size();
    for (const Index with : members_[c]) {
      Worth more{from == nobody ? size - units_.size[with] : 0,
                 there - has - points_with_[cell(with, c)] - with_[with]};
      more.points += from == nobody ? units_.inside[unit] - units_.inside[with]
                                    : points_with_[cell(with, from)] - with_[with];
      if (size != units_.size[with] && !stay_large(c, with, unit)) continue;
      if (size != units_.size[with] && from != nobody && !stay_large(from, unit, with))
        continue;
      if (!(more > best) || !fits(unit, c, with) || !may_join(unit, c, with)) continue;
      if (from != nobody && (!fits(with, from, unit) || !may_join(with, from, unit))) continue;
      best = more;
      to = c;
      other = with;
    }
  }
  if (to == nobody) return false;
  if (other != nobody) put(other, nobody);
  put(unit, to);
  if (other != nobody && from != nobody) put(other, from);
  wake(to);
  if (from != nobody) {
    wake(from);
  } else {
    wake_one(other);
  }
  return true;
}

/// Somebody without a circle comes into one, and whoever is in the way leaves it.
void CircleSearch::push_in() {
  std::vector<Index> without;
  looks_ += at_.size();
  for (Index unit = 0; unit < at_.size(); ++unit) {
    if (at_[unit] == nobody) without.push_back(unit);
  }
  if (without.empty()) return;
  const Index unit = without[static_cast<std::size_t>(random_.below(without.size()))];
  const auto circle = static_cast<Index>(random_.below(circles_));
  if (!open_[circle]) return;
  look_around(unit);
  std::vector<Index> leave;
  std::uint32_t people = people_[circle] + units_.size[unit];
  for (const Index other : members_[circle]) {
    if (!meets_[other]) leave.push_back(other);
  }
  for (const Index other : leave) people -= units_.size[other];
  std::vector<Index> members = members_[circle];
  for (auto at = static_cast<std::size_t>(random_.below(members.size() + 1)); people > most_;
       ++at) {
    const Index other = members[at % members.size()];
    if (std::find(leave.begin(), leave.end(), other) != leave.end()) continue;
    leave.push_back(other);
    people -= units_.size[other];
  }
  for (const Index other : leave) put(other, nobody);
  put(unit, circle);
  wake(circle);
  for (const Index other : leave) wake_one(other);
}

/// Two or three exchanges whatever they bring, as far as everybody may meet.
void CircleSearch::disturb() {
  const auto units = at_.size();
  if (random_.below(2) == 0) push_in();
  const std::uint64_t exchanges = 2 + random_.below(2);
  for (std::uint64_t done = 0, tries = 0; done < exchanges && tries < 30; ++tries) {
    const auto a = static_cast<Index>(random_.below(units));
    const auto b = static_cast<Index>(random_.below(units));
    const Index from = at_[a], to = at_[b];
    ++looks_;
    if (from == to || from == nobody || to == nobody) continue;
    if (!fits(a, to, b) || !fits(b, from, a) || !may_join(a, to, b) || !may_join(b, from, a))
      continue;
    put(b, nobody);
    put(a, to);
    put(b, from);
    wake(from);
    wake(to);
    ++done;
  }
}

void CircleSearch::take_back() {
  const std::vector<Step> steps = std::move(steps_);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) put(step->unit, step->from);
  steps_.clear();
}

void CircleSearch::shake(const KeepGoing& keep_going) {
  if (circles_ < 2) return;
  const std::uint64_t rounds = 1000 + 20 * at_.size();
  steps_.clear();
  for (std::uint64_t round = 0; round < rounds && looks_ < most_looks; ++round) {
    if (round % 64 == 0 && keep_going && !keep_going(round, rounds)) return;
    const Worth before = worth_;
    disturb();
    settle_those_awake();
    if (worth_ < before) {
      take_back();
    } else {
      steps_.clear();
    }
  }
}

/// One unit after the other goes aside, into a circle that is begun, or begins one.
void CircleSearch::try_all(Index unit, std::uint32_t left, Best& best) {
  if (worth_.people + left < best.worth.people) return;
  if (unit == at_.size()) {
    const bool all_large =
        std::all_of(people_.begin(), people_.end(),
                    [&](std::uint32_t people) { return people == 0 || people >= least_; });
    if (all_large && worth_ > best.worth) best = {worth_, at_};
    return;
  }
  left -= units_.size[unit];
  bool begins = false;
  for (Index c = 0; c < circles_ && !begins; ++c) {
    begins = members_[c].empty();
    if (people_[c] + units_.size[unit] > most_ || !may_join(unit, c, nobody)) continue;
    put(unit, c);
    try_all(unit + 1, left, best);
    put(unit, nobody);
  }
  try_all(unit + 1, left, best);
}

void CircleSearch::try_all() {
  Best best{worth_, at_};
  try_all(0, std::accumulate(units_.size.begin(), units_.size.end(), 0U), best);
  for (Index unit = 0; unit < at_.size(); ++unit) put(unit, best.at[unit]);
}

void CircleSearch::end_small_circles() {
  for (;;) {
    Index smallest = nobody;
    for (Index c = 0; c < circles_; ++c) {
      if (!open_[c] || people_[c] >= least_) continue;
      if (smallest == nobody || people_[c] < people_[smallest]) smallest = c;
    }
    if (smallest == nobody) return;
    open_[smallest] = false;
    const std::vector<Index> members = members_[smallest];
    for (const Index unit : members) put(unit, nobody);
    for (const Index unit : members) (void)improve(unit);
    settle();
  }
}

}  // namespace pairbook::matching
