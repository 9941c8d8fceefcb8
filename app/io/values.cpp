// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/values.h"

#include "io/decode.h"
#include "io/faults.h"
#include "io/utf8.h"

#include <charconv>

namespace dealscape::io {

namespace {

std::string_view kindName(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return "null";
    case Kind::Boolean:
        return "true or false";
    case Kind::Integer:
        return "a whole number";
    case Kind::Real:
        return "a number with a fraction or exponent";
    case Kind::Huge:
        return "a number outside 64 bits";
    case Kind::Text:
        return "text";
    case Kind::List:
        return "a list";
    case Kind::Object:
        return "an object";
    }
    return {};
}

/// A whole number between 0 and the maximum, of something counted in units.
std::optional<std::int64_t> amount(const Reading &reading, const Node &node, std::int64_t maximum, std::string_view unit)
{
    if (!expect(reading, node, Kind::Integer))
        return std::nullopt;
    if (node.integer < 0) {
        reading.error(node, "negative number of " + std::string(unit));
        return std::nullopt;
    }
    if (node.integer > maximum) {
        reading.error(node, "more than " + std::to_string(maximum) + ' ' + std::string(unit) + " is beyond belief");
        return std::nullopt;
    }
    return node.integer;
}

/// Whether a text has the form of a date and would be one in another century.
bool beyondYears(std::string_view text)
{
    int year = firstYear;
    const bool known = text.size() >= 4 && std::from_chars(text.data(), text.data() + 4, year).ptr == text.data() + 4;
    return known && (year < firstYear || year > lastYear) && Date::parse(std::string(text).replace(0, 4, "2000"));
}

bool warnOfControls(const Reading &reading, const Node &node, Lines lines)
{
    const auto control = firstControl(node.text, lines);
    if (control)
        reading.warning(node, "holds the control character " + codeOf(*control));
    return control.has_value();
}

} // namespace

bool expect(const Reading &reading, const Node &node, Kind kind)
{
    if (node.kind == kind)
        return true;
    reading.error(node, "expected " + std::string(kindName(kind)) + ", found " + std::string(kindName(node.kind)));
    return false;
}

void read(Reading &reading, Node &node, std::string &out)
{
    if (!expect(reading, node, Kind::Text))
        return;
    warnOfControls(reading, node, Lines::Many);
    out = node.text;
}

void read(Reading &reading, Node &node, bool &out)
{
    if (expect(reading, node, Kind::Boolean))
        out = node.boolean;
}

void read(Reading &reading, Node &node, double &out)
{
    if (node.kind == Kind::Real)
        out = node.real;
    else if (node.kind == Kind::Integer)
        out = static_cast<double>(node.integer);
    else if (node.kind == Kind::Huge)
        reading.error(node, "number outside 64 bits");
    else
        reading.error(node, "expected a number, found " + std::string(kindName(node.kind)));
}

void read(Reading &reading, Node &node, Date &out)
{
    if (!expect(reading, node, Kind::Text))
        return;
    if (const auto date = Date::parse(node.text))
        out = *date;
    else if (beyondYears(node.text))
        reading.error(node,
                      quotation(node.text) + " is outside the years from " + std::to_string(firstYear) + " to " + std::to_string(lastYear));
    else
        reading.error(node, notADate(node.text));
}

void read(Reading &reading, Node &node, Colour &out)
{
    if (!expect(reading, node, Kind::Text))
        return;
    if (const auto colour = Colour::parse(node.text))
        out = *colour;
    else
        reading.error(node, quotation(node.text) + " is no colour such as \"#2473C8\"");
}

void read(Reading &reading, Node &node, Money &out)
{
    if (const auto dollars = amount(reading, node, Money::maximum().dollars(), "dollars"))
        out = Money(*dollars);
}

void read(Reading &reading, Node &node, Power &out)
{
    const auto megawatts = amount(reading, node, Power::maximum().megawatts(), "megawatts");
    if (megawatts && *megawatts == 0)
        reading.error(node, "a capacity of 0 megawatts; leave it out instead");
    else if (megawatts)
        out = Power(*megawatts);
}

void read(Reading &reading, Node &node, const Whole &whole)
{
    if (!expect(reading, node, Kind::Integer))
        return;
    if (node.integer < whole.low || node.integer > whole.high) {
        reading.error(node,
                      std::string(whole.meaning) + " must be between " + std::to_string(whole.low) + " and " + std::to_string(whole.high));
        return;
    }
    whole.out = static_cast<int>(node.integer);
}

bool readName(Reading &reading, Node &node, std::string &out)
{
    if (!expect(reading, node, Kind::Text))
        return false;
    if (node.text.empty()) {
        reading.error(node, "must not be empty");
        return false;
    }
    if (!warnOfControls(reading, node, Lines::One) && blank(node.text))
        reading.warning(node, "shows nothing: it holds only blanks and characters without width");
    out = node.text;
    return true;
}

} // namespace dealscape::io
