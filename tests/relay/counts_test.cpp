#include "sync-server/counts.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "pairbook/wire/error_code.hpp"

namespace pairbook::relay {
namespace {

TEST(Metrics, TellEveryCount) {
  Counts counts;
  counts.answers[2] = 7;
  counts.answers[4] = 3;
  counts.bytes_sent = 1234;
  counts.connections_open = 5;

  const std::string text = metrics_text(counts, 11, 99);

  for (const char* line :
       {"pairbook_relay_answers_total{status=\"2xx\"} 7\n",
        "pairbook_relay_answers_total{status=\"4xx\"} 3\n",
        "pairbook_relay_sent_bytes_total 1234\n", "pairbook_relay_connections_open 5\n",
        "pairbook_relay_site_files 11\n", "pairbook_relay_site_bytes 99\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
}

TEST(Metrics, DescribeEverySampleBeforeIt) {
  std::istringstream lines(metrics_text({}, 0, 0));
  std::string described;
  std::size_t samples = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# TYPE ")) described = line.substr(7, line.find(' ', 7) - 7);
    if (line.starts_with("#")) continue;
    EXPECT_EQ(line.substr(0, line.find_first_of(" {")), described);
    ++samples;
  }
  EXPECT_EQ(samples, 17u);
}

TEST(Metrics, TellWhatARelayDid) {
  SyncCounts sync;
  sync.entries_added = 12;
  sync.refused[static_cast<std::size_t>(wire::ErrorCode::slow_down)] = 3;

  const std::string text = metrics_text({}, 0, 0, &sync);

  EXPECT_NE(text.find("pairbook_relay_entries_added_total 12\n"), std::string::npos);
  EXPECT_NE(text.find("pairbook_relay_refused_total{reason=\"slow_down\"} 3\n"),
            std::string::npos);
  EXPECT_EQ(metrics_text({}, 0, 0).find("entries_added"), std::string::npos);
}

}  // namespace
}  // namespace pairbook::relay
