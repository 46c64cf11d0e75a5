#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"
#include "weigh_area.hpp"

namespace pairbook::app {

namespace {

constexpr std::size_t lines_shown = 20;
constexpr std::size_t people_listed = 40;

class Weighing {
 public:
  Weighing(const Model::State& state, const Speaker& say)
      : state_(state),
        say_(say),
        programme_(state.book->programme),
        match_(state.areas.match),
        view_(state.areas.weigh),
        why_not_(why_no_change(state, say)) {}

  [[nodiscard]] WeighBody body() const {
    WeighBody out;
    out.title = say_(WeighWord::title);
    out.text = say_(WeighWord::text);
    out.actions = {Button{.label = say_(WeighWord::back),
                          .intent = FrameIntent{Go{"#/match"}},
                          .icon = Icon::back}};
    out.working = working();
    if (view_.failed)
      out.notices.push_back({Tone::danger, "", words_for(say_, *view_.failed), {}});
    if (view_.stopped) {
      out.notices.push_back(
          {Tone::info,
           "",
           say_(WeighWord::stopped),
           {Button{.label = say_(WeighWord::again), .intent = WeighIntent{WorkOutAgain{}}}}});
    }
    if (match_.proposal && !match_.pairs.empty()) {
      out.blocking = match_.proposal->solution.blocking == 0
                         ? say_(MatchWord::blocking_none)
                         : say_(MatchWord::blocking, match_.proposal->solution.blocking);
    } else if (programme_.kept.empty() && !out.working) {
      out.empty = Empty{say_(WeighWord::empty_title),
                        say_(WeighWord::empty_text),
                        {Button{.label = say_(WeighWord::back),
                                .intent = FrameIntent{Go{"#/match"}},
                                .emphasis = Emphasis::primary}}};
      return out;
    }
    const bool many = match_.proposal && matching::is_many(match_.proposal->fit.problem);
    if (many) out.notices.push_back({Tone::info, "", say_(WeighWord::many), {}});
    if (view_.found && !many) {
      add_goals(out);
      add_floors(out);
      add_gaps(out);
    }
    add_kept(out);
    add_comparison(out);
    return out;
  }

 private:
  [[nodiscard]] std::optional<Working> working() const {
    if (auto solving = match_working(state_, say_)) return solving;
    if (view_.job == 0) return std::nullopt;
    Working out{.label = say_(WeighWord::working),
                .part = static_cast<int>(view_.part),
                .whole = static_cast<int>(view_.whole)};
    out.cancel = Button{.label = say_(FrameWord::cancel), .intent = BookIntent{CancelWork{}}};
    return out;
  }

  [[nodiscard]] std::vector<Figure> figures_of(const matching::FloorPoint& point) const {
    return {{say_(WeighWord::pairs), Blank::grouped(point.matched), "", ""},
            {say_(WeighWord::points), Blank::grouped(point.total), "", ""}};
  }

  void add_goals(WeighBody& out) const {
    const matching::Outlook& found = *view_.found;
    out.goals_title = say_(WeighWord::goals_title);
    const bool same = found.best_total.matched == found.most_matched.matched &&
                      found.best_total.total == found.most_matched.total;
    out.goals_text = say_(same ? WeighWord::same_goals : WeighWord::goals_text);
    const domain::MatchGoal now = rules_in_view(state_).goal;
    const auto add = [&](WeighWord title, WeighWord take, domain::MatchGoal goal,
                         const matching::FloorPoint& point) {
      WeighBody::Goal side{say_(title), figures_of(point), "", std::nullopt};
      if (goal == now) {
        side.note = say_(WeighWord::taken);
      } else {
        side.take = Button{
            .label = say_(take),
            .intent = ControlIntent{Choose{{Control::rules_goal, ""}, static_cast<int>(goal)}},
            .why_not = why_not_};
      }
      out.goals.push_back(std::move(side));
    };
    add(WeighWord::best_total, WeighWord::take_best, domain::MatchGoal::best_total,
        found.best_total);
    add(WeighWord::most_matched, WeighWord::take_most, domain::MatchGoal::most_matched,
        found.most_matched);
  }

