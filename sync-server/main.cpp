#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "sync-server/options.hpp"
#include "sync-server/server.hpp"
#include "sync-server/site_folder.hpp"
#include "sync-server/store/stores.hpp"
#include "sync-server/tls.hpp"

namespace {

namespace relay = pairbook::relay;

std::map<std::string, std::string> variables_of(char** environment) {
  std::map<std::string, std::string> variables;
  for (; *environment != nullptr; ++environment) {
    const std::string text(*environment);
    const auto equals = text.find('=');
    if (text.starts_with("PAIRBOOK_RELAY_") && equals != std::string::npos) {
      variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
  }
  return variables;
}

int fail(const std::string& sentence) {
  std::cerr << "pairbook-relay: " << sentence << "\n";
  return 1;
}

void announce(const relay::Listening& listening) {
  std::cout << "Pairbook is at " << relay::url(listening.site, listening.is_encrypted)
            << std::endl;
  if (listening.health) {
    std::cout << "Health is at " << relay::url(*listening.health) << "healthz" << std::endl;
  }
}

std::string in_words(const relay::StoreContents& contents) {
  return std::to_string(contents.places) + " places, " + std::to_string(contents.entries) +
         " entries, " + std::to_string(contents.bytes) + " bytes";
}

int check(const relay::Options& options, const relay::SiteRead& site) {
  if (!options.tls_certificate.empty()) {
    const auto tls = relay::TlsContext::read(options.tls_certificate, options.tls_key);
    if (!tls) return fail(tls.error());
  }
  for (const std::string& sentence : site.left_out) std::cout << sentence << "\n";
  std::string well;
  if (!options.web.empty()) {
    well = std::to_string(site.site.files.size()) + " files, " +
           std::to_string(site.site.bytes()) + " bytes";
  }
  if (options.store.is_named()) {
    const auto contents = relay::check_store(options.store);
    if (!contents) return fail(contents.error());
    well += (well.empty() ? "" : "; in the store ") + in_words(*contents);
  }
  std::cout << "All is well: " << well << ".\n";
  return 0;
}

int copy(const relay::Options& options) {
  const bool is_backup = options.task == relay::Task::back_up;
  const bool is_move = options.task == relay::Task::migrate;
  const auto contents = is_backup ? relay::back_up_store(options.store, options.copy)
                        : is_move ? relay::migrate_store(options.store, options.to)
                                  : relay::restore_store(options.copy, options.store);
  if (!contents) return fail(contents.error());
  std::cout << (is_backup ? "Copied and checked: "
                : is_move ? "Copied and compared: "
                          : "Put back: ")
            << in_words(*contents) << ".\n";
  return 0;
}

int run(const relay::Options& options) {
  if (options.task != relay::Task::serve && options.task != relay::Task::check) {
    return copy(options);
  }
  relay::SiteRead site;
  if (!options.web.empty()) {
    auto read = relay::read_site(options.web, options.site_limits);
    if (!read) return fail(read.error());
    site = std::move(*read);
  }
  if (options.task == relay::Task::check) return check(options, site);
  const auto served = relay::serve(options, std::move(site), announce);
  return served ? 0 : fail(served.error());
}

}  // namespace

int main(int argc, char** argv, char** environment) {
  std::signal(SIGPIPE, SIG_IGN);
  spdlog::set_default_logger(spdlog::stderr_logger_st("relay"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
  try {
    const auto options =
        relay::read_options({argv + 1, argv + argc}, variables_of(environment));
    if (options) return run(*options);
    (options.error().status == 0 ? std::cout : std::cerr) << options.error().text;
    return options.error().status;
  } catch (const std::exception& failure) {
    return fail(failure.what());
  }
}
