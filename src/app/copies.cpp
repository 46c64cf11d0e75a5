// When a book was last saved to a file from this device: told at Settings, and at Home once it
// is long ago and the book has changed since.
#include "areas.hpp"
#include "book.hpp"
#include "people_text.hpp"

namespace pairbook::app {

namespace {

constexpr int long_ago_days = 14;
constexpr std::int64_t day_ms = 86'400'000;

struct LastCopy {
  std::optional<base::Instant> saved;
  bool changed_since = false;  // as far as the history has been read
  int days = 0;                // since it was saved, or since the first change if it never was
};

LastCopy last_copy(const Model::State& state, const domain::Moment& moment) {
  const OpenedBook& book = *state.book;
  LastCopy copy;
  for (const auto& [id, when] : state.preferences.copies) {
    if (id == book.id) copy.saved = when;
  }
  if (book.lines.empty()) return copy;
  copy.changed_since = !copy.saved || book.lines.back().when > *copy.saved;
  const base::Instant since = copy.saved.value_or(book.lines.front().when);
  copy.days = static_cast<int>((moment.when.ms - since.ms) / day_ms);
  return copy;
}

std::string day_words(base::Instant when, const domain::Moment& moment) {
  const auto days = (moment.when.ms - when.ms) / day_ms;
  return date_words(moment.today + base::Days{static_cast<std::int32_t>(-days)});
}

}  // namespace

void remember_copy(Turn& turn) {
  auto& copies = turn.state.preferences.copies;
  const BookId book = turn.state.book->id;
  std::erase_if(copies, [&](const auto& copy) { return copy.first == book; });
  copies.emplace_back(book, turn.moment.when);
  turn.ask(SavePreferences{turn.state.preferences});
}

void forget_copy(Turn& turn, const BookId& book) {
  auto& copies = turn.state.preferences.copies;
  const auto gone = std::erase_if(copies, [&](const auto& copy) { return copy.first == book; });
  if (gone > 0) turn.ask(SavePreferences{turn.state.preferences});
}

std::string copy_words(const Model::State& state, const Speaker& say,
                       const domain::Moment& moment) {
  const LastCopy copy = last_copy(state, moment);
  if (!copy.saved) return say(FrameWord::copy_never);
  const std::string day = day_words(*copy.saved, moment);
  return say(copy.changed_since ? FrameWord::copy_changed : FrameWord::copy_same, day);
}

std::optional<Notice> copy_notice(const Model::State& state, const Speaker& say,
                                  const domain::Moment& moment) {
  if (!state.book->keeper) return std::nullopt;
  const LastCopy copy = last_copy(state, moment);
  if (!copy.changed_since || copy.days < long_ago_days) return std::nullopt;
  return Notice{.text = copy.saved ? say(FrameWord::copy_old, day_words(*copy.saved, moment))
                                   : say(FrameWord::copy_never_old),
                .actions = {{.label = say(FrameWord::save_to_file),
                             .intent = SaveToFile{},
                             .icon = Icon::download}}};
}

}  // namespace pairbook::app