  void add_floors(WeighBody& out) const {
    const matching::Outlook& found = *view_.found;
    if (found.floors.size() < 2) return;  // nobody has a point
    out.floors_title = say_(WeighWord::floors_title);
    out.floors_text = say_(WeighWord::floors_text);
    out.floors_sentence = say_(WeighWord::floors_sentence, found.fair);
    const int now = rules_in_view(state_).at_least_points;
    for (const matching::FloorPoint& point : found.floors) {
      out.floors.push_back(
          {point.floor == 0 ? say_(WeighWord::floor_none) : say_(WeighWord::floor, point.floor),
           say_(WeighWord::floor_value, point.matched, point.total),
           static_cast<int>(point.matched), point.floor == now});
    }
    NumberBox box{
        .id = {Control::rules_at_least, ""}, .label = say_(WeighWord::floor_set), .value = now};
    box.max = domain::most_points_of_a_pair;
    box.why_not = why_not_;
    out.floor_controls.emplace_back(std::move(box));
    if (found.fair > 0 && found.fair != now) {
      out.floor_controls.emplace_back(
          Button{.label = say_(WeighWord::floor_use, found.fair),
                 .intent = ControlIntent{SetNumber{{Control::rules_at_least, ""}, found.fair}},
                 .why_not = why_not_,
                 .description = say_(WeighWord::floor_fair, found.fair)});
    }
  }

  void add_gaps(WeighBody& out) const {
    out.gaps_title = say_(WeighWord::gaps_title);
    const std::size_t shown = std::min(lines_shown, view_.gaps.size());
    for (std::size_t i = 0; i < shown; ++i)
      out.gaps.push_back({view_.gaps[i].what, view_.gaps[i].why, view_.gaps[i].brings});
    std::vector<std::string> text = {
        say_(out.gaps.empty() ? WeighWord::gaps_none : WeighWord::gaps_text)};
    if (shown < view_.gaps.size())
      text.push_back(say_(WeighWord::gaps_more, view_.gaps.size() - shown));
    const matching::PlaceGaps& places = view_.found->places;
    if (places.asked < places.worth)
      text.push_back(say_(WeighWord::gaps_not_all, places.asked, places.worth));
    if (!view_.found->whole) text.push_back(say_(WeighWord::not_whole));
    out.gaps_text = base::join(text, " ");
    if (out.gaps.empty()) return;
    out.gap_actions = {Button{.label = say_(WeighWord::csv),
                              .intent = WeighIntent{ExportGaps{}},
                              .icon = Icon::download},
                       Button{.label = say_(WeighWord::print),
                              .intent = WeighIntent{PrintGaps{}},
                              .icon = Icon::print}};
  }

  void add_kept(WeighBody& out) const {
    out.kept_title = say_(WeighWord::kept_title);
    out.kept_text = say_(WeighWord::kept_text);
    out.trouble = view_.trouble;
    out.keep = {TextField{.id = {Control::kept_new_name, ""},
                          .label = say_(WeighWord::new_name),
                          .value = view_.name.value_or(next_name(say_, programme_))},
                Button{.label = say_(WeighWord::keep),
                       .intent = WeighIntent{KeepThisProposal{}},
                       .icon = Icon::pin,
                       .why_not = !why_not_.empty()         ? why_not_
                                  : match_.pairs.empty()    ? say_(MatchWord::nothing_proposed)
                                  : several_mentors(state_) ? say_(WeighWord::several)
                                  : match_.stale || match_.job != 0 ? say_(MatchWord::stale)
                                                                    : ""}};
    for (const domain::KeptProposal* kept : kept_in_order(programme_)) {
      WeighBody::Kept line;
      line.key = kept->id.hex();
      const auto typed = view_.names.find(kept->id);
      line.name =
          TextField{.id = {Control::kept_name, line.key},
                    .label = say_(WeighWord::name),
                    .value = typed == view_.names.end() ? kept->head.name : typed->second,
                    .why_not = why_not_};
      line.note = say_(WeighWord::kept_note, kept->head.on.iso(), kept->head.round,
                       kept->pairs.size(), domain::points_of(kept->pairs));
      line.remove = Button{.label = say_(WeighWord::remove),
                           .intent = WeighIntent{ForgetKept{kept->id}},
                           .emphasis = Emphasis::quiet,
                           .icon = Icon::remove,
                           .why_not = why_not_,
                           .description = say_(WeighWord::remove_label, kept->head.name)};
      out.kept.push_back(std::move(line));
    }
  }

