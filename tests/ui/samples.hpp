#pragma once

#include <string>
#include <vector>

#include "pairbook/app/screen.hpp"

// Screens as the application would make them, with people from many places.
namespace pairbook::ui::samples {

struct Named {
  std::string name;
  app::Screen screen;
};

[[nodiscard]] app::Screen welcome();
[[nodiscard]] app::Screen new_book();
[[nodiscard]] app::Screen recovery();
[[nodiscard]] app::Screen unlock();
[[nodiscard]] app::Screen opening();
[[nodiscard]] app::Screen problem();
[[nodiscard]] app::Screen home();
[[nodiscard]] app::Screen empty_home();
/// A window of rows out of `total` people.
[[nodiscard]] app::Screen people(int total = 128, int first = 0, int shown = 60);
[[nodiscard]] app::Screen no_people();
[[nodiscard]] app::Screen questions();
[[nodiscard]] app::Screen person();
[[nodiscard]] app::Screen import_choose();
[[nodiscard]] app::Screen import_columns();
[[nodiscard]] app::Screen import_preview();
[[nodiscard]] app::Screen import_done();
[[nodiscard]] app::Screen rules();
[[nodiscard]] app::Screen match();
[[nodiscard]] app::Screen weigh();
[[nodiscard]] app::Screen pairs();
[[nodiscard]] app::Screen works();
[[nodiscard]] app::Screen wishes();
[[nodiscard]] app::Screen letters();
[[nodiscard]] app::Screen fairness();
[[nodiscard]] app::Screen history();
[[nodiscard]] app::Screen settings();
[[nodiscard]] app::Screen dialog();
[[nodiscard]] app::Screen palette();
[[nodiscard]] app::Screen toasts();

[[nodiscard]] std::vector<Named> all();

}  // namespace pairbook::ui::samples
