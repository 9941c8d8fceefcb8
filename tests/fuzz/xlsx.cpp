// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <cstdint>
#include <initializer_list>

using namespace dealscape;

namespace {

std::string little(std::size_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i, value >>= 8U)
        out += static_cast<char>(value & 0xFFU);
    return out;
}

/// A ZIP file of parts that are not packed, so that what is changed in the input is changed in the part.
std::string zip(std::initializer_list<std::pair<std::string_view, std::string_view>> parts)
{
    std::string bytes;
    std::string directory;
    std::size_t count = 0;
    for (const auto &[name, text] : parts) {
        const std::string middle = little(0, 12) + little(text.size(), 4) + little(text.size(), 4) + little(name.size(), 2) + little(0, 2);
        directory += "PK\1\2" + little(20, 2) + little(20, 2) + middle + little(0, 10) + little(bytes.size(), 4) + std::string(name);
        bytes += "PK\3\4" + little(20, 2) + middle + std::string(name) + std::string(text);
        ++count;
    }
    return bytes + directory + "PK\5\6" + little(0, 4) + little(count, 2) + little(count, 2) + little(directory.size(), 4) +
        little(bytes.size(), 4) + little(0, 2);
}

constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="r" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view parts = R"(<Relationships><Relationship Id="rId1" Type="/worksheet" Target="sheet.xml"/>)"
                                   R"(<Relationship Id="rId2" Type="/sharedStrings" Target="strings.xml"/>)"
                                   R"(<Relationship Id="rId3" Type="/styles" Target="styles.xml"/></Relationships>)";

} // namespace

/// An Office Open XML workbook: a packed file, or its sheet, texts, styles and list of sheets, parted by lines of four hyphens.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    if (rest.starts_with("PK")) {
        fuzz::check(sheets::readXlsx(rest, fuzz::options()));
        return 0;
    }
    std::string_view pieces[4];
    for (std::string_view &piece : pieces) {
        const std::size_t end = rest.find("\n----\n");
        piece = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 6);
    }
    fuzz::check(sheets::readXlsx(zip({{"_rels/.rels", relations},
                                      {"xl/workbook.xml", pieces[3]},
                                      {"xl/_rels/workbook.xml.rels", parts},
                                      {"xl/sheet.xml", pieces[0]},
                                      {"xl/strings.xml", pieces[1]},
                                      {"xl/styles.xml", pieces[2]}}),
                                 fuzz::options()));
    return 0;
}
