#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pairbook::cli {

/// A text as a JSON string, with its quotes.
[[nodiscard]] std::string json_text(std::string_view text);

/// {"pairs":35,"optimal":true} from names and values that are JSON already.
[[nodiscard]] std::string json_object(
    const std::vector<std::pair<std::string, std::string>>& members);
/// [1,2] from values that are JSON already.
[[nodiscard]] std::string json_list(const std::vector<std::string>& values);

/// What a terminal would act on becomes a blank: names come from other people's files. Ends of
/// lines stay.
[[nodiscard]] std::string harmless(std::string_view text);
/// At most so many letters, the last one "…" when some are left out.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

/// Rows in columns, as wide as they need to be, without blanks at the ends of lines.
[[nodiscard]] std::string in_columns(const std::vector<std::vector<std::string>>& rows);

/// "1 pair", "2 pairs"
[[nodiscard]] std::string counted(std::size_t number, std::string_view one,
                                  std::string_view many);

}  // namespace pairbook::cli
