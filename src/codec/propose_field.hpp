#pragma once

#include <string_view>

#include "column_look.hpp"
#include "pairbook/codec/roster.hpp"

namespace pairbook::codec {

/// A question that a column could answer, under a key that the programme does not have yet.
[[nodiscard]] domain::Field field_of_kind(const domain::Programme& programme,
                                          std::string_view header, const ColumnLook& look,
                                          domain::FieldKind kind, domain::FileRole role);

/// A known question that grows: options that the column has and it lacks, and people it is now
/// asked.
[[nodiscard]] domain::Field grown(const domain::Field& known, const ColumnLook& look,
                                  domain::FileRole role);

}  // namespace pairbook::codec
