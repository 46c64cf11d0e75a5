// Which proposals are shown, and in which order.
#include <algorithm>
#include <tuple>

#include "match_area.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "seen.hpp"

namespace pairbook::app {

namespace {

bool has_moved(const MatchView& view, const domain::MenteeId& mentee) {
  if (!view.moved) return false;
  return std::any_of(view.moved->begin(), view.moved->end(),
                     [&](const matching::Change& change) { return change.mentee == mentee; });
}

bool is_shown(const MatchView& view, const matching::ProposedPair& pair) {
  switch (view.show) {
    case ProposalFilter::locked:
      return pair.locked;
    case ProposalFilter::moved:
      return has_moved(view, pair.mentee);
    case ProposalFilter::all:
    case ProposalFilter::low_first:
      break;
  }
  return true;
}

std::string folded_name(const domain::Programme& programme, const domain::PersonId& id) {
  const domain::Person* person = domain::find_person(programme, id);
  return person == nullptr ? std::string() : base::fold_case(person->name);
}

}  // namespace

std::string key_of(const Two& two) {
  return two.first.person.hex() + "/" + two.second.person.hex();
}

std::optional<Two> two_of(std::string_view key) {
  const std::size_t slash = key.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto mentor = domain::PersonId::from_hex(key.substr(0, slash));
  const auto mentee = domain::PersonId::from_hex(key.substr(slash + 1));
  if (!mentor || !mentee) return std::nullopt;
  return Two{{*mentor}, {*mentee}};
}

void list_proposals_again(Model::State& state) {
  MatchView& view = state.areas.match;
  view.shown.clear();
  const domain::Programme& programme = seen(state);
  const std::string wanted = base::fold_case(view.search);
  struct Line {
    int number;
    std::string text, then;
    std::uint32_t at;
  };
  const bool low_first = view.show == ProposalFilter::low_first;
  const std::string sort = low_first ? "points" : view.sort;
  std::vector<Line> lines;
  for (std::uint32_t at = 0; at < view.pairs.size(); ++at) {
    const matching::ProposedPair& pair = view.pairs[at];
    if (!is_shown(view, pair)) continue;
    std::string mentee = folded_name(programme, pair.mentee.person);
    std::string mentor = folded_name(programme, pair.mentor.person);
    if (mentee.find(wanted) == std::string::npos && mentor.find(wanted) == std::string::npos)
      continue;
    if (sort == "mentor") std::swap(mentee, mentor);
    lines.push_back(
        {sort == "points" ? pair.points : 0, std::move(mentee), std::move(mentor), at});
  }
  const bool descending = !low_first && view.descending;
  base::sort(lines, [&](const Line& a, const Line& b) {
    if (a.number != b.number) return (a.number < b.number) != descending;
    const auto left = std::tie(a.text, a.then, a.at), right = std::tie(b.text, b.then, b.at);
    return descending && sort != "points" ? right < left : left < right;
  });
  for (const Line& line : lines) view.shown.push_back(line.at);
  view.first = std::clamp(view.first, 0, std::max(0, static_cast<int>(view.shown.size()) - 1));
}

void list_match(Turn& turn, const FrameIntent& intent) {
  MatchView& view = turn.state.areas.match;
  if (const auto* rows = std::get_if<ShowRows>(&intent)) {
    const bool proposals = rows->list == ListId::proposals;
    (proposals ? view.first : view.unmatched_first) = std::max(0, rows->first);
    (proposals ? view.rows : view.unmatched_rows) = std::clamp(rows->count, 1, 400);
  } else if (const auto* sort = std::get_if<SortRows>(&intent)) {
    if (sort->list != ListId::proposals) return;
    view.descending = view.sort == sort->column && !view.descending;
    view.sort = sort->column;
    list_proposals_again(turn.state);
  }
}

}  // namespace pairbook::app
