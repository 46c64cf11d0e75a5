#include "pairbook/matching/form_circles.hpp"

#include <algorithm>
#include <numeric>

#include "circle_search.hpp"
#include "pairbook/base/keyed.hpp"
#include "pairbook/matching/assign_many.hpp"
#include "peer_pairs.hpp"

namespace pairbook::matching {

using base::Done;
using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_people = 1'000'000;
constexpr std::size_t most_pairs = 100'000'000;
constexpr std::size_t most_cells = 50'000'000;
constexpr std::size_t most_for_prices = 500'000;
constexpr std::size_t most_tried = 10;  // units: some hundred thousand ways

Done check(const CircleQuestion& question) {
  const std::size_t n = question.keys.size();
  if (n > most_people || question.pairs.size() > most_pairs) {
    return fail(Errc::too_large, "people");
  }
  if (question.least < 2 || question.least > question.most) {
    return fail(Errc::invalid_input, "least", "below 2, or above the most");
  }
  if (auto done = check_pairs(question.pairs, n); !done) return done;
  for (const Couple& both : question.together) {
    if (both.mentee >= n || both.mentor >= n || both.mentee == both.mentor) {
      return fail(Errc::invalid_input, "together", "a person who is not there");
    }
  }
  return {};
}

/// Who takes part, and in which unit.
struct Grouped {
  CircleUnits units;
  std::vector<Index> unit_of;  // by person, or nobody
  std::uint32_t people = 0;
  std::uint64_t seed = 0;
};

Grouped group(const CircleQuestion& question) {
  const std::size_t n = question.keys.size();
  std::vector<Index> root(n);
  std::iota(root.begin(), root.end(), Index{0});
  const auto find = [&](Index person) {
    while (root[person] != person) person = root[person] = root[root[person]];
    return person;
  };
  std::vector<bool> takes_part(n, false);
  for (const Peers& pair : question.pairs) {
    takes_part[pair.one] = takes_part[pair.other] = true;
  }
  for (const Couple& both : question.together) {
    takes_part[both.mentee] = takes_part[both.mentor] = true;
    root[find(both.mentee)] = find(both.mentor);
  }
  std::vector<base::Keyed> order;
  for (Index i = 0; i < n; ++i) {
    if (takes_part[i]) order.push_back({question.keys[i], i});
  }
  base::sort(order);
  Grouped out;
  out.people = static_cast<std::uint32_t>(order.size());
  out.unit_of.assign(n, nobody);
  std::vector<Index> unit_at(n, nobody);  // by root
  for (const base::Keyed& person : order) {
    out.seed = (out.seed ^ person.key) * 0x9E3779B97F4A7C15;
    Index& unit = unit_at[find(person.place)];
    if (unit == nobody) {
      unit = static_cast<Index>(out.units.size.size());
      out.units.size.push_back(0);
      out.units.inside.push_back(0);
    }
    ++out.units.size[unit];
    out.unit_of[person.place] = unit;
  }
  return out;
}

/// Two units may meet when all of their people may.
Done join(const CircleQuestion& question, Grouped& grouped) {
  struct Link {
    Index one = 0;
    Index other = 0;
    std::uint64_t people = 0;  // smaller key first: to see a pair twice
    std::int64_t points = 0;
  };
  std::vector<Link> links;
  std::vector<base::Keyed> seen;
  links.reserve(2 * question.pairs.size());
  for (const Peers& pair : question.pairs) {
    const auto [low, high] = std::minmax(pair.one, pair.other);
    seen.push_back({std::uint64_t{low} << 32U | high});
    const Index a = grouped.unit_of[pair.one], b = grouped.unit_of[pair.other];
    if (a == b) {
      grouped.units.inside[a] += pair.score;
      continue;
    }
    links.push_back({a, b, 1, pair.score});
    links.push_back({b, a, 1, pair.score});
  }
  base::sort(seen);
  if (std::adjacent_find(seen.begin(), seen.end()) != seen.end()) {
    return fail(Errc::invalid_input, "pairs", "a pair twice");
  }
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
    return a.one != b.one ? a.one < b.one : a.other < b.other;
  });
  CircleUnits& units = grouped.units;
  units.meets.resize(units.size.size());
  for (std::size_t at = 0; at < links.size();) {
    Link sum = links[at];
    for (++at; at < links.size() && links[at].one == sum.one && links[at].other == sum.other;
         ++at) {
      ++sum.people;
      sum.points += links[at].points;
    }
    if (sum.people == std::uint64_t{units.size[sum.one]} * units.size[sum.other]) {
      units.meets[sum.one].push_back({sum.other, sum.points});
    }
  }
  return {};
}

