#pragma once

#include "pairbook/app/job.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::app {

/// A problem's bytes in, its solution's bytes out.
[[nodiscard]] base::Result<base::Bytes> match_job(base::BytesView input, Progress& progress);

/// What outlook_job() takes: the problem and its solution, each with its length before it.
[[nodiscard]] base::Bytes outlook_input(const matching::Proposal& proposal);
/// An outlook's bytes out.
[[nodiscard]] base::Result<base::Bytes> outlook_job(base::BytesView input, Progress& progress);

}  // namespace pairbook::app
