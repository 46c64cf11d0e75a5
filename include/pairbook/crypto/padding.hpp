#pragma once

#include <cstddef>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::crypto {

/// The length that hides a length: at least `least`, then few steps that grow with the size.
///
/// Shape:  at most 12 % longer; lengths up to 2^n show only their highest log2(n) bits.
/// Source: Padmé (Nikitin et al., PETS 2019).
[[nodiscard]] std::size_t padded_size(std::size_t size, std::size_t least);

/// The bytes, then 0x80, then zeros up to padded_size().
[[nodiscard]] base::Bytes pad(base::BytesView bytes, std::size_t least);

/// What pad() was given; a view into `padded`.
///
/// Errors: corrupt unless it is exactly what pad() makes: there is one padding for each text.
[[nodiscard]] base::Result<base::BytesView> unpad(base::BytesView padded, std::size_t least);

}  // namespace pairbook::crypto
