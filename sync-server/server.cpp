#include "sync-server/server.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <set>

#include "sync-server/conversation.hpp"
#include "sync-server/setting_up.hpp"
#include "sync-server/store/bell.hpp"
#include "sync-server/store/postgres_session.hpp"
#include "sync-server/store/sqlite_care.hpp"
#include "sync-server/store/sqlite_session.hpp"
#include "sync-server/switchboard.hpp"
#include "sync-server/tls.hpp"

namespace pairbook::relay {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto result = asio::as_tuple(asio::use_awaitable);
constexpr int backlog = 511;
constexpr std::chrono::milliseconds pause_after_accept_error{100};
constexpr rlim_t own_handles = 32;
constexpr std::chrono::milliseconds between_cuts{500};

class Server {
 public:
  Server(const Options& options, SiteRead first)
      : options_(options),
        house_{options.limits, counts_, stopping_,
               [this](const Request& request) {
                 return answer(*site_, request, options_.limits.target_bytes);
               }},
        health_house_{options.limits, counts_, stopping_, [this](const Request& request) {
                        return answer_health(request, metrics(), options_.limits.target_bytes);
                      }} {
    use(std::move(first));
  }

  std::expected<void, std::string> run(const std::function<void(const Listening&)>& on_ready) {
    Listening listening;
    if (!options_.tls_certificate.empty()) {
      auto tls = TlsContext::read(options_.tls_certificate, options_.tls_key);
      if (!tls) return std::unexpected(tls.error());
      house_.tls = std::move(*tls);
      listening.is_encrypted = true;
    }
    for (const auto& [wanted, acceptor] :
         {std::pair{std::optional(options_.listen), &site_acceptor_},
          std::pair{options_.health, &health_acceptor_}}) {
      if (!wanted) continue;
      const auto error = open(*acceptor, *wanted);
      if (!error.empty()) return std::unexpected(error);
    }
    listening.site = options_.listen;
    listening.site.port = site_acceptor_.local_endpoint().port();
    if (options_.store.is_named()) {
      if (const auto error = open_store(listening); !error.empty()) {
        return std::unexpected(error);
      }
    }
    spawn(welcome(site_acceptor_, house_));
    if (options_.health) {
      listening.health = options_.health;
      listening.health->port = health_acceptor_.local_endpoint().port();
      spawn(welcome(health_acceptor_, health_house_));
    }
    spawn(obey_signals());
    spawn(cut_the_overdue());
    const bool may_change = !options_.web.empty() && options_.watch_seconds.count() > 0;
    if (may_change) spawn(watch_folder());
    on_ready(listening);
    loop_.run();
    bell_.reset();
    if (switchboard_) switchboard_->close_store();
    spdlog::info("Stopped after {} connections and {} bytes.", counts_.connections,
                 counts_.bytes_sent);
    return {};
  }

 private:
  std::string open_store(const Listening& listening) {
    const bool is_file = options_.store.kind == StoreName::Kind::sqlite;
    if (is_file) {
      auto lock = FileLock::take(options_.store.where);
      if (!lock) return lock.error();
      lock_.emplace(std::move(*lock));
    }
    auto random = crypto::SystemRandom::create();
    if (!random) return "The system offers no secure random numbers.";
    // By this name other relays of the same database know whose hints these are.
    std::array<std::byte, 8> name{};
    random->fill(name);
    const std::string voice = is_file || !options_.notify ? "" : base::to_hex(name);
    try {
      is_file ? prepare_sqlite(options_.store.where) : prepare_postgres(options_.store.where);
      switchboard_ = std::make_unique<Switchboard>(
          loop_, options_.limits, settings_of(options_, listening.site, listening.is_encrypted),
          std::move(*random), [this, &voice](std::function<void(Told)> tell) {
            return keeper_of(options_, voice, std::move(tell));
          });
    } catch (const std::exception& failure) {
      return "The store \"" + options_.store.shown() + "\" cannot be used: " + failure.what() +
             ".";
    }
    if (!voice.empty()) {
      bell_ = std::make_unique<Bell>(options_.store.where, voice,
                                     [this](std::vector<wire::PlaceId> places) {
                                       switchboard_->hear_of(std::move(places));
                                     });
    }
    house_.has_sync = true;
    return {};
  }

