# Toolchain file for wasm: Emscripten's own, with the programs that tools/setup prepared.
include("${CMAKE_CURRENT_LIST_DIR}/../build/setup/paths.cmake" OPTIONAL RESULT_VARIABLE pairbook_paths)
if(NOT pairbook_paths)
  message(FATAL_ERROR "build/setup/paths.cmake is missing. Run tools/setup first.")
endif()

# A private copy keeps Emscripten itself beside its bin folder, an emsdk in the folder itself.
set(EMSCRIPTEN_ROOT_PATH "${PAIRBOOK_EMSCRIPTEN_BIN}/../root/usr/share/emscripten")
if(NOT EXISTS "${EMSCRIPTEN_ROOT_PATH}")
  set(EMSCRIPTEN_ROOT_PATH "${PAIRBOOK_EMSCRIPTEN_BIN}")
endif()
get_filename_component(EMSCRIPTEN_ROOT_PATH "${EMSCRIPTEN_ROOT_PATH}" ABSOLUTE)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

set(CMAKE_CROSSCOMPILING_EMULATOR "${PAIRBOOK_NODE}")
list(APPEND CMAKE_FIND_ROOT_PATH "${PAIRBOOK_WASM_LIBS}")
