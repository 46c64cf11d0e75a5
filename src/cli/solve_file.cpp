#include "cli/solve_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <memory>

#include "pairbook/matching/solve_instance.hpp"

namespace pairbook::cli {
namespace {

using base::Errc;

constexpr std::size_t longest_file = std::size_t{2} * 1024 * 1024 * 1024 - 1;

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

// A file's length is asked for first, so that its bytes are held once and not while they grow.
std::size_t length_of(std::FILE* file) {
  if (std::fseek(file, 0, SEEK_END) != 0) return 0;
  const long length = std::ftell(file);
  std::rewind(file);
  // A folder says something absurd here, and what it is when it is read.
  return length > 0 ? std::min(static_cast<std::size_t>(length), longest_file) : 0;
}

std::string spoken(const std::string& path) {
  return path == "-" ? "Standard input" : path;
}

/// An empty mistake when the bytes are there.
std::string read(const std::string& path, base::Bytes& bytes) {
  const std::unique_ptr<std::FILE, Close> file(path == "-" ? stdin
                                                           : std::fopen(path.c_str(), "rb"));
  const auto failed = [&] {
    return spoken(path) + " cannot be read: " + std::strerror(errno) + ".";
  };
  if (!file) return failed();
  if (const int first = std::fgetc(file.get()); first != EOF) {
    std::ungetc(first, file.get());
  } else if (std::ferror(file.get()) != 0) {
    return failed();
  }
  std::size_t room = length_of(file.get()) + 1;
  for (std::size_t at = 0;;) {
    if (at + room > longest_file) {
      return spoken(path) + " is too long: at most 2 GiB can be read.";
    }
    bytes.resize(at + room);
    const std::size_t size = std::fread(bytes.data() + at, 1, room, file.get());
    at += size;
    if (size < room) {
      bytes.resize(at);
      return std::ferror(file.get()) != 0 ? failed() : std::string();
    }
    room = std::max<std::size_t>(1U << 16U, at);
  }
}

std::string broken(const std::string& path, const base::Error& error) {
  std::string sentence = spoken(path) + " cannot be solved";
  if (error.code == Errc::too_large) sentence += ": it is too large";
  if (!error.where.empty()) sentence += ": " + error.where;
  if (!error.detail.empty()) sentence += ": " + error.detail;
  return sentence + ".";
}

/// A part of a unit as a decimal number with three places: 1,536 of 1,024 is "1.500".
std::string in_units(std::int64_t number, std::int64_t unit) {
  const std::int64_t thousandths = number * 1000 / unit;
  char text[32];
  std::snprintf(text, sizeof text, "%lld.%03lld", static_cast<long long>(thousandths / 1000),
                static_cast<long long>(thousandths % 1000));
  return text;
}

}  // namespace

SolveReport solve_file(const std::string& path, bool with_certificate) {
  base::Bytes bytes;
  if (std::string mistake = read(path, bytes); !mistake.empty()) return {{}, mistake};
  const auto instance = matching::read_instance(bytes);
  if (!instance) return {{}, broken(path, instance.error())};
  bytes = {};

  const std::clock_t start = std::clock();
  const auto solved = matching::solve_instance(
      *instance, with_certificate ? matching::Proof::checked : matching::Proof::stated);
  const std::clock_t ticks = std::clock() - start;
  if (!solved) return {{}, broken(path, solved.error())};
  SolveReport out;
  out.text = "objective " + std::to_string(solved->objective) + " matched " +
             std::to_string(solved->matched) + " optimal " + (solved->optimal ? "yes" : "no") +
             " seconds " + in_units(ticks, CLOCKS_PER_SEC) + " peak_mib " +
             in_units(static_cast<std::int64_t>(peak_memory_bytes()), 1024 * 1024) + "\n";
  if (with_certificate) {
    out.text += "certificate holds bound " + std::to_string(solved->bound) + " pairs " +
                matching::hash_of(solved->pairs) + "\n";
  }
  return out;
}

}  // namespace pairbook::cli