  [[nodiscard]] std::string metrics() const {
    return metrics_text(counts_, site_->files.size(), site_->bytes(),
                        switchboard_ ? &switchboard_->counts() : nullptr);
  }

  // A connection that runs out of memory ends alone.
  void spawn(asio::awaitable<void> task) {
    asio::co_spawn(loop_, std::move(task), [](const std::exception_ptr& failure) {
      if (failure) spdlog::error("A connection ended by a failure of its own.");
    });
  }

  static std::string open(tcp::acceptor& acceptor, const Endpoint& where) {
    const tcp::endpoint address(asio::ip::make_address(where.address), where.port);
    error_code error;
    acceptor.open(address.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(address, error);
    if (!error) acceptor.listen(backlog, error);
    if (!error) return {};
    const std::string name = where.address + " port " + std::to_string(where.port);
    if (error == asio::error::address_in_use) {
      return name + " is in use by another program. Stop it, or choose another port.";
    }
    if (error == asio::error::access_denied) {
      return name + " may not be used without special rights. Choose a port above 1023.";
    }
    return "It is not possible to listen on " + name + ": " + error.message() + ".";
  }

  void use(SiteRead read) {
    for (const std::string& sentence : read.left_out) spdlog::warn("{}", sentence);
    site_ = std::make_shared<const Site>(std::move(read.site));
    state_in_use_ = read.state;
    ++counts_.site_reads;
    if (!options_.web.empty())
      spdlog::info("Serving {} files, {} bytes.", site_->files.size(), site_->bytes());
  }

  void read_again() {
    if (options_.web.empty()) return;
    auto read = read_site(options_.web, options_.site_limits);
    if (read) return use(std::move(*read));
    ++counts_.site_read_errors;
    spdlog::error("{} The files read before stay in use.", read.error());
  }

  // Connections that are open keep the one they began with.
  void read_certificate_again() {
    if (!house_.tls) return;
    auto tls = TlsContext::read(options_.tls_certificate, options_.tls_key);
    if (!tls) return spdlog::error("{} The one read before stays in use.", tls.error());
    house_.tls = std::move(*tls);
    spdlog::info("Read the certificate again.");
  }

  asio::awaitable<void> welcome(tcp::acceptor& acceptor, const House& house) {
    while (acceptor.is_open()) {
      auto [error, socket] = co_await acceptor.async_accept(result);
      if (stopping_) co_return;
      if (error) {
        ++counts_.accept_errors;
        asio::steady_timer pause(loop_, pause_after_accept_error);
        co_await pause.async_wait(result);
        continue;
      }
      ++counts_.connections;
      if (guests_.size() < options_.limits.connections) {
        spawn(host(std::move(socket), house));
      } else {
        ++counts_.connections_refused;
        if (turned_away_.size() < options_.limits.refusals) {
          spawn(refuse(std::move(socket), house));
        }
      }
    }
  }

  asio::awaitable<void> host(tcp::socket socket, const House& house) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    Guest guest(std::move(socket));
    const Presence presence(guests_, guest, &counts_.connections_open);
    auto request = co_await converse(guest, house);
    if (request) co_await switchboard_->converse(guest.channel, std::move(request));
  }

  asio::awaitable<void> refuse(tcp::socket socket, const House& house) {
    Guest guest(std::move(socket));
    const Presence presence(turned_away_, guest, nullptr);
    co_await turn_away(guest, house);
  }

  asio::awaitable<void> obey_signals() {
    while (!stopping_) {
      const auto [error, signal] = co_await signals_.async_wait(result);
      if (error) co_return;
      if (signal == SIGHUP) {
        read_again();
        read_certificate_again();
      } else {
        stop();
      }
    }
  }

