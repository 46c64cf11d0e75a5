#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "pairbook/base/bytes.hpp"
#include "pairbook/sync/relay_address.hpp"

namespace pairbook::cli {

/// A line to a relay: one WebSocket at a time, whole messages in, whole messages out. With
/// TLS, the certificate must be the host's, by the system's authorities (or those of
/// SSL_CERT_FILE).
///
/// It has no thread: everything happens inside wait().
class RelayLine {
 public:
  enum class What { connected, message, ended, nothing };
  struct Heard {
    What what = What::nothing;
    base::Bytes message;
    std::string why;  // it ended, in the system's words; may be empty
  };

  explicit RelayLine(sync::RelayAddress address);
  ~RelayLine();
  RelayLine(const RelayLine&) = delete;
  RelayLine& operator=(const RelayLine&) = delete;

  /// Begins to connect, in place of whatever there was.
  void connect();
  void send(base::Bytes message);
  /// Nothing more is heard of this connection.
  void hang_up();
  /// What happens next, or nothing within the time.
  [[nodiscard]] Heard wait(std::chrono::milliseconds most);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace pairbook::cli
