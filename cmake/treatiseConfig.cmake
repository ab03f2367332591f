# find_package(treatise): treatise::treatise always; treatise::boost and treatise::toml where Boost and toml++ are found, and
# treatise::bulk where zlib, yaml-cpp, nlohmann/json and threads are found too.
include(${CMAKE_CURRENT_LIST_DIR}/treatiseTargets.cmake)

find_package(Boost 1.74 CONFIG QUIET)
if(TARGET Boost::headers AND NOT TARGET treatise::boost)
  add_library(treatise::boost INTERFACE IMPORTED)
  target_link_libraries(treatise::boost INTERFACE treatise::treatise Boost::headers)
endif()

find_path(TREATISE_TOML_INCLUDE_DIR toml++/toml.h DOC "Where toml++/toml.h is")
if(TREATISE_TOML_INCLUDE_DIR AND NOT TARGET treatise::toml)
  add_library(treatise::toml INTERFACE IMPORTED)
  target_link_libraries(treatise::toml INTERFACE treatise::treatise)
  target_include_directories(treatise::toml INTERFACE ${TREATISE_TOML_INCLUDE_DIR})
  target_compile_definitions(treatise::toml INTERFACE TOML_EXCEPTIONS=0)
endif()

find_package(ZLIB QUIET)
find_package(yaml-cpp QUIET)
find_package(nlohmann_json 3 QUIET)
find_package(Threads QUIET)
if(TARGET treatise::toml AND TARGET ZLIB::ZLIB AND yaml-cpp_FOUND AND TARGET nlohmann_json::nlohmann_json
    AND TARGET Threads::Threads AND NOT TARGET treatise::bulk)
  add_library(treatise::bulk INTERFACE IMPORTED)
  target_link_libraries(treatise::bulk INTERFACE treatise::toml ZLIB::ZLIB nlohmann_json::nlohmann_json Threads::Threads
    $<IF:$<TARGET_EXISTS:yaml-cpp::yaml-cpp>,yaml-cpp::yaml-cpp,yaml-cpp>)
endif()