/// The sum of the bound, doubled, for prices that assign_many() finds: everybody asks for most
/// - 1 others and is asked by as many.
base::Result<CircleCertificate> bound_points(const CircleQuestion& question, std::uint32_t most,
                                             const KeepGoing& keep_going) {
  CircleCertificate out;
  out.price.assign(question.keys.size(), 0);
  if (most < 2) return out;
  if (question.pairs.size() <= most_for_prices) {
    ManyQuestion both;
    for (const std::uint64_t key : question.keys) {
      both.mentees.push_back({key, most - 1});
      both.mentors.push_back({key, most - 1});
    }
    both.arcs.reserve(2 * question.pairs.size());
    for (const Peers& pair : question.pairs) {
      both.arcs.push_back({pair.one, pair.other, pair.score});
      both.arcs.push_back({pair.other, pair.one, pair.score});
    }
    const base::Result<ManyAssigned> answer = assign_many(both, keep_going);
    if (!answer) return base::pass_on(answer);
    out.price = answer->certificate.price;
    out.bound = answer->certificate.bound / 2;
    return out;
  }
  std::vector<std::vector<std::int32_t>> best(question.keys.size());
  for (const Peers& pair : question.pairs) {
    for (const Index person : {pair.one, pair.other}) {
      std::vector<std::int32_t>& own = best[person];
      own.push_back(pair.score);
      if (own.size() < 4 * std::size_t{most}) continue;
      std::nth_element(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(most - 1),
                       own.end(), std::greater<>());
      own.resize(most - 1);
    }
  }
  for (std::vector<std::int32_t>& own : best) {
    std::sort(own.begin(), own.end(), std::greater<>());
    own.resize(std::min<std::size_t>(own.size(), most - 1));
    for (const std::int32_t points : own) out.bound += points;
  }
  out.bound /= 2;
  return out;
}

/// By unit. As few circles as can be, and more where those would leave people out.
std::vector<Index> search_circles(const CircleQuestion& question, const Grouped& grouped,
                                  const CircleSizes& sizes, const KeepGoing& keep_going,
                                  CirclesFormed& out) {
  const CircleUnits& units = grouped.units;
  const std::uint32_t most_circles = grouped.people / question.least;
  std::vector<Index> best(units.size.size(), nobody);
  if (units.size.size() <= most_tried) {
    CircleSearch search(units, most_circles, question.least, sizes.most, grouped.seed);
    search.try_all();
    for (Index unit = 0; unit < best.size(); ++unit) best[unit] = search.circle_of(unit);
    out.tried_all = true;
    return best;
  }
  CircleSearch::Worth worth;
  const std::uint32_t between = (sizes.circles + most_circles) / 2;
  std::uint32_t last = 0;
  for (const std::uint32_t circles : {sizes.circles, between, most_circles}) {
    if (circles == last || worth.people == std::int64_t{grouped.people}) continue;
    if (std::uint64_t{circles} * units.size.size() > most_cells) continue;
    last = circles;
    CircleSearch search(units, circles, question.least, sizes.most, grouped.seed);
    search.fill();
    search.settle();
    search.end_small_circles();
    search.shake(keep_going);
    search.end_small_circles();
    if (search.worth() <= worth) continue;
    worth = search.worth();
    for (Index unit = 0; unit < best.size(); ++unit) best[unit] = search.circle_of(unit);
  }
  return best;
}

/// Circles by their first person's key.
void tell(const CircleQuestion& question, const Grouped& grouped,
          const std::vector<Index>& circle_of, CirclesFormed& out) {
  const std::size_t n = question.keys.size();
  std::vector<base::Keyed> order(n);
  for (Index i = 0; i < n; ++i) order[i] = {question.keys[i], i};
  base::sort(order);
  out.circle_of.assign(n, nobody);
  std::vector<Index> number(n, nobody);
  for (const base::Keyed& person : order) {
    const Index unit = grouped.unit_of[person.place];
    const Index circle = unit == nobody ? nobody : circle_of[unit];
    if (circle == nobody) continue;
    if (number[circle] == nobody) number[circle] = out.circles++;
    out.circle_of[person.place] = number[circle];
    ++out.seated;
  }
  for (const Peers& pair : question.pairs) {
    const Index circle = out.circle_of[pair.one];
    if (circle != nobody && circle == out.circle_of[pair.other]) out.points += pair.score;
  }
}

}  // namespace

CircleSizes sizes_of_circles(std::size_t people, std::uint32_t least, std::uint32_t most) {
  const std::size_t circles =
      std::min((people + most - 1) / std::max(most, 1U), people / std::max(least, 1U));
  if (circles == 0) return {};
  const std::size_t even = (people + circles - 1) / circles;
  return {static_cast<std::uint32_t>(circles),
          static_cast<std::uint32_t>(std::min<std::size_t>(most, even))};
}

base::Result<CirclesFormed> form_circles(const CircleQuestion& question,
                                         const KeepGoing& keep_going) {
  if (const Done done = check(question); !done) return base::pass_on(done);
  Grouped grouped = group(question);
  const CircleUnits& units = grouped.units;
  CircleSizes sizes = sizes_of_circles(grouped.people, question.least, question.most);
  for (const std::uint32_t size : units.size) {
    if (size > question.most) {
      return fail(Errc::conflict, "together", "more people than a circle holds");
    }
    if (sizes.circles > 0) sizes.most = std::max(sizes.most, size);
  }
  if (std::uint64_t{units.size.size()} * sizes.circles > most_cells)
    return fail(Errc::too_large, "circles");
  if (const Done done = join(question, grouped); !done) return base::pass_on(done);

  CirclesFormed out;
  out.circle_of.assign(question.keys.size(), nobody);
  out.certificate.price.assign(question.keys.size(), 0);
  out.optimal = sizes.circles == 0;
  if (sizes.circles == 0) return out;
  const std::vector<Index> circle_of =
      search_circles(question, grouped, sizes, keep_going, out);
  tell(question, grouped, circle_of, out);
  base::Result<CircleCertificate> bound = bound_points(question, sizes.most, keep_going);
  if (!bound) return base::pass_on(bound);
  out.certificate = std::move(*bound);
  const std::uint64_t seats = std::uint64_t{sizes.circles} * sizes.most;
  out.optimal = out.seated == std::min<std::uint64_t>(grouped.people, seats) &&
                out.points == out.certificate.bound;
  return out;
}

}  // namespace pairbook::matching