  /// One side of a comparison; without a kept one, the proposal there is now.
  struct Side {
    std::string name;
    std::vector<domain::KeptPair> pairs;
    const domain::Rules* rules = nullptr;
  };
  [[nodiscard]] Side side_of(const domain::KeptProposal* kept) const {
    if (kept == nullptr)
      return {say_(WeighWord::now), pairs_now(state_), &rules_in_view(state_)};
    return {kept->head.name, kept->pairs, &kept->head.rules};
  }

  void add_comparison(WeighBody& out) const {
    const auto kept = kept_in_order(programme_);
    if (kept.empty()) return;
    const auto found = [&](const std::optional<domain::ProposalId>& id) {
      const auto at = std::find_if(kept.begin(), kept.end(),
                                   [&](const auto* each) { return id && each->id == *id; });
      return at == kept.end() ? -1 : static_cast<int>(at - kept.begin());
    };
    const int first = found(view_.one);
    const int second = std::max(found(view_.other), 0);
    WeighBody::Comparison side_by_side;
    side_by_side.title = say_(WeighWord::compare_title);
    Choice one{.id = {Control::weigh_one, ""}, .label = say_(WeighWord::compare_one)};
    Choice other{.id = {Control::weigh_other, ""}, .label = say_(WeighWord::compare_other)};
    one.options.push_back(say_(WeighWord::now));
    for (const domain::KeptProposal* each : kept) {
      one.options.push_back(each->head.name);
      other.options.push_back(each->head.name);
    }
    one.selected = first + 1;
    other.selected = second;
    side_by_side.choices = {one, other};
    if (first < 0 && several_mentors(state_)) {
      side_by_side.sentence = say_(WeighWord::several);
      out.comparison = std::move(side_by_side);
      return;
    }
    tell(side_of(first < 0 ? nullptr : kept[static_cast<std::size_t>(first)]),
         side_of(kept[static_cast<std::size_t>(second)]), side_by_side);
    out.comparison = std::move(side_by_side);
  }

  void tell(const Side& one, const Side& other, WeighBody::Comparison& out) const {
    for (const Side* side : {&one, &other}) {
      out.figures.push_back({side->name,
                             Blank::grouped(static_cast<long long>(side->pairs.size())),
                             say_(RulesWord::points, domain::points_of(side->pairs)), ""});
    }
    const domain::Comparison found = domain::compare(one.pairs, other.pairs);
    const bool same = found.moved.empty() && found.only_one.empty() && found.only_other.empty();
    out.sentence =
        same ? say_(WeighWord::compare_all_same) : say_(WeighWord::compare_same, found.same);
    if (*one.rules != *other.rules) out.sentence += " " + say_(WeighWord::rules_then);
    const auto name = [&](const domain::PersonId& id) { return name_of(say_, programme_, id); };
    std::vector<std::string> moved;
    for (const auto& move : found.moved) {
      if (moved.size() > people_listed) break;
      moved.push_back(say_(WeighWord::compare_move, name(move.mentee.person),
                           name(move.one.person), name(move.other.person)));
    }
    add_list(out, say_(WeighWord::compare_moved), std::move(moved), found.moved.size());
    for (const auto& [side, pairs] :
         {std::pair(&one, &found.only_one), std::pair(&other, &found.only_other)}) {
      std::vector<std::string> lines;
      for (const domain::KeptPair& pair : *pairs) {
        if (lines.size() > people_listed) break;
        lines.push_back(
            say_(WeighWord::compare_pair, name(pair.mentee.person), name(pair.mentor.person)));
      }
      add_list(out, say_(WeighWord::compare_only, side->name), std::move(lines), pairs->size());
    }
  }

  void add_list(WeighBody::Comparison& out, std::string title, std::vector<std::string> lines,
                std::size_t all) const {
    if (lines.empty()) return;
    if (lines.size() > people_listed) {
      lines.resize(people_listed);
      lines.push_back(say_(WeighWord::and_more, all - people_listed));
    }
    out.lists.push_back({std::move(title), std::move(lines)});
  }

  const Model::State& state_;
  const Speaker& say_;
  const domain::Programme& programme_;
  const MatchView& match_;
  const WeighView& view_;
  std::string why_not_;
};

}  // namespace

Body present_weigh(const Model::State& state, const Speaker& say) {
  return Weighing(state, say).body();
}

}  // namespace pairbook::app
