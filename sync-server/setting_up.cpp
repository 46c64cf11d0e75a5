#include "sync-server/setting_up.hpp"

#include <utility>

#include "sync-server/store/postgres_session.hpp"
#include "sync-server/store/sqlite_session.hpp"

namespace pairbook::relay {
namespace {

// How clients may call a relay whose operator named no address: as it listens.
std::vector<std::string> origins_of(const Options& options, const Endpoint& listening,
                                    bool is_encrypted) {
  if (!options.origins.empty()) return options.origins;
  std::string own = url(listening, is_encrypted);
  own = "ws" + own.substr(4, own.size() - 5);  // without "http" and the last slash
  std::vector<std::string> origins{own};
  const bool is_loopback = listening.address == "127.0.0.1" || listening.address == "::1";
  if (is_loopback) {
    origins.push_back((is_encrypted ? "wss://localhost:" : "ws://localhost:") +
                      std::to_string(listening.port));
  }
  return origins;
}

}  // namespace

CoreSettings settings_of(const Options& options, const Endpoint& listening, bool is_encrypted) {
  CoreSettings settings;
  settings.origins = origins_of(options, listening, is_encrypted);
  settings.name = "pairbook-relay " PAIRBOOK_VERSION;
  settings.place_bytes = options.place_bytes;
  settings.hello_seconds = options.hello_seconds;
  settings.retention_days = options.retention_days;
  settings.frames_per_second = options.frames_per_second;
  settings.frames_burst = 10 * options.frames_per_second;
  settings.bytes_per_second = options.kib_per_second * 1024;
  settings.bytes_burst = 16 * settings.bytes_per_second;
  const bool is_shared = options.store.kind == StoreName::Kind::postgresql;
  settings.look_seconds = is_shared ? options.sweep_seconds : 0;
  return settings;
}

std::unique_ptr<Keeper> keeper_of(const Options& options, const std::string& voice,
                                  std::function<void(Told)> tell) {
  const std::string& where = options.store.where;
  std::unique_ptr<Session> writer, reader;
  if (options.store.kind == StoreName::Kind::sqlite) {
    writer = std::make_unique<SqliteSession>(where, true);
    reader = std::make_unique<SqliteSession>(where, false);
  } else {
    writer = std::make_unique<PostgresSession>(where, Use::write, voice);
    reader = std::make_unique<PostgresSession>(where, Use::read);
  }
  return std::make_unique<Keeper>(
      std::move(writer), std::move(reader),
      PlaceLimits{.place_bytes = options.place_bytes, .places = options.places},
      std::move(tell));
}

}  // namespace pairbook::relay
