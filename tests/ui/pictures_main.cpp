// Writes pictures of every sample screen: ui_pictures FOLDER [NAME...]
#include <cstdio>
#include <string>
#include <vector>

#include "ui/harness.hpp"
#include "ui/samples.hpp"

int main(int argc, char** argv) {
  using namespace pairbook::ui;
  const std::string folder = argc > 1 ? argv[1] : ".";
  std::vector<std::string> only(argv + (argc > 2 ? 2 : argc), argv + argc);
  for (const samples::Named& sample : samples::all()) {
    bool wanted = only.empty();
    for (const std::string& name : only) wanted = wanted || name == sample.name;
    if (!wanted) continue;
    for (const float width : {1280.0F, 390.0F}) {
      for (const bool dark : {false, true}) {
        Harness harness(
            sample.screen,
            {.width = width, .height = width > 600 ? 900.0F : 844.0F, .dark = dark});
        harness.save_picture(folder + "/" + sample.name + (width > 600 ? "-1280" : "-390") +
                             (dark ? "-dark" : "-light") + ".png");
        for (const std::string& problem : harness.problems())
          std::printf("%s %.0f: %s\n", sample.name.c_str(), static_cast<double>(width),
                      problem.c_str());
      }
    }
  }
}
