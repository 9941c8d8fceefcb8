# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What belongs on a system beside the program: how desktops know it, its manual page and completions, which the program itself
# writes from its table of commands, and the Debian package.
include(GNUInstallDirs)
set(dealscape_id org.dealscape.dealscape)
set(desktop_files ${PROJECT_SOURCE_DIR}/packaging/desktop)
set(shared_files ${PROJECT_BINARY_DIR}/share)

configure_file(${desktop_files}/${dealscape_id}.metainfo.xml.in ${shared_files}/${dealscape_id}.metainfo.xml @ONLY)

set(written)
foreach(page "man:dealscape.1" "completion bash:dealscape.bash" "completion zsh:_dealscape" "completion fish:dealscape.fish")
    string(REPLACE ":" ";" parts "${page}")
    list(GET parts 0 command)
    list(GET parts 1 file)
    separate_arguments(command UNIX_COMMAND "${command}")
    add_custom_command(OUTPUT ${shared_files}/${file}
        COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:dealscape> ${command} --output ${shared_files}/${file}
        DEPENDS dealscape VERBATIM)
    list(APPEND written ${shared_files}/${file})
endforeach()
find_program(DEALSCAPE_GZIP gzip)
if(DEALSCAPE_GZIP)
    add_custom_command(OUTPUT ${shared_files}/dealscape.1.gz
        COMMAND ${DEALSCAPE_GZIP} -9nkf ${shared_files}/dealscape.1 DEPENDS ${shared_files}/dealscape.1 VERBATIM)
    list(APPEND written ${shared_files}/dealscape.1.gz)
    set(manual_page dealscape.1.gz)
else()
    set(manual_page dealscape.1)
endif()

# Sizes of the icon for desktops that draw no SVG.
set(icon_sizes 16 24 32 48 64 128 256)
find_program(DEALSCAPE_RSVG rsvg-convert)
if(DEALSCAPE_RSVG)
    foreach(size IN LISTS icon_sizes)
        add_custom_command(OUTPUT ${shared_files}/${dealscape_id}-${size}.png
            COMMAND ${DEALSCAPE_RSVG} -w ${size} -h ${size} -o ${shared_files}/${dealscape_id}-${size}.png ${desktop_files}/${dealscape_id}.svg
            DEPENDS ${desktop_files}/${dealscape_id}.svg VERBATIM)
        list(APPEND written ${shared_files}/${dealscape_id}-${size}.png)
        install(FILES ${shared_files}/${dealscape_id}-${size}.png RENAME ${dealscape_id}.png
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
    endforeach()
endif()
add_custom_target(dealscape_package_files DEPENDS ${written})

install(TARGETS dealscape RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${desktop_files}/${dealscape_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop_files}/${dealscape_id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${desktop_files}/${dealscape_id}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${desktop_files}/dealscape.thumbnailer DESTINATION ${CMAKE_INSTALL_DATADIR}/thumbnailers)
install(FILES ${shared_files}/${dealscape_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${shared_files}/${manual_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${shared_files}/dealscape.bash RENAME dealscape DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${shared_files}/_dealscape DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${shared_files}/dealscape.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Debian asks for the terms of a program and for what changed in it.
if(DEALSCAPE_GZIP)
    file(CONFIGURE OUTPUT ${shared_files}/changelog.Debian CONTENT
        "dealscape (${PROJECT_VERSION}-1) unstable; urgency=medium\n\n  * See /usr/share/doc/dealscape/changelog.gz.\n\n -- The Dealscape authors <dealscape@example.org>  Sat, 28 Nov 2026 12:00:00 +0000\n" @ONLY)
    add_custom_command(OUTPUT ${shared_files}/changelog.Debian.gz ${shared_files}/changelog.gz
        COMMAND ${DEALSCAPE_GZIP} -9nkf ${shared_files}/changelog.Debian
        COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${shared_files}/changelog
        COMMAND ${DEALSCAPE_GZIP} -9nf ${shared_files}/changelog
        DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
    add_custom_target(dealscape_debian_files DEPENDS ${shared_files}/changelog.Debian.gz ${shared_files}/changelog.gz)
    add_dependencies(dealscape_package_files dealscape_debian_files)
    install(FILES ${shared_files}/changelog.Debian.gz ${shared_files}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
install(FILES ${PROJECT_SOURCE_DIR}/packaging/desktop/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dealscape)
set(CPACK_PACKAGE_VENDOR "The Dealscape authors")
set(CPACK_PACKAGE_CONTACT "The Dealscape authors <dealscape@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The libraries are found by dpkg-shlibdeps; the plug-in that opens windows is not linked.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "explorer of deal networks")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Dealscape draws who pays whom: organisations as discs, deals as ribbons
whose width is money or power, with how firm each deal is and where every
figure comes from. It finds loops of money, asks what if, presents stories,
and exports to PNG, SVG, PDF, PowerPoint and web pages.")
include(CPack)
