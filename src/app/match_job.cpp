#include "match_job.hpp"

namespace pairbook::app {

base::Result<base::Bytes> match_job(base::BytesView, Progress&) {
  return base::fail(base::Errc::corrupt, "job", "not a match");
}

}  // namespace pairbook::app
