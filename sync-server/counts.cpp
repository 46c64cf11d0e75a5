#include "sync-server/counts.hpp"

#include <string_view>

#include "pairbook/wire/error_code.hpp"

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

void put_sync(std::string& out, const SyncCounts& sync) {
  put(out, "callers_total", "counter", "Connections that spoke on /sync.", sync.callers);
  put(out, "callers_open", "gauge", "Connections on /sync open now.", sync.callers_open);
  put(out, "frames_total", "counter", "Frames from clients.", sync.frames);
  put(out, "entries_added_total", "counter", "Entries stored.", sync.entries_added);
  put(out, "entries_known_total", "counter", "Entries sent again that were there.",
      sync.entries_known);
  put(out, "entry_bytes_total", "counter", "Sealed bytes stored.", sync.bytes_added);
  put(out, "events_total", "counter", "Frames sent to subscribers.", sync.events);
  put(out, "lagging_total", "counter", "Times a subscriber could not keep up.", sync.lagging);
  put(out, "looks_total", "counter", "Callers looked at for what happened in their place.",
      sync.looked_at);
  put(out, "rotations_total", "counter", "Times the keys of a place were replaced.",
      sync.rotations);
  put(out, "not_kept_total", "counter", "What the store could not carry out.", sync.not_kept);
  describe(out, "refused_total", "counter", "Frames refused, by reason.");
  for (std::uint64_t number = 1; wire::error_code(number); ++number) {
    out.append("pairbook_relay_refused_total{reason=\"");
    out.append(wire::name(*wire::error_code(number))).append("\"} ");
    out.append(std::to_string(sync.refused[number])).append("\n");
  }
}

}  // namespace

std::string metrics_text(const Counts& counts, std::uint64_t site_files,
                         std::uint64_t site_bytes, const SyncCounts* sync) {
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
  put(out, "tls_failures_total", "counter", "Connections that could not be encrypted.",
      counts.tls_failures);
  put(out, "accept_errors_total", "counter", "Connections the system could not hand over.",
      counts.accept_errors);
  put(out, "site_reads_total", "counter", "Times the web folder was read.", counts.site_reads);
  put(out, "site_read_errors_total", "counter", "Times the web folder could not be read.",
      counts.site_read_errors);
  put(out, "site_files", "gauge", "Files served.", site_files);
  put(out, "site_bytes", "gauge", "Bytes of files held in memory.", site_bytes);
  if (sync != nullptr) put_sync(out, *sync);
  return out;
}

}  // namespace pairbook::relay
