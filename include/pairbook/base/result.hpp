#pragma once

#include <expected>
#include <string>
#include <utility>

namespace pairbook::base {

/// What went wrong, each code an action for the person or the caller.
enum class Errc {
  invalid_input,        // fix it
  not_found,            // look elsewhere
  conflict,             // reload and retry
  not_permitted,        // ask a coordinator
  wrong_key,            // another passphrase
  corrupt,              // restore a copy
  unsupported_version,  // update Pairbook
  too_large,            // make it smaller
  storage_full,         // free room
  out_of_memory,        // close other programs
  offline,              // wait
  cancelled,            // nothing: the person asked for it
};

/// A failure that says what to do. `where` is a path a person can find ("mentors[3].email",
/// "row 12", "byte 1042"); `detail` is for developers. The sentence people read is made in
/// app/words.
struct Error {
  Errc code{};
  std::string where;
  std::string detail;

  bool operator==(const Error&) const = default;
};

/// A value, or the error that says why there is none.
template <class T>
using Result = std::expected<T, Error>;

/// Success without a value.
using Done = Result<void>;

/// `return fail(Errc::corrupt, "byte 12", "length exceeds the file");`
[[nodiscard]] inline std::unexpected<Error> fail(Errc code, std::string where = {},
                                                 std::string detail = {}) {
  return std::unexpected(Error{code, std::move(where), std::move(detail)});
}

/// `if (!key) return pass_on(key);` hands a failed result's error to one's own caller.
template <class T>
[[nodiscard]] std::unexpected<Error> pass_on(const Result<T>& failed) {
  return std::unexpected(failed.error());
}

}  // namespace pairbook::base
