# pairbook_module(NAME domain FLOOR 1 SOURCES a.cpp ... USES base ... [PACKAGES target ...] [SPEED]
#                 [FAST a.cpp ...] [SMALL a.cpp ...])
#
# The browser's build is small before it is fast; a module with SPEED (but for its sources named by
# SMALL), or the sources of others named by FAST, are the other way round: what goes over every
# letter of a file, over everybody in one go, or over all pairs.
#
# One name, five places: src/<name>, include/pairbook/<name>, namespace and target pairbook::<name>,
# tests/<name>. A module may use modules of lower floors only: a wrong arrow stops here, at configure
# time. Every public header is compiled alone (target all_verify_interface_header_sets).
include_guard(GLOBAL)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1" CACHE STRING "Flags of the Dev build" FORCE)
set(CMAKE_C_FLAGS_DEV "-O1 -g1" CACHE STRING "Flags of the Dev build" FORCE)

add_library(pairbook_warnings INTERFACE)
target_compile_options(pairbook_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND PAIRBOOK_SANITIZE)
  # g++ 12 reports values it cannot follow through the sanitizers' own instructions.
  target_compile_options(pairbook_warnings INTERFACE -Wno-maybe-uninitialized)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # At -O2 and above g++ 12 sees an overlap in "literal" + string, and values without a beginning in
  # an optional inside a variant, where there are none.
  target_compile_options(pairbook_warnings INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized)
endif()

# What the browser runs: no exceptions, no run-time types. Natively too, so that tests test the same.
add_library(pairbook_core_language INTERFACE)
target_compile_options(pairbook_core_language INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)

if(PAIRBOOK_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PAIRBOOK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(pairbook_module)
  cmake_parse_arguments(M "SPEED" "NAME;FLOOR" "SOURCES;USES;PACKAGES;FAST;SMALL" ${ARGN})
  set(target pairbook_${M_NAME})
  if(M_SOURCES)
    add_library(${target} STATIC ${M_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE pairbook_warnings pairbook_core_language ${M_PACKAGES})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    if(M_SPEED AND EMSCRIPTEN)
      target_compile_options(${target} PRIVATE -O2)
    endif()
    if(M_FAST AND EMSCRIPTEN)
      set_source_files_properties(${M_FAST} PROPERTIES COMPILE_OPTIONS -O2
                                  SKIP_PRECOMPILE_HEADERS ON)
    endif()
    if(M_SMALL AND EMSCRIPTEN)
      set_source_files_properties(${M_SMALL} PROPERTIES COMPILE_OPTIONS -Oz)
    endif()
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(pairbook::${M_NAME} ALIAS ${target})
  set_target_properties(${target} PROPERTIES PAIRBOOK_FLOOR ${M_FLOOR})

  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/include/pairbook/${M_NAME}/*.hpp
       ${CMAKE_SOURCE_DIR}/include/pairbook/${M_NAME}/*/*.hpp)
  if(M_SOURCES)
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/include
                   FILES ${headers})
    if(PAIRBOOK_TESTS AND NOT EMSCRIPTEN)
      set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    endif()
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR}/include)

  foreach(used ${M_USES})
    get_target_property(floor pairbook_${used} PAIRBOOK_FLOOR)
    if(NOT floor LESS M_FLOOR)
      message(FATAL_ERROR "${M_NAME} (floor ${M_FLOOR}) may not use ${used} (floor ${floor}): "
                          "a module uses modules of lower floors only, see docs/architecture.md")
    endif()
    target_link_libraries(${target} ${scope} pairbook::${used})
  endforeach()
endfunction()
