#pragma once

#include <string>
#include <vector>

#include "ui/samples.hpp"

// What the sample screens are made of.
namespace pairbook::ui::samples {

using namespace app;  // NOLINT: these files only make values of it

const std::string& name_at(int i);
Button button(std::string label, Intent intent, Emphasis emphasis = Emphasis::plain,
              Icon icon = Icon::none);
ControlId control(Control which, std::string key = {});
/// A screen of an open book.
Screen screen(std::string title, std::string route, Body body);
/// A screen before any book is open.
Screen alone(std::string title, Body body);
TextField field(Control which, std::string label, std::string value,
                TextKind kind = TextKind::line);
Choice choice(Control which, std::string label, std::vector<std::string> options,
              int selected = 0, std::string key = {});
Column column(std::string key, std::string label, int width,
              Sorting sorting = Sorting::unsorted, bool numeric = false);
std::string id_of(int i);

}  // namespace pairbook::ui::samples
