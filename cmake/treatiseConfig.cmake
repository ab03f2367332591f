# find_package(treatise): treatise::treatise always; treatise::boost and treatise::toml where Boost and toml++ are found, and
# treatise::bulk where zlib, yaml-cpp, nlohmann/json and threads are found too. COMPONENTS boost toml bulk asks for them by name.
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

# What was asked for by name and cannot be had is said; a name that is none of ours, too.
foreach(component IN LISTS ${CMAKE_FIND_PACKAGE_NAME}_FIND_COMPONENTS)
  if(TARGET treatise::${component})
    set(${CMAKE_FIND_PACKAGE_NAME}_${component}_FOUND TRUE)
  else()
    set(${CMAKE_FIND_PACKAGE_NAME}_${component}_FOUND FALSE)
    if(${CMAKE_FIND_PACKAGE_NAME}_FIND_REQUIRED_${component})
      set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
      if(component MATCHES "^(boost|toml|bulk)$")
        set(missing_why "the libraries that it needs were not found")
      else()
        set(missing_why "its components are treatise, boost, toml and bulk")
      endif()
      string(APPEND ${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "treatise has no component `${component}` here: ${missing_why}. ")
    endif()
  endif()
endforeach()
