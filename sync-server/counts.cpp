#include "sync-server/counts.hpp"

#include <string_view>

namespace pairbook::relay {
namespace {

void describe(std::string& out, std::string_view name, std::string_view type,
              std::string_view help) {
  out.append("# HELP pairbook_relay_").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE pairbook_relay_").append(name).append(" ").append(type).append("\n");
}

void put(std::string& out, std::string_view name, std::string_view type, std::string_view help,
         std::uint64_t value) {
  describe(out, name, type, help);
  out.append("pairbook_relay_").append(name).append(" ").append(std::to_string(value));
  out.append("\n");
}

}  // namespace

std::string metrics_text(const Counts& counts, std::uint64_t site_files,
                         std::uint64_t site_bytes) {
  std::string out;
  describe(out, "answers_total", "counter", "Answers sent, by class of status.");
  for (std::size_t digit = 1; digit < counts.answers.size(); ++digit) {
    out.append("pairbook_relay_answers_total{status=\"").append(std::to_string(digit));
    out.append("xx\"} ").append(std::to_string(counts.answers[digit])).append("\n");
  }
  put(out, "sent_bytes_total", "counter", "Bytes of answers sent.", counts.bytes_sent);
  put(out, "connections_total", "counter", "Connections accepted.", counts.connections);
  put(out, "connections_open", "gauge", "Connections open now.", counts.connections_open);
  put(out, "connections_refused_total", "counter", "Connections turned away when full.",
      counts.connections_refused);
  put(out, "timeouts_total", "counter", "Connections cut off for being slow or idle.",
      counts.timeouts);
  put(out, "malformed_total", "counter", "Requests that were not HTTP.", counts.malformed);
  put(out, "accept_errors_total", "counter", "Connections the system could not hand over.",
      counts.accept_errors);
  put(out, "site_reads_total", "counter", "Times the web folder was read.", counts.site_reads);
  put(out, "site_read_errors_total", "counter", "Times the web folder could not be read.",
      counts.site_read_errors);
  put(out, "site_files", "gauge", "Files served.", site_files);
  put(out, "site_bytes", "gauge", "Bytes of files held in memory.", site_bytes);
  return out;
}

}  // namespace pairbook::relay
