#include "words_rules.hpp"

namespace pairbook::app {

std::string_view english(RulesWord word) {
  switch (word) {
    case RulesWord::title:
      return "Rules";
    case RulesWord::count_:
      break;
  }
  return {};
}

}  // namespace pairbook::app
