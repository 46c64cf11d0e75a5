#include "speaker.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::app {

std::string Blank::grouped(long long number) {
  std::string digits = base::to_text(number < 0 ? -number : number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return number < 0 ? "-" + digits : digits;
}

std::string fill(std::string_view pattern, const std::vector<Blank>& blanks) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    const std::size_t index =
        end == std::string_view::npos ? 10 : static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index >= blanks.size() || index > 9) {
      out += pattern[at++];
      continue;
    }
    const std::string_view forms = pattern.substr(at + 2, end - at - 2);
    const std::size_t bar = forms.find('|');
    if (forms.empty()) {
      out += blanks[index].text();
    } else if (bar != std::string_view::npos) {
      out += blanks[index].is_one() ? forms.substr(1, bar - 1) : forms.substr(bar + 1);
    }
    at = end + 1;
  }
  return out;
}

}  // namespace pairbook::app
