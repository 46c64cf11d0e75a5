#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pairbook/app/update.hpp"
#include "pairbook/crypto/stretch.hpp"
#include "pairbook/vault/row.hpp"

// An afternoon with Pairbook in one loop: effects are carried out at once, on a device that is
// a map. A story sends intents and looks at screens.

namespace pairbook::testing_support {

/// What stays when a tab is closed.
struct Device {
  std::map<app::BookId, vault::Rows> books;
  app::Preferences preferences;
  bool full = false;        // nothing more can be stored
  bool other_tab = false;   // another tab has the right to write
  bool unreadable = false;  // the storage does not answer
  /// Milliseconds that stretching a passphrase takes at a cost, negative when there is not the
  /// memory. Without it no time passes. Keys are made up then, which is all a story needs.
  std::function<int(crypto::KdfCost)> stretching;
  app::LocalTimes times;
  std::string served_from;
};

class Story {
 public:
  explicit Story(Device& device, std::uint64_t seed = 1) : device_(device), random_(seed) {}

  /// Opens the tab.
  Story& start();
  Story& send(const app::Event& event);
  Story& does(const app::Intent& intent) { return send(app::Event(intent)); }
  Story& types(app::Control control, std::string text, std::string key = {}) {
    return does(app::TypeText{{control, std::move(key)}, std::move(text)});
  }
  Story& leaves(app::Control control, std::string key = {}) {
    return does(app::LeaveField{{control, std::move(key)}});
  }
  /// Time goes by; the shell wakes the application when it asked for it.
  Story& waits_minutes(int minutes);
  Story& picks_file(app::PickPurpose purpose, std::string name, base::Bytes bytes);

  /// From an empty device to the home screen of a new book.
  Story& makes_a_book(const std::string& name, const std::string& passphrase);
  Story& unlocks(const std::string& passphrase);
  /// A spreadsheet with these lines, up to the preview of its import.
  Story& previews(const std::string& csv);
  /// From text to the last row.
  Story& imports(const std::string& csv);

  [[nodiscard]] app::Screen screen() const { return app::present(model_, now_); }
  template <class Body>
  [[nodiscard]] Body body() const {
    const app::Screen shown = screen();
    const Body* body = std::get_if<Body>(&shown.body);
    return body == nullptr ? Body{} : *body;
  }
  template <class Body>
  [[nodiscard]] bool shows() const {
    return std::holds_alternative<Body>(screen().body);
  }
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::string last_toast() const;

  const app::Download* download() const {
    return downloads_.empty() ? nullptr : &downloads_.back();
  }
  /// What was asked of lines to relays since it was asked last.
  std::vector<app::Effect> take_line_effects() { return std::exchange(line_effects_, {}); }
  const std::vector<app::Report>& printed() const { return printed_; }
  std::string recovery_code() const { return recovery_code_; }
  /// Work done since the tab was opened in pieces of its own.
  int continues() const { return continues_; }
  Device& device() { return device_; }
  /// Stops carrying Continue out: the tab is busy, and a person presses something.
  bool hold_continue = false;
  /// Keeps a book back until brings_the_book(): reading a large one takes a while.
  bool hold_load = false;
  Story& brings_the_book();
  /// Told when the application begins to take an event in (true) and when it has (false).
  std::function<void(bool begins)> watch = [](bool) {};

 private:
  void carry_out(const app::Effect& effect);
  void run(const app::StartJob& job);

  Device& device_;
  base::SeededRandom random_;
  domain::Moment now_{base::Instant{1'795'000'000'000}, base::Date::of(2026, 11, 22)};
  app::Model model_;
  std::deque<app::Event> queue_;
  std::optional<base::Instant> wake_at_;
  std::vector<app::Download> downloads_;
  std::vector<app::Effect> line_effects_;
  std::vector<app::Report> printed_;
  std::string recovery_code_;
  int continues_ = 0;
  std::vector<vault::Row> staged_;
  std::optional<app::LoadBook> held_load_;
};

}  // namespace pairbook::testing_support
