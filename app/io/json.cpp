// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json.h"

#include "io/syntax.h"
#include "io/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace dealscape::io {

namespace {

/// Walks over the bytes and tells a third party how far it came, since the SAX interface says nothing of positions.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    Cursor(const char *at, const char **seen) : m_at(at), m_seen(seen) {}

    const char &operator*() const { return *m_at; }
    Cursor &operator++()
    {
        *m_seen = ++m_at;
        return *this;
    }
    Cursor operator++(int)
    {
        Cursor before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Cursor &a, const Cursor &b) { return a.m_at == b.m_at; }

private:
    const char *m_at;
    const char **m_seen;
};

struct Key {
    std::string_view text;
    std::size_t offset;
};

/// An object or list that is open. outer ones may be open without a node, while their members arrive one by one.
struct Frame {
    bool list;
    bool awaitsValue;
    std::size_t count;
    std::string_view key;
    std::size_t firstKey;
};

/// Turns SAX events into trees of records.
class Handler {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    /// With a receiver, the top object and the lists it wants stay open without nodes; without, the value is one tree.
    Handler(std::string_view bytes, std::span<const std::size_t> stray, const ReadLimits &limits, Report &report, Receiver *receiver,
            Tree &tree)
        : m_bytes(bytes), m_seen(bytes.data()), m_stray(stray), m_limits(limits), m_report(report), m_receiver(receiver), m_tree(tree)
    {}

    void reportStray(std::size_t end);
    const char **seen() { return &m_seen; }
    bool stopped() const { return m_stopped; }

    bool null() { return leaf({.kind = Kind::Null, .begin = here(4), .end = here(0)}); }
    bool boolean(bool value) { return leaf({.kind = Kind::Boolean, .boolean = value, .begin = here(value ? 4 : 5), .end = here(0)}); }
    bool number_integer(number_integer_t value) { return number({.kind = Kind::Integer, .integer = value}); }
    bool number_unsigned(number_unsigned_t value)
    {
        if (value > static_cast<number_unsigned_t>(INT64_MAX))
            return number({.kind = Kind::Huge, .real = static_cast<double>(value)});
        return number({.kind = Kind::Integer, .integer = static_cast<std::int64_t>(value)});
    }
    bool number_float(number_float_t value, const string_t &) { return number({.kind = Kind::Real, .real = value}); }
    bool string(string_t &value)
    {
        const auto [begin, text] = textBefore(value);
        reportStray(here(0));
        return leaf({.kind = Kind::Text, .begin = begin, .end = here(0), .text = text});
    }
    bool binary(binary_t &) { return false; }

    bool start_object(std::size_t) { return open(Kind::Object); }
    bool start_array(std::size_t) { return open(Kind::List); }
    bool end_object()
    {
        checkKeys(m_frames.back());
        return close();
    }
    bool end_array() { return close(); }
    bool key(string_t &value);

    bool parse_error(std::size_t consumed, const std::string &, const nlohmann::detail::exception &error)
    {
        // The library's number for a number that no double can hold; its words are not looked at.
        constexpr int tooLarge = 406;
        SyntaxError restated = error.id == tooLarge ? numberTooLarge(m_bytes, consumed) : syntaxError(m_bytes);
        // Outside of texts, a stray byte is the syntax error.
        const bool strayed = !m_stray.empty() && m_stray.front() <= restated.offset;
        reportStray(restated.offset + 1);
        if (!strayed)
            m_report.error(restated.offset, std::move(restated.text), pointer());
        for (; !m_frames.empty(); m_frames.pop_back()) {
            m_frames.back().awaitsValue = false;
            checkKeys(m_frames.back());
            m_keys.resize(m_frames.back().firstKey);
        }
        return false;
    }

private:
    std::uint32_t here(std::size_t back) const
    {
        return static_cast<std::uint32_t>(m_seen - m_bytes.data()) - static_cast<std::uint32_t>(back);
    }
    bool outside() const { return m_openNodes.empty(); }

    std::pair<std::uint32_t, std::string_view> textBefore(string_t &value);
    bool number(Node node);
    bool leaf(Node node);
    bool place(Node &node);
    bool open(Kind kind);
    bool close();
    bool finished();
    bool refuse(std::size_t offset, std::string text);
    void checkKeys(const Frame &frame);
    std::string pointer() const;

