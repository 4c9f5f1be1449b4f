# jiheng_module(NAME [PLAIN] [LINK targets…])
#
# One folder of src/ as one static library `jiheng_NAME`, and its *_test.cc files as one test
# program `jiheng_NAME_test`. Sources are found by folder, so a new file needs no edit here.
# PLAIN: its tests wait for databases and sockets, not for its own code, so the build for tests
# does not optimise it: that halves the time to compile it.
function(jiheng_module name)
  cmake_parse_arguments(MODULE "PLAIN" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  if(NOT sources)
    add_library(jiheng_${name} INTERFACE)
    target_link_libraries(jiheng_${name} INTERFACE ${MODULE_LINK})
    return()
  endif()
  add_library(jiheng_${name} STATIC ${sources})
  target_include_directories(jiheng_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(jiheng_${name} PUBLIC ${MODULE_LINK})
  if(MODULE_PLAIN)
    target_compile_options(jiheng_${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
  endif()
  if(tests AND JIHENG_TESTS AND NOT JIHENG_FUZZ)
    jiheng_test(jiheng_${name}_test SOURCES ${tests} LINK jiheng_${name})
  endif()
endfunction()

# jiheng_test(NAME SOURCES files… [LINK targets…] [LABELS labels…])
#
# A GoogleTest program. Tests find the repository by JIHENG_SOURCE_DIR.
function(jiheng_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/test/support)
  target_link_libraries(${name} PRIVATE ${TEST_LINK} GTest::gmock GTest::gtest_main rapidcheck)
  target_compile_definitions(${name} PRIVATE JIHENG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  # What a test says once is not worth optimising; what it calls is.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
  if(NOT TEST_LABELS)
    set(TEST_LABELS unit)
  endif()
  gtest_discover_tests(${name} NO_PRETTY_VALUES DISCOVERY_TIMEOUT 120
                       PROPERTIES LABELS "${TEST_LABELS}" TIMEOUT 300)
endfunction()
