#include "sync-server/options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <charconv>

namespace pairbook::relay {
namespace {

constexpr std::string_view about =
    "Serves the Pairbook web app, and keeps and passes on what its users' devices exchange.\n"
    "Example: pairbook-relay --web build/web/dist --store sqlite:/srv/pairbook/places.sqlite\n";

constexpr std::string_view footer =
    "Every option can also stand in the file named by --config (web = \"/srv/pairbook\")\n"
    "or in the environment (PAIRBOOK_RELAY_WEB). The command line counts first, then the\n"
    "environment, then the file. SIGHUP reads the web folder and the\n"
    "certificate again; SIGTERM stops.";

constexpr std::array variables{"config",          "web",
                               "store",           "origin",
                               "listen",          "health",
                               "max-connections", "max-header-bytes",
                               "max-requests",    "header-seconds",
                               "idle-seconds",    "write-seconds",
                               "ping-seconds",    "hello-seconds",
                               "stop-seconds",    "watch-seconds",
                               "place-mib",       "max-places",
                               "retention-days",  "frames-per-second",
                               "kib-per-second",  "sweep-seconds",
                               "no-notify",       "tls-cert",
                               "tls-key"};

std::string variable_name(std::string_view option) {
  std::string name = "PAIRBOOK_RELAY_";
  for (const char c : option) {
    name.push_back(c == '-' ? '_'
                            : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
  }
  return name;
}

bool names_origins(const std::vector<std::string>& arguments) {
  return std::ranges::any_of(arguments, [](const std::string& argument) {
    return argument == "--origin" || argument.starts_with("--origin=");
  });
}

// What CLI11 wants: last argument first. The environment goes before the command line, and the
// last word counts.
std::vector<std::string> words(const std::vector<std::string>& arguments,
                               const std::map<std::string, std::string>& environment) {
  std::vector<std::string> all;
  for (const std::string_view option : variables) {
    const auto variable = environment.find(variable_name(option));
    if (variable == environment.end() || variable->second.empty()) continue;
    // The only option that takes several values: those of the command line stand alone.
    if (option == "origin" && names_origins(arguments)) continue;
    all.push_back("--" + std::string(option) + "=" + variable->second);
  }
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::ranges::reverse(all);
  return all;
}

std::string check_endpoint(const std::string& text) {
  if (endpoint(text)) return {};
  return "\"" + text + "\" is not an address and port such as 127.0.0.1:8080 or [::1]:8080";
}

// What follows the scheme may hold a password, and so may what was meant to be one.
std::string check_store(const std::string& text) {
  if (store_name(text)) return {};
  return "a store is named like sqlite:/srv/pairbook/places.sqlite or "
         "postgresql://database.example/pairbook";
}

std::string check_origin(const std::string& text) {
  const bool has_scheme = text.starts_with("ws://") || text.starts_with("wss://");
  const auto rest = text.substr(text.find("//") == std::string::npos ? 0 : text.find("//") + 2);
  const bool is_host = !rest.empty() && rest.find('/') == std::string::npos;
  bool is_lower = true;
  for (const char c : text) is_lower = is_lower && (c < 'A' || c > 'Z') && c > ' ';
  if (has_scheme && is_host && is_lower && text.size() <= 256) return {};
  return "\"" + text + "\" is not an address such as wss://pairbook.example";
}

struct Raw {
  std::string web;
  std::string store;
  std::vector<std::string> origins;
  std::string copy;
  std::string from, to;
  bool no_notify = false;
  std::uint64_t place_mib = 64;
  std::size_t ping = 60, hello = 30;
  Options kept;  // numbers that are taken as they are
  std::string listen = "127.0.0.1:8080";
  std::string health;
  std::string tls_cert, tls_key;
  bool check = false;
  std::size_t header = 10, idle = 30, write = 30, stop = 5, watch = 2;
  Limits limits;
};

void describe(CLI::App& app, Raw& raw) {
  app.set_version_flag("--version", std::string("pairbook-relay ") + PAIRBOOK_VERSION,
                       "Print the version and stop");
  app.set_config("--config", "", "Read options from this file");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--web", raw.web, "Folder of the built web app")->type_name("DIR");
  app.add_option("--store", raw.store, "Where places are kept; without it nothing is")
      ->type_name("sqlite:FILE|postgresql://...")
      ->check(check_store);
  app.add_flag("--no-notify", raw.no_notify,
               "Give and hear no hints of other relays of one PostgreSQL database");
  app.add_option("--origin", raw.origins,
                 "How clients know this relay, if not by the address it listens on")
      ->type_name("wss://HOST")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->delimiter(',')
      ->check(check_origin);
  app.add_option("--listen", raw.listen, "Where people reach the app")
      ->type_name("ADDR:PORT")
      ->capture_default_str()
      ->check(check_endpoint);
  app.add_option("--tls-cert", raw.tls_cert,
                 "Certificate with its chain, to serve https by itself")
      ->type_name("FILE");
  app.add_option("--tls-key", raw.tls_key, "Key of the certificate; SIGHUP reads both again")
      ->type_name("FILE");
  app.add_option("--health", raw.health, "Where /healthz and /metrics are answered (off)")
      ->type_name("ADDR:PORT")
      ->check(check_endpoint);
  app.add_flag("--check", raw.check, "Check the options, the folder and the store, then stop")
      ->configurable(false);
  const auto number = [&app](const char* name, std::size_t& value, const char* text,
                             std::size_t least, std::size_t most) {
    app.add_option(name, value, text)
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(least, most));
  };
  number("--max-connections", raw.limits.connections, "Open at once", 1, 100'000);
  number("--max-header-bytes", raw.limits.header_bytes, "Of a request", 1024, 65'536);
  number("--max-requests", raw.limits.requests, "On one connection", 1, 1'000'000);
  number("--header-seconds", raw.header, "For a request to arrive", 1, 300);
  number("--idle-seconds", raw.idle, "Between two requests", 1, 3600);
  number("--write-seconds", raw.write, "For each 64 KiB of an answer", 1, 3600);
  number("--ping-seconds", raw.ping, "Without a word on /sync, then it is hung up", 2, 3600);
  number("--hello-seconds", raw.hello, "For a first proof on /sync", 1, 300);
  number("--stop-seconds", raw.stop, "For answers under way when stopping", 0, 300);
  number("--watch-seconds", raw.watch, "Between looks at the folder; 0 is never", 0, 3600);
  const auto amount = [&app](const char* name, auto& value, const char* text, auto least,
                             auto most) {
    app.add_option(name, value, text)
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(least, most));
  };
  amount("--place-mib", raw.place_mib, "Kept for one place", 1, 65'536);
  amount("--max-places", raw.kept.places, "Kept together", 1, 1'000'000'000);
  amount("--retention-days", raw.kept.retention_days, "That an unused place is kept", 1,
         36'500);
  amount("--sweep-seconds", raw.kept.sweep_seconds,
         "Between looks at what other relays of one database wrote", 1, 3600);
  amount("--frames-per-second", raw.kept.frames_per_second, "From one connection", 1,
         1'000'000);
  amount("--kib-per-second", raw.kept.kib_per_second, "Of entries from one connection", 1,
         10'000'000);
}

// `pairbook-relay backup --store sqlite:FILE --to COPY` and the way back; `migrate FROM TO`.
void describe_tasks(CLI::App& app, Raw& raw) {
  app.fallthrough();
  app.require_subcommand(0, 1);
  app.add_subcommand("backup", "Copy the store while it is in use, and check the copy")
      ->fallthrough()
      ->configurable(false)
      ->add_option("--to", raw.copy, "The copy, which must not exist")
      ->type_name("FILE")
      ->required();
  app.add_subcommand("restore", "Put a copy in the place of the store of a stopped relay")
      ->fallthrough()
      ->configurable(false)
      ->add_option("--from", raw.copy, "The copy")
      ->type_name("FILE")
      ->required();
  CLI::App* migrate =
      app.add_subcommand("migrate", "Copy a store to an empty one, and compare the two")
          ->fallthrough()
          ->configurable(false);
  migrate->add_option("FROM", raw.from, "The store as it is")->required()->check(check_store);
  migrate->add_option("TO", raw.to, "A new or empty store")->required()->check(check_store);
}

// An address of a database may stand in the wrong place: what was said is repeated only up to
// where it could become secret.
std::string without_secrets(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \"'\n"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool may_tell = word.find('@') != std::string_view::npos ||
                          word.find("password") != std::string_view::npos;
    const auto until = may_tell ? word.find_first_of(":=@") : std::string_view::npos;
    shown.append(word.substr(0, until));
    if (until != std::string_view::npos) shown.append("...");
    if (end < text.size()) shown.push_back(text[end]);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return shown;
}

Task task_of(const CLI::App& app, const Raw& raw) {
  if (app.got_subcommand("backup")) return Task::back_up;
  if (app.got_subcommand("restore")) return Task::restore;
  if (app.got_subcommand("migrate")) return Task::migrate;
  return raw.check ? Task::check : Task::serve;
}

std::expected<Options, Stop> made_of(const Raw& raw, Task task) {
  const bool is_about_copies = task == Task::back_up || task == Task::restore;
  if (is_about_copies && raw.store.empty()) {
    return std::unexpected(Stop{"Name the store: --store sqlite:FILE\n", 2});
  }
  if (raw.web.empty() && raw.store.empty() && task != Task::migrate) {
    return std::unexpected(
        Stop{"Name the folder of the built web app, or a store, or both: "
             "pairbook-relay --web DIR --store sqlite:FILE\n",
             2});
  }
  Options options = raw.kept;
  options.task = task;
  options.web = raw.web;
  const std::string& store = task == Task::migrate ? raw.from : raw.store;
  if (!store.empty()) options.store = *store_name(store);
  if (!raw.to.empty()) options.to = *store_name(raw.to);
  options.notify = !raw.no_notify;
  options.copy = raw.copy;
  options.origins = raw.origins;
  options.hello_seconds = static_cast<std::int64_t>(raw.hello);
  options.place_bytes = raw.place_mib * 1024 * 1024;
  options.listen = *endpoint(raw.listen);
  if (!raw.health.empty()) options.health = endpoint(raw.health);
  if (options.health && options.listen.port != 0 && *options.health == options.listen) {
    return std::unexpected(Stop{"--listen and --health must not be the same address.\n", 2});
  }
  if (raw.tls_cert.empty() != raw.tls_key.empty()) {
    return std::unexpected(Stop{"--tls-cert and --tls-key belong together.\n", 2});
  }
  options.tls_certificate = raw.tls_cert;
  options.tls_key = raw.tls_key;
  options.watch_seconds = std::chrono::seconds(raw.watch);
  options.limits = raw.limits;
  options.limits.header_seconds = std::chrono::seconds(raw.header);
  options.limits.idle_seconds = std::chrono::seconds(raw.idle);
  options.limits.write_seconds = std::chrono::seconds(raw.write);
  options.limits.ping_seconds = std::chrono::seconds(raw.ping);
  options.limits.stop_seconds = std::chrono::seconds(raw.stop);
  return options;
}

}  // namespace

std::optional<Endpoint> endpoint(std::string_view text) {
  const auto colon = text.find_last_of(':');
  if (colon == std::string_view::npos) return {};
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  const bool in_brackets = host.starts_with('[') && host.ends_with(']') && host.size() > 2;
  if (in_brackets) host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";

  Endpoint found{.address = std::string(host)};
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), found.port);
  if (error != std::errc{} || end != port.data() + port.size() || port.empty()) return {};
  boost::system::error_code unreadable;
  const auto address = boost::asio::ip::make_address(found.address, unreadable);
  if (unreadable || address.is_v6() != in_brackets) return {};
  return found;
}

std::string url(const Endpoint& endpoint, bool is_encrypted) {
  const bool is_v6 = endpoint.address.find(':') != std::string::npos;
  const std::string host = is_v6 ? "[" + endpoint.address + "]" : endpoint.address;
  return (is_encrypted ? "https://" : "http://") + host + ":" + std::to_string(endpoint.port) +
         "/";
}

std::expected<Options, Stop> read_options(
    const std::vector<std::string>& arguments,
    const std::map<std::string, std::string>& environment) {
  CLI::App app(std::string(about), "pairbook-relay");
  app.footer(std::string(footer));
  Raw raw;
  describe(app, raw);
  describe_tasks(app, raw);
  try {
    app.parse(words(arguments, environment));
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(Stop{app.help(), 0});
  } catch (const CLI::CallForVersion& version) {
    return std::unexpected(Stop{version.what() + std::string("\n"), 0});
  } catch (const CLI::Error& error) {
    return std::unexpected(
        Stop{without_secrets(error.what()) + "\nRun with --help for help.\n", 2});
  }
  return made_of(raw, task_of(app, raw));
}

}  // namespace pairbook::relay
