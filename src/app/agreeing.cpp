// The devices of one person agree through a relay: what sync::Talk asks for is carried out on
// the open book.
#include "agreeing.hpp"

#include <utility>

#include "book.hpp"
#include "change.hpp"

namespace pairbook::app {

namespace {

sync::Progress known_progress(const Keeper& keeper, const std::string& record) {
  const auto known = sync::decode_progress(keeper.sync_record(record));
  return known ? *known : sync::Progress::none(keeper.space().id());
}

base::Bytes bytes_of(std::string_view text) {
  const base::BytesView view = base::bytes_of(text);
  return {view.begin(), view.end()};
}

/// The talk, with this turn's chance. Null when there is none.
sync::Talk* talk_of(Turn& turn) {
  if (!turn.state.book || !turn.state.book->agreeing) return nullptr;
  Agreeing& with = *turn.state.book->agreeing;
  with.random.from = &turn.random;
  return &with.talk;
}

void carry_out(Turn& turn, sync::Actions actions) {
  Agreeing& with = *turn.state.book->agreeing;
  for (sync::Action& action : actions) {
    if (std::holds_alternative<sync::Connect>(action)) {
      with.line = turn.state.next_line++;
      turn.ask(OpenLine{with.line, with.origin + "/sync"});
    } else if (std::holds_alternative<sync::HangUp>(action)) {
      turn.ask(CloseLine{std::exchange(with.line, 0)});
    } else if (auto* send = std::get_if<sync::Send>(&action)) {
      turn.ask(SendOnLine{with.line, std::move(send->frame)});
    } else if (auto* fetch = std::get_if<sync::Fetch>(&action)) {
      with.fetch = *fetch;
    } else {
      with.keep = std::get<sync::Keep>(std::move(action));
    }
  }
  with.wakes_at.reset();
  if (const auto ms = with.talk.wakes_in()) with.wakes_at = {turn.moment.when.ms + *ms};
}

/// Everything that was written is stored, so that others may see it.
bool is_all_stored(const Model::State& state) {
  return !state.running && !state.saving.failed && state.saving.waiting.empty();
}

void fold_what_came(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  const Keeper& keeper = *book.keeper;
  const auto begin = keeper.news_begin();
  std::vector<PastChange> news;
  for (std::size_t i = begin.value_or(0); begin && i < keeper.past_size(); ++i) {
    auto piece = keeper.past(i);
    if (!piece) break;
    news.push_back(std::move(*piece));
  }
  const bool is_whole = begin && *begin + news.size() == keeper.past_size();
  if (book.stale || !is_whole || !fold_news(turn, news)) {
    book.stale = true;
    ++book.written;  // whatever reads the past begins again
  }
}

void keep_what_came(Turn& turn, sync::Keep keep) {
  OpenedBook& book = *turn.state.book;
  Agreeing& with = *book.agreeing;
  const std::uint64_t position = book.keeper->log_end();
  const bool brings = !keep.entries.empty();
  FromOthers from;
  from.records[with.record] = encode(keep.progress_at(position));
  from.entries = std::move(keep.entries);
  auto taken = book.keeper->take_in(std::move(from), turn.moment.when, turn.random);
  if (!taken) return carry_out(turn, with.talk.could_not_keep(turn.moment.when));
  with.keeping_at = position;
  save(turn, std::move(*taken));
  if (!brings) return;
  with.seen = book.keeper->seen_by_others();
  fold_what_came(turn);
}

/// Others have entries of this device that it lost itself: it goes on under another name. What
/// it wrote meanwhile in the place of lost entries is written once more.
void go_on_as_another_device(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  std::vector<domain::Op> aside = book.keeper->written_aside();
  auto renewed = book.keeper->become_another_device(turn.random);
  if (!renewed) return;
  end_agreeing(turn);
  save(turn, std::move(*renewed));
  if (!aside.empty()) {
    auto again = book.keeper->append(ledger::ChangeId::random(turn.random), aside, turn.moment,
                                     turn.random);
    if (!again) return toast(turn, Tone::danger, words_for(turn.say, again.error()));
    save(turn, std::move(*again));
    book.stale = true;
    ++book.written;
  }
  begin_agreeing(turn);
}

/// One thing that was waited for; false when there is nothing more.
bool step(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  Agreeing& with = *book.agreeing;
  const base::Instant now = turn.moment.when;
  if (!is_all_stored(turn.state)) return false;
  const std::uint64_t end = book.keeper->log_end();
  if (with.keeping_at) {
    with.told_end = end;
    const std::uint64_t position = *std::exchange(with.keeping_at, std::nullopt);
    carry_out(turn, with.talk.kept(position, end, now));
  } else if (with.told_end != end) {
    with.told_end = end;
    carry_out(turn, with.talk.wrote(end, now));
  } else if (with.keep) {
    keep_what_came(turn, *std::exchange(with.keep, std::nullopt));
  } else if (with.talk.status().trouble == sync::Trouble::is_a_copy) {
    go_on_as_another_device(turn);
    return false;
  } else if (with.fetch) {
    const sync::Fetch what = *std::exchange(with.fetch, std::nullopt);
    auto piece = book.keeper->log(what.from, what.most_bytes);
    if (!piece) return false;  // told when the book is checked or opened
    carry_out(turn, with.talk.fetched(std::move(piece->entries), piece->next, now));
  } else {
    return false;
  }
  return true;
}

void remember_relay(Turn& turn, std::string_view origin) {
  FromOthers from;
  from.records[sync::relay_record] = bytes_of(origin);
  auto kept = turn.state.book->keeper->take_in(std::move(from), turn.moment.when, turn.random);
  if (!kept) return toast(turn, Tone::danger, words_for(turn.say, kept.error()));
  save(turn, std::move(*kept));
}

}  // namespace

Agreeing::Agreeing(const Keeper& keeper, std::string relay)
    : origin(std::move(relay)),
      record(sync::progress_record(keeper.space().id(), origin)),
      talk(origin, keeper.space(), known_progress(keeper, record), keeper.log_end(), random),
      told_end(keeper.log_end()),
      seen(keeper.seen_by_others()) {}

void begin_agreeing(Turn& turn) {
  OpenedBook& book = *turn.state.book;
  if (!book.keeper || book.read_only || book.keeper->is_read_only()) return;
  const std::string named(base::text_of(book.keeper->sync_record(sync::relay_record)));
  const auto relay = sync::RelayAddress::parse(named);
  if (!relay || turn.state.capabilities.local_file) return;
  auto vouched = book.keeper->vouch(turn.moment, turn.random);
  if (!vouched) return;
  if (*vouched) save(turn, std::move(**vouched));
  book.agreeing = std::make_unique<Agreeing>(*book.keeper, relay->origin);
  carry_out(turn, talk_of(turn)->start(turn.moment.when));
}

void end_agreeing(Turn& turn) {
  if (!turn.state.book || !turn.state.book->agreeing) return;
  const std::uint32_t line = turn.state.book->agreeing->line;
  if (line != 0) turn.ask(CloseLine{line});
  turn.state.book->agreeing.reset();
}

void step_agreeing(Turn& turn) {
  sync::Talk* talk = talk_of(turn);
  if (talk == nullptr) return;
  if (turn.state.book->read_only) return end_agreeing(turn);
  const auto due = turn.state.book->agreeing->wakes_at;
  if (due && *due <= turn.moment.when) carry_out(turn, talk->passed(turn.moment.when));
  while (step(turn)) {
  }
}

void line_opened(Turn& turn, const LineOpened& event) {
  sync::Talk* talk = talk_of(turn);
  if (talk == nullptr || turn.state.book->agreeing->line != event.line) return;
  carry_out(turn, talk->connected(turn.moment.when));
}

void line_heard(Turn& turn, const LineHeard& event) {
  sync::Talk* talk = talk_of(turn);
  if (talk == nullptr || turn.state.book->agreeing->line != event.line) return;
  carry_out(turn, talk->received(event.message, turn.moment.when));
}

void line_closed(Turn& turn, const LineClosed& event) {
  sync::Talk* talk = talk_of(turn);
  if (talk == nullptr || turn.state.book->agreeing->line != event.line) return;
  turn.state.book->agreeing->line = 0;
  carry_out(turn, talk->disconnected(turn.moment.when));
}

void hurry_agreeing(Turn& turn) {
  sync::Talk* talk = talk_of(turn);
  if (talk != nullptr) carry_out(turn, talk->start(turn.moment.when));
}

void keep_in_step(Turn& turn) {
  const ControlId id{Control::settings_relay, {}};
  if (!turn.state.book || !turn.state.book->keeper || turn.state.book->agreeing) return;
  if (const std::string why = why_no_change(turn.state, turn.say); !why.empty())
    return toast(turn, Tone::warning, why);
  const auto relay = sync::RelayAddress::parse(relay_draft(turn.state));
  if (!relay) {
    turn.state.field_errors[id] = turn.say(DeviceWord::relay_wrong);
    return focus(turn, id);
  }
  turn.state.drafts.erase(id);
  turn.state.field_errors.erase(id);
  remember_relay(turn, relay->origin);
  begin_agreeing(turn);
}

void stop_keeping_in_step(Turn& turn) {
  sync::Talk* talk = talk_of(turn);
  if (talk == nullptr) return;
  turn.state.drafts[{Control::settings_relay, {}}] = turn.state.book->agreeing->origin;
  end_agreeing(turn);
  remember_relay(turn, {});
}

}  // namespace pairbook::app
