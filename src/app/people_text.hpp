#pragma once

#include "state.hpp"

namespace pairbook::app {

// How people and questions read, for every screen that shows them.

[[nodiscard]] std::string role_words(const Speaker& say, const domain::Person& person);
[[nodiscard]] std::string kind_words(const Speaker& say, domain::FieldKind kind);
[[nodiscard]] std::vector<std::string> kind_options(const Speaker& say);
/// 3 March 2026
[[nodiscard]] std::string date_words(base::Date date);
/// Questions whose answers come from a list, in order: those one can filter by.
[[nodiscard]] std::vector<const domain::Field*> filter_fields(
    const domain::Programme& programme);
[[nodiscard]] std::vector<std::string> filter_answers(const domain::Field& field,
                                                      const Speaker& say);
/// The answer as text, empty when there is none.
[[nodiscard]] std::string answer_text(const domain::Field& field, const domain::Person& person);
/// One option a line, and back.
[[nodiscard]] std::string lines_of(const std::vector<std::string>& options);
[[nodiscard]] std::vector<std::string> options_of(std::string_view lines);

}  // namespace pairbook::app
