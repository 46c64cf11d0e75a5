#pragma once

#include <cstdint>
#include <string>

#include "pairbook/base/id.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/person.hpp"

namespace pairbook::domain {

using RequestId = base::Id<struct RequestTag>;

/// How a request ended; `none`: it waits, until the day to answer has passed.
enum class RequestAnswer : std::uint8_t { none, accepted, declined, withdrawn };

/// A mentee asks a mentor whether they would be theirs.
struct Request {
  MenteeId mentee;
  MentorId mentor;
  base::Date asked;
  base::Date answer_by;  // the last day that counts
  RequestAnswer answer = RequestAnswer::none;
  base::Date answered;  // when there is an answer
  bool operator==(const Request&) const = default;
};

/// Nobody waits for ever: what nobody answered in time has ended by itself.
enum class RequestState : std::uint8_t { waiting, accepted, declined, withdrawn, ran_out };
[[nodiscard]] constexpr RequestState state_of(const Request& request, base::Date today) {
  if (request.answer != RequestAnswer::none)
    return static_cast<RequestState>(static_cast<int>(request.answer));
  return today > request.answer_by ? RequestState::ran_out : RequestState::waiting;
}

inline constexpr base::Days longest_wait{92};

}  // namespace pairbook::domain