  // One timer for all connections: each of its own would cost more than the connection.
  asio::awaitable<void> cut_the_overdue() {
    asio::steady_timer pause(loop_);
    while (true) {
      pause.expires_after(between_cuts);
      co_await pause.async_wait(result);
      const auto now = Channel::Clock::now();
      for (const auto* list : {&guests_, &turned_away_}) {
        for (Guest* guest : *list) {
          if (guest->channel.is_overdue(now)) guest->channel.cut();
        }
      }
    }
  }

  // A build writes many files: the folder is read when two looks in a row saw the same change.
  // A folder that could not be used is tried again when it has changed once more.
  asio::awaitable<void> watch_folder() {
    std::uint64_t last = state_in_use_;
    std::uint64_t tried = state_in_use_;
    while (true) {
      watch_timer_.expires_after(options_.watch_seconds);
      const auto [error] = co_await watch_timer_.async_wait(result);
      if (error || stopping_) co_return;
      const std::uint64_t now = folder_state(options_.web, options_.site_limits);
      if (now != state_in_use_ && now != tried && now == last) {
        tried = now;
        read_again();
      }
      last = now;
    }
  }

  void stop() {
    stopping_ = true;
    error_code ignored;
    site_acceptor_.close(ignored);
    health_acceptor_.close(ignored);
    signals_.cancel(ignored);
    watch_timer_.cancel();
    if (switchboard_) switchboard_->stop();
    for (Guest* guest : guests_) {
      if (guest->is_waiting) guest->channel.cancel();
    }
    asio::co_spawn(loop_, last_call(), asio::detached);
  }

  asio::awaitable<void> last_call() {
    const auto end = std::chrono::steady_clock::now() + options_.limits.stop_seconds;
    while (!guests_.empty() && std::chrono::steady_clock::now() < end) {
      asio::steady_timer pause(loop_, std::chrono::milliseconds(20));
      co_await pause.async_wait(result);
    }
    loop_.stop();
  }

  // A guest is on its list while it is here.
  class Presence {
   public:
    Presence(std::set<Guest*>& list, Guest& guest, std::uint64_t* open)
        : list_(list), guest_(guest), open_(open) {
      list_.insert(&guest_);
      if (open_ != nullptr) *open_ = list_.size();
    }
    ~Presence() {
      list_.erase(&guest_);
      if (open_ != nullptr) *open_ = list_.size();
    }
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;

   private:
    std::set<Guest*>& list_;
    Guest& guest_;
    std::uint64_t* open_;
  };

  // What connections use stands before the loop: the loop goes first and takes them with it.
  const Options& options_;
  Counts counts_;
  bool stopping_ = false;
  std::shared_ptr<const Site> site_;
  std::uint64_t state_in_use_ = 0;
  House house_;
  House health_house_;
  std::set<Guest*> guests_;
  std::set<Guest*> turned_away_;
  std::optional<FileLock> lock_;
  std::unique_ptr<Switchboard> switchboard_;
  std::unique_ptr<Bell> bell_;

  asio::io_context loop_{1};
  asio::signal_set signals_{loop_, SIGINT, SIGTERM, SIGHUP};
  asio::steady_timer watch_timer_{loop_};
  tcp::acceptor site_acceptor_{loop_};
  tcp::acceptor health_acceptor_{loop_};
};

// Each connection is a file handle.
std::string make_room_for(const Limits& limits) {
  const rlim_t wanted = limits.connections + limits.refusals + own_handles;
  rlimit handles{};
  if (getrlimit(RLIMIT_NOFILE, &handles) != 0 || handles.rlim_cur >= wanted) return {};
  handles.rlim_cur = wanted;
  if (wanted <= handles.rlim_max && setrlimit(RLIMIT_NOFILE, &handles) == 0) return {};
  return "The system allows this program " + std::to_string(handles.rlim_max) +
         " open files, too few for " + std::to_string(limits.connections) +
         " connections. Raise the limit, or lower --max-connections.";
}

}  // namespace

std::expected<void, std::string> serve(const Options& options, SiteRead first,
                                       const std::function<void(const Listening&)>& on_ready) {
  if (const auto error = make_room_for(options.limits); !error.empty()) {
    return std::unexpected(error);
  }
  Server server(options, std::move(first));
  return server.run(on_ready);
}

}  // namespace pairbook::relay
