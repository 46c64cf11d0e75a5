#include "seen.hpp"

#include <set>

#include "match_area.hpp"
#include "match_words.hpp"
#include "turn.hpp"
#include "weigh_area.hpp"

namespace pairbook::app {

namespace {

/// What rules of which all may be seen are called: reasons of pairs know them by that only.
std::set<std::string> open_criteria(const domain::Programme& programme, const Speaker& say) {
  std::set<std::string> open, hidden;
  for (const domain::Rule& rule : programme.rules.rules) {
    (domain::reads_hidden(programme, rule) ? hidden : open)
        .insert(criterion_name(say, programme, rule));
  }
  for (const std::string& name : hidden) open.erase(name);
  return open;
}

}  // namespace

bool names_hidden(const Model::State& state) {
  return state.book && state.book->programme.blind.on;
}

const domain::Programme& seen(const Model::State& state) {
  return state.book->veil ? *state.book->veil : state.book->programme;
}

bool may_be_read(const Model::State& state, const domain::PersonId& id) {
  return !names_hidden(state) || state.book->programme.blind.looked_at.contains(id);
}

domain::CodeWords code_words(const Speaker& say) {
  return {say(PeopleWord::code_mentor), say(PeopleWord::code_mentee),
          say(PeopleWord::code_participant)};
}

void veil_again(Model::State& state, const Speaker& say) {
  if (!state.book) return;
  OpenedBook& book = *state.book;
  if (!book.programme.blind.on && !domain::has_confidential(book.programme)) {
    book.veil.reset();
    book.veil_hides_names = false;
    return;
  }
  // A change of many steps is veiled once, at its end; until then the veil of before stays.
  if (state.running && book.veil) return;
  book.veil = domain::veiled(book.programme, code_words(say));
  book.veil_hides_names = book.programme.blind.on;
  if (!book.veil_hides_names) return;
  const auto open = open_criteria(book.programme, say);
  for (auto& [id, pair] : book.veil->pairs) {
    pair.ended_note.clear();
    for (domain::Reason& reason : pair.reasons) {
      if (!open.contains(reason.criterion)) reason.fact.clear();
    }
  }
}

void forget_names(Turn& turn) {
  Model::State& state = turn.state;
  PeopleView& people = state.people;
  people.search.clear();
  people.field = people.answer = people.first = 0;
  people.sort = "/name";
  people.descending = false;
  state.frame.palette_query.clear();
  state.frame.toasts.clear();
  state.drafts.clear();
  state.field_errors.clear();
  state.import = ImportView{};
  AreaViews& areas = state.areas;
  areas.match.search.clear();
  areas.pairs.search.clear();
  areas.pairs.note.clear();
  areas.letters.at = 0;
  areas.wishes.bringing.reset();
  areas.pairs.bringing.reset();
  list_proposals_again(state);
  word_gaps_again(turn);
}

const std::string& label_of(const OpenedBook& book, const Change& change) {
  return book.programme.blind.on ? change.plain : change.label;
}

}  // namespace pairbook::app
