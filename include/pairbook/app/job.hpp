#pragma once

#include <cstdint>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::app {

/// Work too long for one frame. Input and output are bytes, because the browser carries them to
/// a Worker with a second instance of the same module; tests and terminal programs run it in
/// place.
enum class JobKind : std::uint8_t {
  stretch,  // a passphrase into a key, slowly on purpose
  match,    // rules and people into proposed pairs with reasons
  outlook,  // a proposal into what to weigh it against, and what would give more people a pair
};

/// How far a job is, told from inside it.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `part` of `whole`, both in the job's own units. False: the person cancelled; return soon.
  virtual bool report(std::uint32_t part, std::uint32_t whole) = 0;
};

/// For whoever does not want to know.
class NoProgress final : public Progress {
 public:
  bool report(std::uint32_t, std::uint32_t) override { return true; }
};

/// Errors: corrupt when the input is not what the kind takes; cancelled; and the job's own.
[[nodiscard]] base::Result<base::Bytes> run_job(JobKind kind, base::BytesView input,
                                                Progress& progress);

}  // namespace pairbook::app
