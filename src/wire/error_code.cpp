#include "pairbook/wire/error_code.hpp"

#include <array>

namespace pairbook::wire {
namespace {

constexpr std::array<std::string_view, 20> names{
    "",          "malformed",     "unsupported", "out_of_turn", "wrong_origin",
    "too_large", "unknown_place", "bad_proof",   "not_allowed", "wrong_sequence",
    "id_taken",  "place_full",    "slow_down",   "too_many",    "relay_full",
    "try_later", "doors_changed", "place_gone",  "stopping",    "needs_sequence"};

}  // namespace

std::string_view name(ErrorCode code) {
  const auto number = static_cast<std::size_t>(code);
  return number < names.size() ? names[number] : std::string_view{};
}

std::optional<ErrorCode> error_code(std::uint64_t number) {
  if (number == 0 || number >= names.size()) return {};
  return static_cast<ErrorCode>(number);
}

bool closes(ErrorCode code) {
  switch (code) {
    case ErrorCode::malformed:
    case ErrorCode::unsupported:
    case ErrorCode::out_of_turn:
    case ErrorCode::wrong_origin:
    case ErrorCode::stopping:
      return true;
    default:
      return false;
  }
}

}  // namespace pairbook::wire
