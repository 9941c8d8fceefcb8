# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags that every target shares: warnings, hardening, sanitizers. Where sources are compiled together, a local name of one may look like
# a global one to another, and a type of an anonymous namespace like one of a header: these two warnings are left to other presets.
add_library(dealscape_flags INTERFACE)
target_compile_options(dealscape_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:$<TARGET_PROPERTY:DEALSCAPE_TEST>>>:-Wconversion> -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual
    "$<$<CXX_COMPILER_ID:GNU>:$<IF:$<BOOL:${CMAKE_UNITY_BUILD}>,-Wshadow=local;-Wno-subobject-linkage,-Wshadow>>"
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
    target_compile_options(dealscape_flags INTERFACE -fsanitize=${DEALSCAPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>) # instrumented code makes GCC see uninitialized values that are none
    target_link_options(dealscape_flags INTERFACE -fsanitize=${DEALSCAPE_SANITIZE})
endif()
if(DEALSCAPE_COVERAGE)
    target_compile_options(dealscape_flags INTERFACE --coverage)
    target_link_options(dealscape_flags INTERFACE --coverage)
endif()

# What nearly every source reads, precompiled three times: without Qt, with Qt Gui and with Qt Widgets. Halves the time of a build.
set(dealscape_headers_plain <algorithm> <array> <cmath> <functional> <map> <memory> <optional> <set> <span> <string> <unordered_map>
    <variant> <vector>)
set(dealscape_headers_gui ${dealscape_headers_plain} <QAbstractItemModel> <QHash> <QImage> <QObject> <QPainter> <QPainterPath>
    <QString>)
set(dealscape_headers_widgets ${dealscape_headers_gui} <QAction> <QApplication> <QBoxLayout> <QLabel> <QTreeView> <QWidget>)
if(DEALSCAPE_PRECOMPILE)
    file(CONFIGURE OUTPUT headers.cpp CONTENT "// Made by the build, for precompiled headers only.\n")
    foreach(kind plain gui widgets)
        add_library(dealscape_headers_${kind} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/headers.cpp)
        target_precompile_headers(dealscape_headers_${kind} PRIVATE ${dealscape_headers_${kind}})
        target_link_libraries(dealscape_headers_${kind} PRIVATE dealscape_flags)
    endforeach()
    target_link_libraries(dealscape_headers_gui PRIVATE Qt6::Gui)
    target_link_libraries(dealscape_headers_widgets PRIVATE Qt6::Widgets)
endif()

# Which of these suit a target that uses these rooms and libraries.
function(dealscape_headers_kind result)
    set(kind plain)
    foreach(used IN LISTS ARGN)
        set(its ${used})
        if(TARGET dealscape_${used})
            get_target_property(its dealscape_${used} DEALSCAPE_HEADERS)
        endif()
        if(its MATCHES "Widgets|widgets")
            set(kind widgets)
        elseif(its MATCHES "Gui|gui" AND kind STREQUAL "plain")
            set(kind gui)
        endif()
    endforeach()
    set(${result} ${kind} PARENT_SCOPE)
endfunction()

# Has a target read the precompiled headers that suit it; one with Qt Core alone reads none.
function(dealscape_precompile target)
    dealscape_headers_kind(kind ${ARGN})
    set_target_properties(${target} PROPERTIES DEALSCAPE_HEADERS ${kind})
    if(DEALSCAPE_PRECOMPILE AND NOT (kind STREQUAL "plain" AND "Qt6::Core" IN_LIST ARGN))
        target_precompile_headers(${target} REUSE_FROM dealscape_headers_${kind})
    endif()
endfunction()

# Links a target with rooms and libraries, told apart by the colons of a library's name.
function(dealscape_uses target scope)
    foreach(used IN LISTS ARGN)
        if(NOT used MATCHES "::")
            string(PREPEND used dealscape_)
        endif()
        target_link_libraries(${target} ${scope} ${used})
    endforeach()
endfunction()

set(dealscape_as_precompiled "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13 AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    set(dealscape_as_precompiled -munroll-only-small-loops -mvzeroupper)
endif()

# One room of the house: a static library dealscape_NAME built from the sources listed.
# USES names the rooms and public libraries it stands on, HIDES the rooms and libraries its headers do not show. Rooms that are not
# COMPUTING wait for people, files or other rooms: their releases are optimised less, which shortens the build and slows nothing down.
function(dealscape_room name)
    cmake_parse_arguments(ROOM "COMPUTING" "" "SOURCES;USES;HIDES" ${ARGN})
    add_library(dealscape_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(dealscape_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    if(ROOM_USES MATCHES "Qt6::Core|Widgets" OR ROOM_HIDES MATCHES "Widgets")
        set_target_properties(dealscape_${name} PROPERTIES AUTOMOC ON)
    endif()
    dealscape_uses(dealscape_${name} PUBLIC ${ROOM_USES})
    dealscape_uses(dealscape_${name} PRIVATE ${ROOM_HIDES})
    target_link_libraries(dealscape_${name} PRIVATE dealscape_flags)
    if(NOT ROOM_COMPUTING)
        # GCC from 13 on wants this told apart from -O2 before it reads headers that were precompiled with that.
        target_compile_options(dealscape_${name} PRIVATE "$<$<CONFIG:Release>:-O1;${dealscape_as_precompiled}>")
    endif()
    dealscape_precompile(dealscape_${name} ${ROOM_USES})
endfunction()
