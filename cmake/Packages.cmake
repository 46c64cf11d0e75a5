# Where packages come from: Debian natively, the set-up cache (tools/setup) for WebAssembly.
include_guard(GLOBAL)
include("${CMAKE_SOURCE_DIR}/build/setup/paths.cmake" OPTIONAL RESULT_VARIABLE PAIRBOOK_SET_UP)
if(EMSCRIPTEN AND NOT PAIRBOOK_SET_UP)
  message(FATAL_ERROR "Run ./tools/setup first: it fetches what a WebAssembly build needs.")
endif()
include(CompilerCache)

# libsodium: pairbook::sodium
add_library(pairbook_sodium INTERFACE)
add_library(pairbook::sodium ALIAS pairbook_sodium)
if(EMSCRIPTEN)
  target_include_directories(pairbook_sodium SYSTEM INTERFACE ${PAIRBOOK_WASM_LIBS}/include)
  target_link_libraries(pairbook_sodium INTERFACE ${PAIRBOOK_WASM_LIBS}/lib/libsodium.a)
else()
  find_library(PAIRBOOK_SODIUM_LIBRARY sodium REQUIRED)
  target_link_libraries(pairbook_sodium INTERFACE ${PAIRBOOK_SODIUM_LIBRARY})
endif()

# nlohmann/json, header-only: pairbook::json (a copy of the headers is what Emscripten may see)
find_path(PAIRBOOK_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
add_library(pairbook_json INTERFACE)
add_library(pairbook::json ALIAS pairbook_json)
if(EMSCRIPTEN)
  file(COPY ${PAIRBOOK_JSON_INCLUDE}/nlohmann DESTINATION ${CMAKE_BINARY_DIR}/json-include)
  target_include_directories(pairbook_json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/json-include)
else()
  target_include_directories(pairbook_json SYSTEM INTERFACE ${PAIRBOOK_JSON_INCLUDE})
endif()
target_compile_definitions(pairbook_json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0)

# LEMON, whose templates are all we use: pairbook::lemon (copied as nlohmann/json is)
find_path(PAIRBOOK_LEMON_INCLUDE lemon/matching.h PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
add_library(pairbook_lemon INTERFACE)
add_library(pairbook::lemon ALIAS pairbook_lemon)
if(EMSCRIPTEN)
  file(COPY ${PAIRBOOK_LEMON_INCLUDE}/lemon DESTINATION ${CMAKE_BINARY_DIR}/lemon-include)
  target_include_directories(pairbook_lemon SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/lemon-include)
else()
  target_include_directories(pairbook_lemon SYSTEM INTERFACE ${PAIRBOOK_LEMON_INCLUDE})
endif()

# Dear ImGui, the same sources natively and as WebAssembly: pairbook::imgui (needs set-up)
if(PAIRBOOK_IMGUI_SOURCE)
  add_library(pairbook_imgui STATIC
    ${PAIRBOOK_IMGUI_SOURCE}/imgui.cpp ${PAIRBOOK_IMGUI_SOURCE}/imgui_draw.cpp
    ${PAIRBOOK_IMGUI_SOURCE}/imgui_widgets.cpp ${CMAKE_SOURCE_DIR}/src/ui/widgets/imgui_without_tables.cpp
    $<$<BOOL:${EMSCRIPTEN}>:${CMAKE_SOURCE_DIR}/src/ui/widgets/imgui_scan.cpp>)
  add_library(pairbook::imgui ALIAS pairbook_imgui)
  target_include_directories(pairbook_imgui SYSTEM PUBLIC ${PAIRBOOK_IMGUI_SOURCE})
  target_compile_definitions(pairbook_imgui PUBLIC
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
    IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
    IMGUI_USE_WCHAR32
    $<$<BOOL:${PAIRBOOK_TESTS}>:IMGUI_ENABLE_TEST_ENGINE>)
  target_compile_definitions(pairbook_imgui PRIVATE $<$<BOOL:${EMSCRIPTEN}>:sscanf=pairbook_scan>)
  target_compile_options(pairbook_imgui PRIVATE -fno-exceptions -fno-rtti -w)
endif()

if(PAIRBOOK_TESTS OR PAIRBOOK_FUZZ OR PAIRBOOK_BENCH)
  if(NOT PAIRBOOK_GTEST_SOURCE)
    set(PAIRBOOK_GTEST_SOURCE /usr/src/googletest)
  endif()
  add_library(pairbook_gtest STATIC
    ${PAIRBOOK_GTEST_SOURCE}/googletest/src/gtest-all.cc
    ${PAIRBOOK_GTEST_SOURCE}/googlemock/src/gmock-all.cc)
  add_library(pairbook::gtest ALIAS pairbook_gtest)
  target_include_directories(pairbook_gtest SYSTEM PUBLIC
    ${PAIRBOOK_GTEST_SOURCE}/googletest/include ${PAIRBOOK_GTEST_SOURCE}/googlemock/include)
  target_include_directories(pairbook_gtest PRIVATE
    ${PAIRBOOK_GTEST_SOURCE}/googletest ${PAIRBOOK_GTEST_SOURCE}/googlemock)
  target_compile_options(pairbook_gtest PRIVATE -w -fno-exceptions)
endif()
