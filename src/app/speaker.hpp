#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "words_book.hpp"
#include "words_change.hpp"
#include "words_devices.hpp"
#include "words_error.hpp"
#include "words_fairness.hpp"
#include "words_frame.hpp"
#include "words_import.hpp"
#include "words_letters.hpp"
#include "words_match.hpp"
#include "words_pairs.hpp"
#include "words_people.hpp"
#include "words_report.hpp"
#include "words_rules.hpp"
#include "words_weigh.hpp"
#include "words_wishes.hpp"
#include "words_works.hpp"

namespace pairbook::app {

/// The languages Pairbook speaks. A new one is one more function a catalogue (words_*.cpp),
/// where the compiler lists what is still missing, and its line in Speaker::text().
enum class Language : std::uint8_t { english };

/// What fills a blank: a text, or a number that may also choose between forms.
class Blank {
 public:
  Blank(std::string_view text) : text_(text) {}
  Blank(const std::string& text) : text_(text) {}
  Blank(const char* text) : text_(text) {}
  template <std::integral Number>
  Blank(Number number) : text_(grouped(static_cast<long long>(number))), one_(number == 1) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_one() const { return one_; }
  /// 12400 reads "12,400".
  [[nodiscard]] static std::string grouped(long long number);

 private:
  std::string text_;
  bool one_ = false;
};

/// Fills "{0}" with the first blank, and "{0?person|people}" by its number.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<Blank>& blanks);

/// Finds the words: `say(PeopleWord::count, 12)`.
class Speaker {
 public:
  explicit Speaker(Language language = Language::english) : language_(language) {}

  template <class Word, class... Blanks>
  [[nodiscard]] std::string operator()(Word word, const Blanks&... blanks) const {
    return fill(text(word), std::vector<Blank>{Blank(blanks)...});
  }
  [[nodiscard]] std::string_view code() const { return "en"; }

 private:
  template <class Word>
  [[nodiscard]] std::string_view text(Word word) const {
    switch (language_) {
      case Language::english:
        return english(word);
    }
    return {};
  }
  Language language_;
};

}  // namespace pairbook::app
