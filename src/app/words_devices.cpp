#include "words_devices.hpp"

namespace pairbook::app {

std::string_view english(DeviceWord word) {
  switch (word) {
    case DeviceWord::title:
      return "Your other devices";
    case DeviceWord::text:
      return "Use this programme on a laptop and a phone, or on two computers: what you change"
             " on one comes to the others by itself. A relay carries it, encrypted. Whoever "
             "runs the relay cannot read it.";
    case DeviceWord::from_a_file:
      return "Devices can agree by themselves when Pairbook is opened from a web address. "
             "Here, save to a file and open that on the other device.";
    case DeviceWord::relay:
      return "Address of the relay";
    case DeviceWord::relay_help:
      return "The server that this page comes from, or an address you were given. It looks "
             "like wss://relay.example.";
    case DeviceWord::relay_wrong:
      return "This is no address of a relay. It looks like wss://relay.example.";
    case DeviceWord::keep_in_step:
      return "Keep my devices in step";
    case DeviceWord::stop:
      return "Stop";
    case DeviceWord::try_now:
      return "Try now";
    case DeviceWord::other_device:
      return "On the other device: save this programme to a file here, open the file there and"
             " type the same passphrase. From then on the two agree by themselves.";
    case DeviceWord::devices:
      return "{0} {0?device has|devices have} written here so far, this one included.";
    case DeviceWord::all_have_it:
      return "All of the others have everything from here.";
    case DeviceWord::some_have_it:
      return "{0} of the others {0?has|have} everything from here, as far as they have told.";
    case DeviceWord::connecting:
      return "Connecting to {0}...";
    case DeviceWord::offline:
      return "There is no connection to {0}. Everything is saved here; it is tried again by "
             "itself.";
    case DeviceWord::coming:
      return "Changes from your other devices are coming.";
    case DeviceWord::going:
      return "Saved here, and on its way to {0}.";
    case DeviceWord::agreed:
      return "Everything is saved here and at {0}.";
    case DeviceWord::aside:
      return "{0} {0?change|changes} at the relay cannot be read yet: who made {0?it|them} is "
             "not known here.";
    case DeviceWord::damaged:
      return "Something at the relay is damaged and was left out. Nothing of what is saved "
             "here is missing.";
    case DeviceWord::short_going:
      return "Saved here, on its way";
    case DeviceWord::short_coming:
      return "Saved here, more is coming";
    case DeviceWord::short_agreed:
      return "Saved here and at the relay";
    case DeviceWord::short_offline:
      return "Saved here, no connection";
    case DeviceWord::short_trouble:
      return "Saved here; see Settings";
    case DeviceWord::no_place:
      return "{0} does not know this programme. Open it on the device where it was made, so "
             "that it can tell.";
    case DeviceWord::locked_out:
      return "The keys of this programme were changed. The new ones are still on their way, or"
             " this device was removed.";
    case DeviceWord::read_only:
      return "At {0} this device may read and not write.";
    case DeviceWord::place_gone:
      return "Somebody deleted this programme at {0}. Everything is still here. Choose another"
             " relay, or ask who runs it.";
    case DeviceWord::place_full:
      return "There is no more room for this programme at {0}. Ask whoever runs it for more. "
             "What the others write still comes.";
    case DeviceWord::relay_full:
      return "{0} has no more room. Tell whoever runs it. What the others write still comes.";
    case DeviceWord::relay_busy:
      return "{0} cannot store anything just now. It is tried again by itself.";
    case DeviceWord::wrong_address:
      return "The relay there is not known as {0}. Stop, and type the address exactly as it "
             "was given to you.";
    case DeviceWord::incompatible:
      return "Pairbook and the relay do not understand each other. Reload this page; if that "
             "does not help, whoever runs the relay has to update it.";
    case DeviceWord::cannot_save:
      return "This device could not store what came. Make room on it; it is tried again by "
             "itself.";
    case DeviceWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
