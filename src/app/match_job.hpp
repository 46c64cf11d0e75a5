#pragma once

#include "pairbook/app/job.hpp"

namespace pairbook::app {

/// Proposes pairs: input and output as match_job.cpp writes and reads them.
[[nodiscard]] base::Result<base::Bytes> match_job(base::BytesView input, Progress& progress);

}  // namespace pairbook::app
