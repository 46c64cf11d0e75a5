#include "sync-server/store/stores.hpp"

#include <filesystem>

#include "sync-server/store/postgres_session.hpp"
#include "sync-server/store/sqlite_care.hpp"
#include "sync-server/store/sqlite_session.hpp"

namespace pairbook::relay {
namespace {

using Kind = StoreName::Kind;
using Outcome = std::expected<StoreContents, std::string>;

constexpr std::string_view sqlite_scheme = "sqlite:";

std::string in_quotes(const StoreName& store) {
  return "\"" + store.shown() + "\"";
}

template <class Work>
Outcome attempt(const std::string& what, const Work& work) {
  try {
    return work();
  } catch (const std::exception& failure) {
    return std::unexpected(what + ": " + failure.what() + ".");
  }
}

// A store that no relay uses, for as long as this lives.
class Held {
 public:
  /// Errors: one sentence.
  static std::expected<Held, std::string> take(const StoreName& store) {
    Held held;
    if (store.kind == Kind::sqlite) {
      auto lock = FileLock::take(store.where);
      if (!lock) return std::unexpected(lock.error());
      held.lock_.emplace(std::move(*lock));
    }
    return held;
  }
  /// Of a prepared store. Throws.
  static std::unique_ptr<WholeSession> open(const StoreName& store) {
    if (store.kind == Kind::sqlite) return std::make_unique<SqliteSession>(store.where, true);
    return std::make_unique<PostgresSession>(store.where, Use::alone);
  }

 private:
  std::optional<FileLock> lock_;
};

void prepare(const StoreName& store) {
  if (store.kind == Kind::sqlite) {
    prepare_sqlite(store.where);
  } else {
    prepare_postgres(store.where);
  }
}

// Everything of one into the other, in one transaction of each, then the two compared.
Outcome copy_all(WholeSession& source, WholeSession& target, const StoreName& to) {
  source.begin(false);
  const auto before = check_whole(source);
  if (!before) return std::unexpected("It is damaged: " + before.error() + ".");
  target.begin(true);
  if (!target.places_after({}, 1).empty()) {
    target.roll_back();
    return std::unexpected("The store " + in_quotes(to) + " is not empty. Name another.");
  }
  copy_whole(source, target);
  const auto after = check_whole(target);
  if (!after || *after != *before) {
    target.roll_back();
    return std::unexpected("The copy is not what was copied; nothing was written.");
  }
  target.commit();
  source.commit();
  return after;
}

Outcome check_postgres(const StoreName& store) {
  return attempt("The store " + in_quotes(store) + " cannot be read", [&]() -> Outcome {
    PostgresSession session(store.where, Use::look);
    session.begin(false);
    auto contents = check_whole(session);
    if (!contents) {
      return std::unexpected("The store " + in_quotes(store) +
                             " is damaged: " + contents.error() + ".");
    }
    session.commit();
    return contents;
  });
}

}  // namespace

std::string StoreName::shown() const {
  if (kind != Kind::postgresql) return where;
  // After the user and before the question mark there is no secret.
  const auto scheme = where.find("://");
  const auto end = where.find_first_of("/?", scheme + 3);
  const auto at = where.rfind('@', end);
  const auto from = at != std::string::npos && at > scheme ? at + 1 : scheme + 3;
  return "postgresql://" + where.substr(from, where.find('?', from) - from);
}

std::optional<StoreName> store_name(std::string_view text) {
  if (text.starts_with(sqlite_scheme) && text.size() > sqlite_scheme.size()) {
    return StoreName{Kind::sqlite, std::string(text.substr(sqlite_scheme.size()))};
  }
  if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
    return StoreName{Kind::postgresql, std::string(text)};
  }
  return {};
}

Outcome check_store(const StoreName& store) {
  return store.kind == Kind::sqlite ? check_sqlite(store.where) : check_postgres(store);
}

Outcome back_up_store(const StoreName& store, const std::string& copy) {
  if (store.kind == Kind::sqlite) return back_up_sqlite(store.where, copy);
  namespace fs = std::filesystem;
  if (fs::exists(copy)) {
    return std::unexpected("\"" + copy + "\" exists already. Name another file.");
  }
  const StoreName part{Kind::sqlite, copy + ".store"};
  const auto forget_part = [&] {
    std::error_code ignored;
    for (const char* each : {"", "-wal", "-shm", ".lock"})
      fs::remove(part.where + each, ignored);
  };
  forget_part();
  Outcome made =
      attempt("The store " + in_quotes(store) + " cannot be copied", [&]() -> Outcome {
        prepare(part);
        {
          PostgresSession source(store.where, Use::look);
          SqliteSession target(part.where, true);
          auto copied = copy_all(source, target, part);
          if (!copied) return copied;
        }
        return back_up_sqlite(part.where, copy);
      });
  forget_part();
  return made;
}

Outcome restore_store(const std::string& copy, const StoreName& store) {
  if (store.kind == Kind::sqlite) return restore_sqlite(copy, store.where);
  return migrate_store({Kind::sqlite, copy}, store);
}

Outcome migrate_store(const StoreName& from, const StoreName& to) {
  if (from.kind == Kind::sqlite && !std::filesystem::exists(from.where)) {
    return std::unexpected("The store " + in_quotes(from) + " does not exist.");
  }
  if (from == to) return std::unexpected("Name two different stores.");
  const auto first = Held::take(from);
  if (!first) return std::unexpected(first.error());
  const auto second = Held::take(to);
  if (!second) return std::unexpected(second.error());
  return attempt("The store " + in_quotes(from) + " cannot be moved to " + in_quotes(to),
                 [&]() -> Outcome {
                   prepare(from);
                   prepare(to);
                   const auto source = Held::open(from);
                   const auto target = Held::open(to);
                   return copy_all(*source, *target, to);
                 });
}

}  // namespace pairbook::relay
