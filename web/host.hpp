#pragma once

#include <cstddef>
#include <cstdint>

/// What the page does for us. Implemented in web/js, joined in by web/host.js; texts are UTF-8
/// with a length, packed values are as base::ByteWriter writes them.
extern "C" {
/// The mirror takes what changed (mirror_buffer.hpp).
void host_mirror(const void* bytes, std::size_t size);
/// The page carries out one effect (letters.hpp).
void host_effect(const void* bytes, std::size_t size);
/// Asks for at least so many more frames.
void host_kick(int frames);
/// Asks to be woken at a time, in milliseconds since 1970.
void host_wake(double time);
void host_cursor(int cursor);
/// After a loss of the graphics context: what the old one had cannot be deleted in the new one.
void host_forget_graphics();
/// Colours of the page's own elements, as 0xRRGGBB: background, text, hint, accent, selection.
void host_colors(std::uint32_t background, std::uint32_t text, std::uint32_t hint,
                 std::uint32_t accent, int dark);
/// Bytes of chance from the browser's own generator.
void host_random(void* into, std::size_t size);
double host_now();
/// Minutes that the local clock is ahead of UTC at a time.
int host_zone_offset(double time);
/// Width of one line in device pixels, as the browser would set it.
double host_measure(const char* text, std::size_t size, double pixels, int bold);
/// Draws one line, white, into width x height RGBA pixels; 1 when it has colours of its own.
int host_draw_run(const char* text, std::size_t size, double pixels, int bold, int width,
                  int height, int baseline, void* into);
/// A job tells how far it is (in the worker only).
void host_progress(std::uint32_t part, std::uint32_t whole);
}
