// Stands in for sscanf as WebAssembly. Dear ImGui asks it for whole numbers only: the version
// in "#version 300 es", and the places of windows in a file of settings that we do not keep.
// The C library's own reads everything and is 1 % of the download. Packages.cmake gives it this
// name.
#include <cstdarg>

extern "C" int pairbook_scan(const char* text, const char* format, ...) {
  std::va_list into;
  va_start(into, format);
  int found = 0;
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    ++format;
    if ((*format != 'd' && *format != 'i') || *text < '0' || *text > '9') break;
    int number = 0;
    for (; *text >= '0' && *text <= '9' && number < 100'000'000; ++text)
      number = number * 10 + (*text - '0');
    *va_arg(into, int*) = number;
    ++found;
  }
  va_end(into);
  return found;
}
