# find_package(treatise): treatise::treatise always; treatise::boost, treatise::toml and treatise::ask where Boost, toml++ and
# nlohmann/json are found, treatise::bulk where zlib, yaml-cpp and threads are found too, treatise::c where the shared library is
# installed, and treatise::compiled where it was built. COMPONENTS boost toml ask bulk c compiled asks for them by name.
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

find_package(nlohmann_json 3 QUIET)
if(TARGET nlohmann_json::nlohmann_json AND NOT TARGET treatise::ask)
  add_library(treatise::ask INTERFACE IMPORTED)
  target_link_libraries(treatise::ask INTERFACE treatise::treatise nlohmann_json::nlohmann_json)
endif()
find_library(TREATISE_C_LIBRARY treatise PATHS ${CMAKE_CURRENT_LIST_DIR}/../../.. PATH_SUFFIXES lib lib64
  lib/${CMAKE_LIBRARY_ARCHITECTURE} NO_DEFAULT_PATH DOC "The shared library for C")
if(TREATISE_C_LIBRARY AND NOT TARGET treatise::c)
  add_library(treatise::c SHARED IMPORTED)
  set_target_properties(treatise::c PROPERTIES IMPORTED_LOCATION ${TREATISE_C_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${CMAKE_CURRENT_LIST_DIR}/../../../include)
endif()

find_package(ZLIB QUIET)
find_package(yaml-cpp QUIET)
find_package(Threads QUIET)
if(TARGET treatise::toml AND TARGET ZLIB::ZLIB AND yaml-cpp_FOUND AND TARGET nlohmann_json::nlohmann_json
    AND TARGET Threads::Threads AND NOT TARGET treatise::bulk)
  add_library(treatise::bulk INTERFACE IMPORTED)
  target_link_libraries(treatise::bulk INTERFACE treatise::toml ZLIB::ZLIB nlohmann_json::nlohmann_json Threads::Threads
    $<IF:$<TARGET_EXISTS:yaml-cpp::yaml-cpp>,yaml-cpp::yaml-cpp,yaml-cpp>)
endif()

# What was asked for by name and cannot be had is said, with what it lacks; a name that is none of ours, too.
set(treatise_lacks_boost "Boost 1.74 or newer was not found")
set(treatise_lacks_toml "toml++ was not found (TREATISE_TOML_INCLUDE_DIR names its folder)")
set(treatise_lacks_ask "nlohmann/json 3 was not found")
set(treatise_lacks_bulk "toml++, nlohmann/json, zlib, yaml-cpp or threads were not found")
set(treatise_lacks_c "the shared library is not installed; build treatise_c before `cmake --install`")
set(treatise_lacks_compiled "it was not built; configure Treatise with -DTREATISE_BUILD_COMPILED=ON")
foreach(component IN LISTS ${CMAKE_FIND_PACKAGE_NAME}_FIND_COMPONENTS)
  if(TARGET treatise::${component})
    set(${CMAKE_FIND_PACKAGE_NAME}_${component}_FOUND TRUE)
  else()
    set(${CMAKE_FIND_PACKAGE_NAME}_${component}_FOUND FALSE)
    if(${CMAKE_FIND_PACKAGE_NAME}_FIND_REQUIRED_${component})
      set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
      if(DEFINED treatise_lacks_${component})
        set(treatise_why "${treatise_lacks_${component}}")
      else()
        set(treatise_why "its components are treatise, boost, toml, ask, bulk, c and compiled")
      endif()
      string(APPEND ${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "treatise has no component `${component}` here: ${treatise_why}. ")
    endif()
  endif()
endforeach()
