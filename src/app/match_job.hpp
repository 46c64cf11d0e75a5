#pragma once

#include "pairbook/app/job.hpp"

namespace pairbook::app {

/// A problem's bytes in, its solution's bytes out.
[[nodiscard]] base::Result<base::Bytes> match_job(base::BytesView input, Progress& progress);

}  // namespace pairbook::app
