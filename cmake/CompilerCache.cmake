# Compiles go through ccache, one store for every checkout, for both compilers: CI and a second
# clone then compile only what changed. Without ccache nothing is different but the waiting.
include_guard(GLOBAL)
find_program(PAIRBOOK_CCACHE ccache)
if(PAIRBOOK_CCACHE AND PAIRBOOK_CACHE)
  # Paths inside the checkout count as relative, so that another clone finds the same entries.
  set(pairbook_launcher env "CCACHE_DIR=${PAIRBOOK_CACHE}/ccache" "CCACHE_MAXSIZE=4G"
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 ${PAIRBOOK_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${pairbook_launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${pairbook_launcher})
endif()