    std::string_view m_bytes;
    const char *m_seen;
    std::span<const std::size_t> m_stray;
    const ReadLimits &m_limits;
    Report &m_report;
    Receiver *m_receiver;
    Tree &m_tree;
    std::vector<Frame> m_frames;
    std::vector<Key> m_keys;
    std::vector<std::uint32_t> m_openNodes;
    /// Frames open without a node.
    std::size_t m_bare = 0;
    /// Handle of the list whose elements are being handed over.
    int m_list = -1;
    bool m_ignoreMember = false;
    bool m_stopped = false;
    std::unordered_set<std::string_view> m_members;
    std::deque<std::string> m_memberTexts;
};

/// Start of the string that was just read and its unescaped text. Escapes only ever shorten a text, so one of the
/// same length as between the quotes had none and need not be copied.
std::pair<std::uint32_t, std::string_view> Handler::textBefore(string_t &value)
{
    const std::size_t end = here(0);
    if (end >= value.size() + 2) {
        const std::size_t begin = end - value.size() - 2;
        if (m_bytes[begin] == '"' && (begin == 0 || m_bytes[begin - 1] != '\\'))
            return {static_cast<std::uint32_t>(begin), m_bytes.substr(begin + 1, value.size())};
    }
    std::deque<std::string> &texts = outside() && m_receiver ? m_memberTexts : m_tree.unescaped;
    return {static_cast<std::uint32_t>(stringStart(m_bytes, end)), texts.emplace_back(std::move(value))};
}

bool Handler::number(Node node)
{
    // The lexer has read the byte that ended the number, unless the text ended with it.
    std::size_t end = here(0);
    if (numberStart(m_bytes, end) == end)
        --end;
    node.begin = static_cast<std::uint32_t>(numberStart(m_bytes, end));
    node.end = static_cast<std::uint32_t>(end);
    // Text to numbers in one way, whatever the locale.
    if (node.kind == Kind::Real)
        std::from_chars(m_bytes.data() + node.begin, m_bytes.data() + end, node.real);
    if (node.kind == Kind::Real && m_bytes.substr(node.begin, end - node.begin).find_first_of(".eE") == std::string_view::npos)
        node.kind = Kind::Huge;
    return leaf(node);
}

bool Handler::key(string_t &value)
{
    const auto [begin, text] = textBefore(value);
    reportStray(here(0));
    Frame &frame = m_frames.back();
    frame.key = text;
    frame.awaitsValue = true;
    if (m_bare == 1 && outside()) {
        m_ignoreMember = !m_members.insert(text).second;
        if (m_ignoreMember)
            m_report.error(begin, "duplicate key " + quotation(text), pointer());
    } else {
        m_keys.push_back({text, begin});
    }
    return true;
}

bool Handler::place(Node &node)
{
    if (m_receiver && m_frames.empty()) {
        m_report.error(node.begin, "expected an object at the top of the file", "");
        return false;
    }
    if (!m_frames.empty()) {
        ++m_frames.back().count;
        if (!m_frames.back().list)
            node.key = m_frames.back().key;
    }
    if (m_tree.nodes.size() >= m_limits.recordValues)
        return refuse(node.begin, "more than " + std::to_string(m_limits.recordValues) + " values in one record");
    if (!outside()) {
        node.up = static_cast<std::uint32_t>(m_tree.nodes.size()) - m_openNodes.back();
        node.index = static_cast<std::uint32_t>(m_frames.back().count - 1);
    }
    m_tree.nodes.push_back(node);
    return true;
}

bool Handler::leaf(Node node)
{
    return place(node) && finished();
}

bool Handler::open(Kind kind)
{
    const std::uint32_t begin = here(1);
    if (m_frames.size() >= m_limits.depth)
        return refuse(begin, "nested more than " + std::to_string(m_limits.depth) + " levels deep");
    const bool top = m_receiver && m_frames.empty() && kind == Kind::Object;
    const int list =
        m_receiver && m_bare == 1 && outside() && kind == Kind::List && !m_ignoreMember ? m_receiver->list(m_frames.back().key) : -1;
    if (top || list >= 0) {
        ++m_bare;
        m_list = list;
    } else {
        Node node{.kind = kind, .begin = begin};
        if (!place(node))
            return false;
        m_openNodes.push_back(static_cast<std::uint32_t>(m_tree.nodes.size()) - 1);
    }
    m_frames.push_back({kind == Kind::List, false, 0, {}, m_keys.size()});
    return true;
}

