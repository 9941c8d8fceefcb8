# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags that every target shares: warnings, hardening, sanitizers.
add_library(dealscape_flags INTERFACE)
target_compile_options(dealscape_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -fstack-protector-strong $<$<BOOL:${DEALSCAPE_WERROR}>:-Werror>)
target_compile_definitions(dealscape_flags INTERFACE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS)
if(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_definitions(dealscape_flags INTERFACE _FORTIFY_SOURCE=2)
endif()
target_link_options(dealscape_flags INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
if(DEALSCAPE_SANITIZE)
    target_compile_options(dealscape_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
        -Wno-maybe-uninitialized) # instrumented code makes GCC see uninitialized values that are none
    target_link_options(dealscape_flags INTERFACE -fsanitize=address,undefined)
endif()
if(DEALSCAPE_COVERAGE)
    target_compile_options(dealscape_flags INTERFACE --coverage)
    target_link_options(dealscape_flags INTERFACE --coverage)
endif()

# One room of the house: a static library dealscape_NAME built from the sources listed.
# USES names the rooms and public libraries it stands on, HIDES the libraries its headers do not show, MOC its Qt headers.
function(dealscape_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;MOC;USES;HIDES" ${ARGN})
    set(moc_sources)
    if(ROOM_MOC)
        qt6_wrap_cpp(moc_sources ${ROOM_MOC})
    endif()
    add_library(dealscape_${name} STATIC ${ROOM_SOURCES} ${moc_sources})
    target_include_directories(dealscape_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    foreach(used IN LISTS ROOM_USES)
        if(used MATCHES "::")
            target_link_libraries(dealscape_${name} PUBLIC ${used})
        else()
            target_link_libraries(dealscape_${name} PUBLIC dealscape_${used})
        endif()
    endforeach()
    target_link_libraries(dealscape_${name} PRIVATE dealscape_flags ${ROOM_HIDES})
endfunction()
