#include "relay/faulty_disk.hpp"

#include <sqlite3.h>

#include <cstring>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace pairbook::relay {
namespace {

constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

// What a write or a cut replaced.
struct Undo {
  sqlite3_int64 offset;
  std::string bytes;
  sqlite3_int64 size;  // of the file before
};

struct File {
  sqlite3_file base;
  std::vector<Undo>* undo;
  sqlite3_file* real;
};

struct State {
  std::uint64_t writes = 0;
  std::uint64_t flushes = 0;
  std::uint64_t full_after = never;
  std::uint64_t no_flush_after = never;
  std::uint64_t power_until = never;
  bool is_dead = false;
  std::set<File*> files;
} state;

File& of(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return of(file).real;
}
const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

void remember(sqlite3_file* file, sqlite3_int64 offset, sqlite3_int64 bytes) {
  Undo undo{offset, {}, 0};
  methods(file).xFileSize(real(file), &undo.size);
  const sqlite3_int64 there = std::max<sqlite3_int64>(0, std::min(bytes, undo.size - offset));
  undo.bytes.resize(static_cast<std::size_t>(there));
  if (there > 0) {
    methods(file).xRead(real(file), undo.bytes.data(), static_cast<int>(there), offset);
  }
  of(file).undo->push_back(std::move(undo));
}

void lose_power() {
  for (File* file : state.files) {
    auto* handle = reinterpret_cast<sqlite3_file*>(file);
    for (auto at = file->undo->rbegin(); at != file->undo->rend(); ++at) {
      if (!at->bytes.empty()) {
        methods(handle).xWrite(file->real, at->bytes.data(), static_cast<int>(at->bytes.size()),
                               at->offset);
      }
      methods(handle).xTruncate(file->real, at->size);
    }
    file->undo->clear();
  }
  state.is_dead = true;
}

int close_file(sqlite3_file* file) {
  state.files.erase(&of(file));
  delete of(file).undo;
  return methods(file).xClose(real(file));
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  if (state.is_dead) return SQLITE_IOERR_READ;
  return methods(file).xRead(real(file), to, size, offset);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (state.is_dead) return SQLITE_IOERR_WRITE;
  if (++state.writes >= state.power_until) {
    lose_power();
    return SQLITE_IOERR_WRITE;
  }
  if (state.writes > state.full_after) return SQLITE_FULL;
  remember(file, offset, size);
  return methods(file).xWrite(real(file), from, size, offset);
}
int cut(sqlite3_file* file, sqlite3_int64 size) {
  if (state.is_dead) return SQLITE_IOERR_TRUNCATE;
  sqlite3_int64 now = 0;
  methods(file).xFileSize(real(file), &now);
  remember(file, size, std::max<sqlite3_int64>(0, now - size));
  return methods(file).xTruncate(real(file), size);
}
int flush(sqlite3_file* file, int) {
  if (state.is_dead || ++state.flushes > state.no_flush_after) return SQLITE_IOERR_FSYNC;
  of(file).undo->clear();
  return SQLITE_OK;  // the system may take its time: only this layer loses power
}
int size_of(sqlite3_file* file, sqlite3_int64* size) {
  if (state.is_dead) return SQLITE_IOERR_FSTAT;
  return methods(file).xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  return methods(file).xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return methods(file).xUnlock(real(file), level);
}
int is_reserved(sqlite3_file* file, int* out) {
  return methods(file).xCheckReservedLock(real(file), out);
}
int control(sqlite3_file* file, int what, void* argument) {
  return methods(file).xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return methods(file).xSectorSize(real(file));
}
int traits(sqlite3_file* file) {
  return methods(file).xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return methods(file).xShmMap(real(file), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int n, int flags) {
  return methods(file).xShmLock(real(file), offset, n, flags);
}
void barrier(sqlite3_file* file) {
  methods(file).xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int deletes) {
  return methods(file).xShmUnmap(real(file), deletes);
}

sqlite3_vfs* system_vfs() {
  static sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
  return vfs;
}

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags,
              int* out_flags) {
  static const sqlite3_io_methods ours = {
      2,           close_file, read,         write,   cut,         flush,  size_of,
      lock,        unlock,     is_reserved,  control, sector_size, traits, map_shared,
      lock_shared, barrier,    unmap_shared, nullptr, nullptr};
  File& opened = of(file);
  opened.base.pMethods = nullptr;
  opened.real = reinterpret_cast<sqlite3_file*>(&opened + 1);
  const int code = system_vfs()->xOpen(system_vfs(), name, opened.real, flags, out_flags);
  if (code != SQLITE_OK) return code;
  opened.undo = new std::vector<Undo>;
  opened.base.pMethods = &ours;
  state.files.insert(&opened);
  return SQLITE_OK;
}

}  // namespace

const char* FaultyDisk::name() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *system_vfs();
    made.zName = "faulty";
    made.szOsFile = static_cast<int>(sizeof(File)) + system_vfs()->szOsFile;
    made.xOpen = open_file;
    made.pNext = nullptr;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  return registered == SQLITE_OK ? "faulty" : nullptr;
}

void FaultyDisk::heal() {
  const auto files = std::move(state.files);
  state = {};
  state.files = files;
}

void FaultyDisk::full_after(std::uint64_t writes) {
  state.full_after = state.writes + writes;
}
void FaultyDisk::no_flush_after(std::uint64_t flushes) {
  state.no_flush_after = state.flushes + flushes;
}
void FaultyDisk::lose_power_at(std::uint64_t write) {
  state.power_until = state.writes + write;
}
std::uint64_t FaultyDisk::writes() {
  return state.writes;
}

}  // namespace pairbook::relay
