#pragma once

#include "turn.hpp"

namespace pairbook::app {

// The life of a book on this device, for the files that share it (book_*.cpp).

void show_welcome(Turn& turn);
/// Closes the book, forgets its keys and everything typed.
void close_book(Turn& turn);
/// Locks: closes the book and asks for its passphrase. Waits for what is not saved yet.
void lock(Turn& turn);
void begin_unlock(Turn& turn, const BookId& book, vault::Rows rows);
void show_problem(Turn& turn, Problem problem, std::string detail = {});
/// The book is read and open: to the screen the person wanted.
void enter_book(Turn& turn);
void open_samples(Turn& turn);
void begin_new_book(Turn& turn, NewBookPurpose purpose);
[[nodiscard]] std::uint32_t start_stretch(Turn& turn, const std::string& passphrase,
                                          const StretchAsked& asked);
[[nodiscard]] std::string book_name(const Model::State& state, const Speaker& say,
                                    const BookId& book);
void remember_name(Turn& turn, const BookId& book, const std::string& name, bool remember);
/// The open book was saved to a file; a book was removed from this device.
void remember_copy(Turn& turn);
void forget_copy(Turn& turn, const BookId& book);
[[nodiscard]] Report recovery_report(const Speaker& say, std::string_view name,
                                     const std::string& code, base::Date today);
[[nodiscard]] std::string report_as_text(const Report& report);
/// As a passphrase of a new book.
[[nodiscard]] bool is_strong_enough(std::string_view passphrase, std::string_view name);
void wipe_text(std::string& text);
/// New-book steps, and the stretched key when its job is done.
void new_book_next(Turn& turn);
void new_book_back(Turn& turn);
void new_book_key(Turn& turn, crypto::Key key);
void new_book_key_failed(Turn& turn, const base::Error& error);
/// Unlock presses, and its stretched key.
void unlock_pressed(Turn& turn);
void unlock_key(Turn& turn, const crypto::Key& key);
void book_file_picked(Turn& turn, const FilePicked& file);
void choose_copy(Turn& turn, Keeping keep);
/// The book is open, and a file of it is to be taken in: a piece of it. False when that is done
/// and the book is entered, or opened once more.
[[nodiscard]] bool slice_bringing(Turn& turn);

/// The address that was typed for a relay, or the one of the page's own server.
[[nodiscard]] std::string relay_draft(const Model::State& state);

}  // namespace pairbook::app
