// How this person's devices stand with each other, at Settings and in the corner of a screen.
#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"

namespace pairbook::app {

using sync::Standing;
using sync::Trouble;

namespace {

std::optional<DeviceWord> word_for(Trouble trouble) {
  switch (trouble) {
    case Trouble::none:
    case Trouble::is_a_copy:  // mended by itself
      return std::nullopt;
    case Trouble::no_place:
      return DeviceWord::no_place;
    case Trouble::locked_out:
      return DeviceWord::locked_out;
    case Trouble::read_only:
      return DeviceWord::read_only;
    case Trouble::place_gone:
      return DeviceWord::place_gone;
    case Trouble::place_full:
      return DeviceWord::place_full;
    case Trouble::relay_full:
      return DeviceWord::relay_full;
    case Trouble::relay_busy:
      return DeviceWord::relay_busy;
    case Trouble::wrong_address:
      return DeviceWord::wrong_address;
    case Trouble::incompatible:
      return DeviceWord::incompatible;
    case Trouble::cannot_save:
      return DeviceWord::cannot_save;
  }
  return std::nullopt;
}

Notice standing_of(const Agreeing& with, const Speaker& say) {
  const sync::Status status = with.talk.status();
  if (const auto trouble = word_for(status.trouble))
    return {.tone = Tone::warning, .text = say(*trouble, with.origin)};
  switch (status.standing) {
    case Standing::off:
    case Standing::offline:
      return {.tone = Tone::warning, .text = say(DeviceWord::offline, with.origin)};
    case Standing::connecting:
      return {.text = say(DeviceWord::connecting, with.origin)};
    case Standing::behind:
      return {.text = say(DeviceWord::coming)};
    case Standing::up_to_date:
      break;
  }
  if (status.to_send > 0) return {.text = say(DeviceWord::going, with.origin)};
  return {.tone = Tone::success, .text = say(DeviceWord::agreed, with.origin)};
}

std::string others_words(const OpenedBook& book, const Speaker& say) {
  const std::size_t devices = book.keeper->members().certificates().size();
  std::string text = say(DeviceWord::devices, devices);
  const Keeper::SeenByOthers& seen = book.agreeing->seen;
  if (seen.all == 0) return text;  // nobody has told yet
  const bool all = seen.all == seen.devices && seen.devices + 1 >= devices;
  return text + " " +
         (all ? say(DeviceWord::all_have_it) : say(DeviceWord::some_have_it, seen.all));
}

void add_agreeing(SettingsBody::Section& section, const Model::State& state,
                  const Speaker& say) {
  const Agreeing& with = *state.book->agreeing;
  const sync::Status status = with.talk.status();
  section.notices.push_back(standing_of(with, say));
  if (status.set_aside > 0)
    section.notices.push_back({.text = say(DeviceWord::aside, status.set_aside)});
  if (status.damaged > 0)
    section.notices.push_back({.tone = Tone::warning, .text = say(DeviceWord::damaged)});
  section.pieces.push_back(Words{others_words(*state.book, say)});
  section.pieces.push_back(Words{say(DeviceWord::other_device)});
  section.pieces.push_back(Button{
      .label = say(FrameWord::save_to_file), .intent = SaveToFile{}, .icon = Icon::download});
  if (status.standing == Standing::offline)
    section.pieces.push_back(
        Button{.label = say(DeviceWord::try_now), .intent = TryRelayNow{}});
  section.pieces.push_back(
      Button{.label = say(DeviceWord::stop), .intent = StopKeepingInStep{}});
}

}  // namespace

std::string relay_draft(const Model::State& state) {
  const auto draft = state.drafts.find({Control::settings_relay, {}});
  if (draft != state.drafts.end()) return draft->second;
  const auto page = sync::RelayAddress::parse(state.served_from);
  return page ? page->origin : std::string();
}

SettingsBody::Section present_devices(const Model::State& state, const Speaker& say) {
  SettingsBody::Section section{say(DeviceWord::title), say(DeviceWord::text), {}, {}};
  const OpenedBook& book = *state.book;
  if (state.capabilities.local_file) {
    section.text = say(DeviceWord::from_a_file);
  } else if (book.agreeing) {
    add_agreeing(section, state, say);
  } else {
    const ControlId id{Control::settings_relay, {}};
    const std::string why = why_no_change(state, say);
    TextField relay{.id = id,
                    .label = say(DeviceWord::relay),
                    .value = relay_draft(state),
                    .help = say(DeviceWord::relay_help),
                    .why_not = why};
    const auto error = state.field_errors.find(id);
    if (error != state.field_errors.end()) relay.error = error->second;
    section.pieces.push_back(std::move(relay));
    section.pieces.push_back(
        Button{.label = say(DeviceWord::keep_in_step), .intent = KeepInStep{}, .why_not = why});
  }
  return section;
}

SavedWords saved_words(const Model::State& state, const Speaker& say) {
  if (!state.book->agreeing) return {say(FrameWord::saved), Tone::success};
  const sync::Status status = state.book->agreeing->talk.status();
  if (word_for(status.trouble)) return {say(DeviceWord::short_trouble), Tone::warning};
  if (status.is_on_relay()) return {say(DeviceWord::short_agreed), Tone::success};
  if (status.standing == Standing::behind) return {say(DeviceWord::short_coming), Tone::plain};
  if (status.standing == Standing::up_to_date)
    return {say(DeviceWord::short_going), Tone::plain};
  return {say(DeviceWord::short_offline), Tone::plain};
}

}  // namespace pairbook::app
