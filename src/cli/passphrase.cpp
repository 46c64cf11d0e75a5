#include "cli/passphrase.hpp"

#include <cstdlib>
#include <string_view>

#include "cli/files.hpp"
#include "cli/terminal.hpp"
#include "pairbook/app/words.hpp"

namespace pairbook::cli {
namespace {

constexpr std::size_t longest_file = 4096;

std::string_view from_environment() {
  const char* variable = std::getenv("PAIRBOOK_PASSPHRASE");
  return variable == nullptr ? std::string_view() : variable;
}

Outcome<crypto::Secret> from_file(const std::string& file) {
  auto bytes = read_file(file, longest_file);
  if (!bytes) return pass_on(bytes);
  std::size_t end = 0;
  while (end < bytes->size() && (*bytes)[end] != std::byte{'\n'}) ++end;
  if (end > 0 && (*bytes)[end - 1] == std::byte{'\r'}) --end;
  auto secret = crypto::Secret::of(base::BytesView(*bytes).first(end));
  crypto::wipe(*bytes);
  if (!secret.empty()) return secret;
  return refuse(Status::bad_input, spoken_name(file) + " has no passphrase in its first line.");
}

Outcome<crypto::Secret> from_terminal(const std::string& book, const std::string& question) {
  if (has_terminal()) return ask_secret(question);
  return refuse(Status::bad_input,
                book +
                    " needs a passphrase and there is no terminal to ask at. Use "
                    "--passphrase-file, or the environment's PAIRBOOK_PASSPHRASE.");
}

Outcome<crypto::Secret> unasked(const PassphraseFrom& from) {
  if (!from.file.empty()) return from_file(from.file);
  return crypto::Secret::of(from_environment());
}

std::string why_weak(const crypto::Secret& passphrase, const std::string& programme) {
  const auto* letters = reinterpret_cast<const char*>(passphrase.bytes().data());
  return app::words::why_weak({letters, passphrase.bytes().size()}, programme);
}

}  // namespace

bool is_typed(const PassphraseFrom& from) {
  return from.file.empty() && from_environment().empty();
}

Outcome<crypto::Secret> passphrase_for(const std::string& book, const PassphraseFrom& from) {
  if (is_typed(from)) return from_terminal(book, "Passphrase of " + book + ": ");
  return unasked(from);
}

Outcome<crypto::Secret> new_passphrase_for(const std::string& book,
                                           const std::string& programme,
                                           const PassphraseFrom& from) {
  auto chosen =
      is_typed(from) ? from_terminal(book, "New passphrase of " + book + ": ") : unasked(from);
  if (!chosen) return chosen;
  if (std::string why = why_weak(*chosen, programme); !why.empty()) {
    return refuse(Status::bad_input, std::move(why));
  }
  if (!is_typed(from)) return chosen;
  const auto again = ask_secret("The same again: ");
  if (!again) return std::unexpected(again.error());
  if (crypto::same_bytes(chosen->bytes(), again->bytes())) return chosen;
  return refuse(Status::bad_input, "The two passphrases differ. Nothing was made.");
}

}  // namespace pairbook::cli
