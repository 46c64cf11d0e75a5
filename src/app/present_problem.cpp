#include "areas.hpp"

namespace pairbook::app {

namespace {

void fill(ProblemBody& body, const Speaker& say, BookWord title, std::string text,
          std::initializer_list<BookWord> what_to_do) {
  body.title = say(title);
  body.text = std::move(text);
  for (const BookWord word : what_to_do) body.what_to_do.push_back(say(word));
}

}  // namespace

ProblemBody present_problem(const Model::State& state, const Speaker& say) {
  const ProblemView& view = state.problem;
  ProblemBody body;
  const Button open_file{.label = say(BookWord::open_file),
                         .intent = OpenBookFile{},
                         .emphasis = Emphasis::primary,
                         .icon = Icon::upload};
  const Button start{.label = say(BookWord::to_start), .intent = Go{"#/welcome"}};
  body.actions = {open_file, start};
  switch (view.problem) {
    case Problem::none:
      break;
    case Problem::damaged_book:
      body.tone = Tone::danger;
      fill(body, say, BookWord::damaged_title, say(BookWord::damaged_text),
           {BookWord::damaged_do_1, BookWord::damaged_do_2});
      if (!view.detail.empty()) body.detail = say(BookWord::problem_detail, view.detail);
      break;
    case Problem::newer_book:
      fill(body, say, BookWord::newer_title, say(BookWord::newer_text), {BookWord::newer_do_1});
      break;
    case Problem::newer_file:
      fill(body, say, BookWord::newer_file_title, say(BookWord::newer_text),
           {BookWord::newer_do_1});
      break;
    case Problem::foreign_file:
      fill(body, say, BookWord::foreign_title, say(BookWord::foreign_text, view.detail),
           {BookWord::foreign_do_1, BookWord::foreign_do_2});
      break;
    case Problem::damaged_file:
      fill(body, say, BookWord::damaged_file_title,
           say(BookWord::damaged_file_text, view.detail), {BookWord::damaged_file_do_1});
      break;
    case Problem::missing_book:
      fill(body, say, BookWord::missing_title, say(BookWord::missing_text),
           {BookWord::missing_do_1, BookWord::missing_do_2});
      break;
    case Problem::unreadable_book:
      body.tone = Tone::danger;
      fill(body, say, BookWord::unreadable_title, say(BookWord::unreadable_text),
           {BookWord::unreadable_do_1, BookWord::unreadable_do_2});
      if (!view.detail.empty()) body.detail = say(BookWord::problem_detail, view.detail);
      body.actions = {
          {.label = say(FrameWord::try_again),
           .intent = OpenBook{view.book},
           .emphasis = Emphasis::primary},
          {.label = open_file.label, .intent = OpenBookFile{}, .icon = Icon::upload},
          start};
      break;
    case Problem::already_here:
      body.tone = Tone::info;
      fill(body, say, BookWord::here_title, say(BookWord::here_text),
           {BookWord::here_do_1, BookWord::here_do_2});
      body.actions = {
          {.label = say(BookWord::keep_both),
           .intent = ChooseCopy{Keeping::both},
           .emphasis = Emphasis::primary},
          {.label = say(BookWord::keep_this), .intent = ChooseCopy{Keeping::this_device}},
          {.label = say(BookWord::keep_file), .intent = ChooseCopy{Keeping::the_file}},
          start};
      break;
    case Problem::file_refused: {
      fill(body, say, BookWord::file_refused_title, view.detail, {});
      break;
    }
  }
  return body;
}

}  // namespace pairbook::app
