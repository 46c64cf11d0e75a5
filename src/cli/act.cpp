#include "cli/act.hpp"

#include <chrono>
#include <ctime>

namespace pairbook::cli {

domain::Moment now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const std::time_t seconds = std::chrono::duration_cast<std::chrono::seconds>(since).count();
  std::tm local{};
  localtime_r(&seconds, &local);
  return {.when = {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()},
          .today = base::Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday)};
}

Outcome<std::vector<domain::Op>> act(domain::Programme& programme,
                                     const domain::Command& command,
                                     const domain::Moment& moment) {
  auto ops = domain::decide(programme, command, moment);
  if (!ops) return refused(ops.error());
  for (const domain::Op& op : *ops) domain::apply(programme, op, moment);
  return std::move(*ops);
}

}  // namespace pairbook::cli
