#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "pairbook/domain/programme.hpp"
#include "speaker.hpp"

namespace pairbook::app {

/// A rule as a sentence whose parts can be changed: "The mentor's [Grade] must be [1] to [2]
/// steps above the mentee's [Grade]." The parts' controls are rule_part with the key
/// "<number>/<part>".
[[nodiscard]] std::vector<Piece> rule_sentence(const Speaker& say,
                                               const domain::Programme& programme,
                                               const domain::Rule& rule, int number);

/// The same sentence without controls, for reasons, letters and the history.
[[nodiscard]] std::string rule_text(const Speaker& say, const domain::Programme& programme,
                                    const domain::Rule& rule);

/// The rule after one part was chosen or set; nothing when there is no such part or value.
[[nodiscard]] std::optional<domain::Rule> with_part(const domain::Programme& programme,
                                                    domain::Rule rule, std::string_view part,
                                                    int value);

/// The kinds of rule somebody can add, in the order of new_rule().
[[nodiscard]] std::vector<std::string> kinds_of_rule(const Speaker& say);
/// A rule of that kind about the most likely questions; nothing when the programme asks none
/// that fit.
[[nodiscard]] std::optional<domain::Rule> new_rule(const domain::Programme& programme,
                                                   int kind);

/// What a question is called, or its key when it is gone.
[[nodiscard]] std::string field_label(const domain::Programme& programme,
                                      const domain::FieldKey& key);

}  // namespace pairbook::app
