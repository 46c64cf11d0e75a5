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
  std::cout << "Pairbook is at " << relay::url(listening.site) << std::endl;
  if (listening.health) {
    std::cout << "Health is at " << relay::url(*listening.health) << "healthz" << std::endl;
  }
}

int run(const relay::Options& options) {
  auto site = relay::read_site(options.web, options.site_limits);
  if (!site) return fail(site.error());
  if (options.check_only) {
    for (const std::string& sentence : site->left_out) std::cout << sentence << "\n";
    std::cout << "All is well: " << site->site.files.size() << " files, " << site->site.bytes()
              << " bytes.\n";
    return 0;
  }
  const auto served = relay::serve(options, std::move(*site), announce);
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