bool Handler::close()
{
    m_keys.resize(m_frames.back().firstKey);
    m_frames.pop_back();
    if (outside()) {
        --m_bare;
        m_list = -1;
        if (!m_frames.empty())
            m_frames.back().awaitsValue = false;
        return true;
    }
    Node &node = m_tree.nodes[m_openNodes.back()];
    node.end = here(0);
    node.span = static_cast<std::uint32_t>(m_tree.nodes.size()) - m_openNodes.back();
    m_openNodes.pop_back();
    return finished();
}

/// After a value: hands over the record it completes, if it does.
bool Handler::finished()
{
    if (!m_frames.empty())
        m_frames.back().awaitsValue = false;
    if (!m_receiver || !outside())
        return true;
    bool go = true;
    if (m_list >= 0)
        go = m_receiver->element(m_list, m_frames.back().count - 1, m_tree);
    else if (!m_ignoreMember)
        go = m_receiver->member(m_tree);
    m_tree.clear();
    m_stopped = !go;
    return go;
}

bool Handler::refuse(std::size_t offset, std::string text)
{
    m_report.error(offset, std::move(text), pointer());
    return false;
}

/// Reports the mended bytes before `end` that have not been reported.
void Handler::reportStray(std::size_t end)
{
    while (!m_stray.empty() && m_stray.front() < end) {
        const bool element = !m_frames.empty() && m_frames.back().list;
        m_report.error(m_stray.front(), "invalid UTF-8",
                       element ? pointer() + pointerStep(std::to_string(m_frames.back().count)) : pointer());
        m_stray = m_stray.subspan(1);
    }
}

void Handler::checkKeys(const Frame &frame)
{
    constexpr std::ptrdiff_t few = 24;
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(frame.firstKey);
    const auto repeated = [&](const Key &key) {
        m_report.error(key.offset, "duplicate key " + quotation(key.text), pointer() + pointerStep(key.text));
    };
    if (m_keys.end() - first <= few) {
        for (auto key = first; key != m_keys.end(); ++key)
            if (std::any_of(first, key, [&](const Key &before) { return before.text == key->text; }))
                repeated(*key);
        return;
    }
    std::unordered_set<std::string_view> seen;
    for (auto key = first; key != m_keys.end(); ++key)
        if (!seen.insert(key->text).second)
            repeated(*key);
}

/// To the value awaited, or to the innermost object or list that is open.
std::string Handler::pointer() const
{
    std::string text;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        const Frame &frame = m_frames[i];
        const bool last = i + 1 == m_frames.size();
        if (frame.list && !last)
            text += pointerStep(std::to_string(frame.count - 1));
        else if (!frame.list && (!last || frame.awaitsValue))
            text += pointerStep(frame.key);
    }
    return text;
}

} // namespace

Parsed parseDocument(std::string_view bytes, std::span<const std::size_t> stray, const ReadLimits &limits, Report &report,
                     Receiver &receiver)
{
    Tree tree;
    Handler handler(bytes, stray, limits, report, &receiver, tree);
    const Cursor begin(bytes.data(), handler.seen());
    const Cursor end(bytes.data() + bytes.size(), handler.seen());
    const bool whole = nlohmann::json::sax_parse(begin, end, &handler);
    if (!handler.stopped())
        handler.reportStray(bytes.size());
    // The library takes a NUL for the end of the text.
    if (const auto nul = bytes.find('\0'); whole && nul != std::string_view::npos) {
        report.error(nul, "there is a NUL byte after the end of the document; a text file holds none", "");
        return Parsed::Broken;
    }
    if (whole)
        return Parsed::Whole;
    return handler.stopped() ? Parsed::Stopped : Parsed::Broken;
}

bool parseValue(std::string_view bytes, std::size_t offset, Tree &tree)
{
    const ReadLimits limits;
    Report unused(0);
    Handler handler(bytes, {}, limits, unused, nullptr, tree);
    const Cursor begin(bytes.data() + offset, handler.seen());
    const Cursor end(bytes.data() + bytes.size(), handler.seen());
    return nlohmann::json::sax_parse(begin, end, &handler, nlohmann::json::input_format_t::json, false) && !tree.nodes.empty();
}

} // namespace dealscape::io
