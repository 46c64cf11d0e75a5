#include "pairbook/ui/theme.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace pairbook::ui {
namespace {

const std::vector<const Theme*> looks{&Theme::light(), &Theme::dark_one(),
                                      &Theme::light_contrast(), &Theme::dark_contrast()};

TEST(Theme, KnowsTheContrastOfBlackAndWhite) {
  EXPECT_NEAR(contrast_ratio(Color::hex(0x000000), Color::hex(0xFFFFFF)), 21.0, 0.01);
  EXPECT_NEAR(contrast_ratio(Color::hex(0x777777), Color::hex(0xFFFFFF)), 4.48, 0.01);
}

TEST(Theme, KeepsTextReadableOnEveryGround) {
  for (const Theme* theme : looks)
    for (const Color ground : {theme->bg, theme->surface, theme->surface2})
      for (const Color words : {theme->text, theme->text2, theme->text3, theme->accent,
                                theme->success, theme->warning, theme->danger, theme->info})
        EXPECT_GE(contrast_ratio(words, ground), 4.5);
}

TEST(Theme, KeepsTextReadableOnItsOwnTint) {
  for (const Theme* theme : looks)
    for (const Color words :
         {theme->accent, theme->success, theme->warning, theme->danger, theme->info})
      EXPECT_GE(contrast_ratio(words, blend(theme->tint(words), theme->surface)), 4.5);
}

TEST(Theme, KeepsTextReadableUnderThePointer) {
  for (const Theme* theme : looks)
    for (const Color ground : {theme->bg, theme->surface, theme->surface2})
      for (const Color words : {theme->text, theme->text2})
        EXPECT_GE(contrast_ratio(words, blend(theme->hover(), ground)), 4.5);
}

TEST(Theme, KeepsWordsOnThePrimaryButtonReadable) {
  for (const Theme* theme : looks)
    EXPECT_GE(contrast_ratio(theme->on_accent, theme->accent), 4.5);
}

TEST(Theme, KeepsBordersAndTheFocusRingVisible) {
  for (const Theme* theme : looks)
    for (const Color ground : {theme->bg, theme->surface, theme->surface2}) {
      EXPECT_GE(contrast_ratio(theme->border, ground), 3.0);
      EXPECT_GE(contrast_ratio(theme->ring, ground), 3.0);
    }
}

}  // namespace
}  // namespace pairbook::ui
