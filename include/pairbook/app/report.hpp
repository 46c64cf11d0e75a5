#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace pairbook::app {

// Something to print: the browser makes plain HTML of it, headings, paragraphs, tables, page
// breaks.

struct ReportHeading {
  int level = 1;  // 1..3
  std::string text{};
  bool operator==(const ReportHeading&) const = default;
};
struct ReportText {
  std::string text{};  // line breaks count
  bool operator==(const ReportText&) const = default;
};
/// Letters and digits to be copied by hand: large, one line, even spacing.
struct ReportCode {
  std::string text{};
  bool operator==(const ReportCode&) const = default;
};
struct ReportTable {
  std::vector<std::string> head{};
  std::vector<std::vector<std::string>> rows{};
  bool operator==(const ReportTable&) const = default;
};
struct PageBreak {
  bool operator==(const PageBreak&) const = default;
};

using ReportBlock = std::variant<ReportHeading, ReportText, ReportCode, ReportTable, PageBreak>;

struct Report {
  std::string title{};
  std::vector<ReportBlock> blocks{};
  bool operator==(const Report&) const = default;
};

}  // namespace pairbook::app
