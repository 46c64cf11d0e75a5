#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::app {

/// Words about the other devices of a book, and the relay between them.
enum class DeviceWord : std::uint16_t {
  title,
  text,
  from_a_file,
  relay,
  relay_help,
  relay_wrong,
  keep_in_step,
  stop,
  try_now,
  other_device,
  devices,
  all_have_it,
  some_have_it,
  // how it stands: at Settings
  connecting,
  offline,
  coming,
  going,
  agreed,
  aside,
  damaged,
  // and in the corner of every screen
  short_going,
  short_coming,
  short_agreed,
  short_offline,
  short_trouble,
  // what a person has to know
  no_place,
  locked_out,
  read_only,
  place_gone,
  place_full,
  relay_full,
  relay_busy,
  wrong_address,
  incompatible,
  cannot_save,
  count_,
};

[[nodiscard]] std::string_view english(DeviceWord word);

}  // namespace pairbook::app
