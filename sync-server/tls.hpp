#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

struct ssl_ctx_st;

namespace pairbook::relay {

/// A certificate with its chain and its key, and how they are used. Connections hold on to the
/// one they began with.
class TlsContext {
 public:
  /// Reads two PEM files, for TLS 1.2 and 1.3.
  ///
  /// Errors: one sentence: a file that cannot be read, or a key of another certificate.
  [[nodiscard]] static std::expected<std::shared_ptr<TlsContext>, std::string> read(
      const std::filesystem::path& certificate, const std::filesystem::path& key);

  explicit TlsContext(ssl_ctx_st* context) : context_(context) {}
  ~TlsContext();
  TlsContext(const TlsContext&) = delete;
  TlsContext& operator=(const TlsContext&) = delete;

  [[nodiscard]] ssl_ctx_st& native() const { return *context_; }

 private:
  ssl_ctx_st* context_;
};

}  // namespace pairbook::relay
