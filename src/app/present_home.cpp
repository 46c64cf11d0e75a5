#include "areas.hpp"

namespace pairbook::app {

HomeBody present_home(const Model::State& state, const Speaker& say,
                      const domain::Moment& moment) {
  const OpenedBook& book = *state.book;
  const domain::Programme& programme = book.programme;
  HomeBody body;
  body.title = programme.name;
  body.text = say(PeopleWord::home_text, programme.name);
  const Counts& counts = state.counts;
  const auto figure = [&](PeopleWord word, int count, const char* route) {
    body.figures.push_back({say(word), Blank::grouped(count), {}, route});
  };
  figure(PeopleWord::home_people, counts.people, "#/people");
  figure(PeopleWord::home_mentors, counts.mentors, "#/people");
  figure(PeopleWord::home_mentees, counts.mentees, "#/people");
  figure(PeopleWord::home_pairs, counts.pairs, "#/pairs");
  figure(PeopleWord::home_without, counts.without_pair, "#/match");
  if (programme.people.empty()) {
    body.empty =
        Empty{.title = say(PeopleWord::empty_title),
              .text = say(PeopleWord::empty_text),
              .actions = {
                  {.label = say(PeopleWord::import),
                   .intent = Go{"#/import"},
                   .emphasis = Emphasis::primary,
                   .icon = Icon::upload},
                  {.label = say(PeopleWord::add), .intent = AddSomebody{}, .icon = Icon::add}}};
  }
  body.next_title = say(PeopleWord::home_next);
  const auto next = [&](PeopleWord title, PeopleWord text, bool done, FrameWord label,
                        const char* route) {
    body.next.push_back(
        {say(title), say(text), done,
         Button{.label = say(FrameWord::palette_go, say(label)), .intent = Go{route}}});
  };
  next(PeopleWord::next_import, PeopleWord::next_import_text, counts.people > 0,
       FrameWord::nav_import, "#/import");
  next(PeopleWord::next_rules, PeopleWord::next_rules_text, !programme.rules.rules.empty(),
       FrameWord::nav_rules, "#/rules");
  next(PeopleWord::next_match, PeopleWord::next_match_text, counts.pairs > 0,
       FrameWord::nav_match, "#/match");
  next(PeopleWord::next_letters, PeopleWord::next_letters_text, false, FrameWord::nav_letters,
       "#/letters");
  const auto old_copy = copy_notice(state, say, moment);
  if (old_copy) body.notices.push_back(*old_copy);
  if (book.keeper && !state.capabilities.persisted) {
    Notice not_kept{.text = say(PeopleWord::home_not_kept)};
    if (!old_copy) {  // else the button stands just above
      not_kept.actions.push_back(
          {.label = say(FrameWord::save_to_file), .intent = SaveToFile{}});
    }
    not_kept.actions.push_back(
        {.label = say(PeopleWord::keep_for_good), .intent = KeepForGood{}});
    body.notices.push_back(std::move(not_kept));
  }
  return body;
}

}  // namespace pairbook::app
