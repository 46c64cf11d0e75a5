// Loaded before the C library: ends the program by force at the n-th step that changes the
// disk, and in the middle of it when that is a write. KILL_AT says which.
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

bool is_the_one() {
  static int steps = 0;
  const char* wanted = getenv("KILL_AT");
  return wanted != nullptr && ++steps == atoi(wanted);
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int handle, const void* bytes, size_t size) {
  if (is_the_one()) {
    real<ssize_t(int, const void*, size_t)>("write")(handle, bytes, size / 2);
    raise(SIGKILL);
  }
  return real<ssize_t(int, const void*, size_t)>("write")(handle, bytes, size);
}

int fsync(int handle) {
  if (is_the_one()) raise(SIGKILL);
  return real<int(int)>("fsync")(handle);
}

int fchmod(int handle, mode_t mode) {
  if (is_the_one()) raise(SIGKILL);
  return real<int(int, mode_t)>("fchmod")(handle, mode);
}

int rename(const char* from, const char* to) {
  if (is_the_one()) raise(SIGKILL);
  return real<int(const char*, const char*)>("rename")(from, to);
}

int link(const char* from, const char* to) {
  if (is_the_one()) raise(SIGKILL);
  return real<int(const char*, const char*)>("link")(from, to);
}

int unlink(const char* name) {
  if (is_the_one()) raise(SIGKILL);
  return real<int(const char*)>("unlink")(name);
}
}
