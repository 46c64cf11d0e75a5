#include <algorithm>

#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "palette.hpp"
#include "undo.hpp"

namespace pairbook::app {

void save_readable_file(Turn& turn, std::string name, std::string type, std::string_view text) {
  const base::BytesView bytes = base::bytes_of(text);
  turn.ask(
      Download{std::move(name), std::move(type), {base::Bytes(bytes.begin(), bytes.end())}});
  toast(turn, Tone::info, turn.say(FrameWord::saved_readable));
}

void toast(Turn& turn, Tone tone, std::string text, WithUndo undo) {
  constexpr std::size_t most = 4;
  constexpr std::int64_t shown_ms = 7'000;
  constexpr std::int64_t with_undo_ms = 12'000;
  FrameView& frame = turn.state.frame;
  const bool can_undo = undo == WithUndo::yes;
  // Only the last change can be taken back from a toast.
  if (can_undo) {
    for (ToastShown& older : frame.toasts) older.with_undo = false;
  }
  frame.toasts.push_back({frame.next_toast++,
                          tone,
                          std::move(text),
                          can_undo,
                          {turn.moment.when.ms + (can_undo ? with_undo_ms : shown_ms)}});
  if (frame.toasts.size() > most) frame.toasts.erase(frame.toasts.begin());
}

void focus(Turn& turn, ControlId control) {
  FocusRequest& request = turn.state.frame.focus;
  ++request.serial;
  request.control = std::move(control);
}

namespace {

void forget_typed(Turn& turn) {
  commit_drafts(turn);
  turn.state.drafts.clear();
  turn.state.field_errors.clear();
  turn.state.question = QuestionView{};
  turn.state.frame.palette = false;
  turn.state.frame.dialog = DialogKind::none;
}

/// What a screen needs to begin with.
void entered(Turn& turn) {
  const std::string& route = turn.state.frame.route;
  if (route == "#/settings/passphrase") begin_new_book(turn, NewBookPurpose::new_passphrase);
  if (route == "#/settings/sheet") begin_new_book(turn, NewBookPurpose::new_sheet);
  if (route == "#/import" && turn.state.import.step == ImportStep::done) {
    turn.state.import = ImportView{};
  }
  if (route == "#/history") read_older_past(turn);
  areas_entered(turn);
}

}  // namespace

void go(Turn& turn, std::string route, Navigation how) {
  forget_typed(turn);
  if (route.empty() || route == "#") route = "#/";
  turn.state.frame.route = route;
  turn.ask(SetRoute{std::move(route), how});
  focus(turn);
  if (turn.state.place == Place::inside) entered(turn);
}

void route_changed(Turn& turn, const std::string& route) {
  if (turn.state.place != Place::inside) {
    // Remembered for after unlocking.
    turn.state.frame.route = route.empty() ? "#/" : route;
    return;
  }
  if (route == turn.state.frame.route) return;
  forget_typed(turn);
  turn.state.frame.route = route.empty() ? "#/" : route;
  focus(turn);
  entered(turn);
}

namespace {

void to_list(Turn& turn, ListId list, const FrameIntent& intent) {
  switch (list) {
    case ListId::people:
      return list_people(turn, intent);
    case ListId::import_rows:
      return list_import(turn, intent);
    case ListId::proposals:
    case ListId::unmatched:
      return list_match(turn, intent);
    case ListId::pairs:
      return list_pairs(turn, intent);
    case ListId::history:
      return list_history(turn, intent);
    case ListId::requests:
    case ListId::wishes:
      return list_wishes(turn, intent);
    case ListId::fairness:  // short, and in the order of the answers
      return;
  }
}

struct OnFrame {
  Turn& turn;
  FrameView& frame = turn.state.frame;

  void operator()(const Go& intent) const {
    if (intent.route == "#/welcome") {
      if (turn.state.book && turn.state.book->keeper) {
        lock(turn);
        if (turn.state.book) return;
      } else {
        close_book(turn);
      }
      return show_welcome(turn);
    }
    if (turn.state.place != Place::inside) return;
    const bool ended = turn.state.import.step == ImportStep::done && intent.route == "#/import";
    if (intent.route != frame.route) {
      go(turn, intent.route);
    } else if (ended) {
      go(turn, intent.route, Navigation::replace);  // the next import
    }
    frame.palette = false;
  }
  void operator()(const ShowRows& intent) const { to_list(turn, intent.list, intent); }
  void operator()(const SortRows& intent) const { to_list(turn, intent.list, intent); }
  void operator()(const SelectRow& intent) const { to_list(turn, intent.list, intent); }
  void operator()(const OpenPalette&) const {
    frame.palette = true;
    frame.palette_query.clear();
    frame.palette_selected = 0;
    focus(turn, {Control::palette_query, {}});
  }
  void operator()(const MovePalette& intent) const {
    const int count = static_cast<int>(palette_items(turn.state, turn.say).size());
    if (count == 0) return;
    frame.palette_selected = (frame.palette_selected + intent.by % count + count) % count;
  }
  void operator()(const ShowShortcuts&) const {
    frame.palette = false;
    frame.dialog = DialogKind::shortcuts;
    focus(turn);
  }
  void operator()(const Close&) const {
    if (frame.palette) {
      frame.palette = false;
    } else if (frame.dialog != DialogKind::none) {
      frame.dialog = DialogKind::none;
    } else if (turn.state.question.open) {
      turn.state.question = QuestionView{};
    } else {
      return areas_closed(turn);
    }
    focus(turn);
  }
  void operator()(const DismissToast& intent) const {
    std::erase_if(frame.toasts, [&](const ToastShown& shown) { return shown.id == intent.id; });
  }
  void operator()(const Undo&) const {
    commit_drafts(turn);
    undo_last(turn);
    unmark_undo();
  }
  void operator()(const Redo&) const {
    commit_drafts(turn);
    redo_next(turn);
    unmark_undo();
  }
  void operator()(const UndoToHere& intent) const {
    undo_until(turn, intent.change);
    unmark_undo();
  }
  void unmark_undo() const {
    for (ToastShown& shown : frame.toasts) shown.with_undo = false;
  }
  void operator()(const LockNow&) const { lock(turn); }
  void operator()(const RetrySave&) const { retry_save(turn); }
  void operator()(const Confirm&) const {
    const DialogKind dialog = frame.dialog;
    frame.dialog = DialogKind::none;
    focus(turn);
    if (dialog == DialogKind::forget_book) {
      if (const auto book = BookId::from_hex(frame.dialog_subject)) {
        remember_name(turn, *book, {}, false);
        turn.ask(DeleteBook{*book});
      }
    } else {
      areas_confirmed(turn, dialog);
    }
  }
};

}  // namespace

void update_frame(Turn& turn, const FrameIntent& intent) {
  std::visit(OnFrame{turn}, intent);
}

bool control_frame(Turn& turn, const ControlIntent& intent) {
  const auto* typed = std::get_if<TypeText>(&intent);
  if (typed == nullptr || typed->id.control != Control::palette_query) return false;
  turn.state.frame.palette_query = typed->text;
  turn.state.frame.palette_selected = 0;
  return true;
}

}  // namespace pairbook::app
