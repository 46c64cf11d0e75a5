#include "remains.hpp"

#include "state.hpp"

namespace pairbook::app {

void lay_aside(Remains& remains, Change&& change) {
  constexpr std::size_t ops_at_once = 2;  // of 200 people at most
  remains.take(std::move(change.ops), ops_at_once);
  remains.take(std::move(change.inverse), ops_at_once);
}

void lay_aside(Remains& remains, std::vector<Change>&& changes) {
  for (Change& change : changes) lay_aside(remains, std::move(change));
  remains.take(std::move(changes));
}

void lay_aside(Remains& remains, OpenedBook&& book) {
  book.keeper.reset();
  if (book.older && book.older->scratch) {
    lay_aside(remains, std::move(*book.older->scratch));
    book.older.reset();
  }
  lay_aside(remains, std::move(book.done));
  lay_aside(remains, std::move(book.undone));
  remains.take(std::move(book.lines));
  remains.take(std::move(book.programme.people));
  remains.take(std::move(book.programme.pairs));
}

}  // namespace pairbook::app
