#include "sync-server/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace pairbook::relay {
namespace {

std::string why() {
  const char* const reason = ERR_reason_error_string(ERR_peek_error());
  ERR_clear_error();
  return reason == nullptr ? "it cannot be read" : reason;
}

}  // namespace

std::expected<std::shared_ptr<TlsContext>, std::string> TlsContext::read(
    const std::filesystem::path& certificate, const std::filesystem::path& key) {
  SSL_CTX* const made = SSL_CTX_new(TLS_server_method());
  if (made == nullptr) return std::unexpected("The system's OpenSSL cannot be used.");
  auto context = std::make_shared<TlsContext>(made);
  SSL_CTX_set_min_proto_version(made, TLS1_2_VERSION);
  SSL_CTX_set_options(
      made, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // A silent connection gives its buffers back. Nothing that came before is remembered: there
  // is no store of sessions, and one ticket is enough.
  SSL_CTX_set_mode(made, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_session_cache_mode(made, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(made, 1);
  // A key with a passphrase would be asked for on the terminal.
  SSL_CTX_set_default_passwd_cb(made, [](char*, int, int, void*) { return -1; });
  ERR_clear_error();
  if (SSL_CTX_use_certificate_chain_file(made, certificate.c_str()) != 1) {
    return std::unexpected("The certificate \"" + certificate.string() +
                           "\" cannot be used: " + why() + ".");
  }
  if (SSL_CTX_use_PrivateKey_file(made, key.c_str(), SSL_FILETYPE_PEM) != 1) {
    return std::unexpected("The key \"" + key.string() + "\" cannot be used with \"" +
                           certificate.string() + "\": " + why() + ".");
  }
  return context;
}

TlsContext::~TlsContext() {
  SSL_CTX_free(context_);
}

}  // namespace pairbook::relay
