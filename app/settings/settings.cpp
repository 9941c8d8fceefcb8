// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "document/recovery.h"
#include "files/backups.h"
#include "io/perspectivetext.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <exception>

namespace dealscape::settings {

namespace {

QString shortHash(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

/// More pixels than any screen has.
constexpr QSize largestCanvas(16384, 16384);
constexpr std::array themeWords = {QLatin1String("system"), QLatin1String("light"), QLatin1String("dark"), QLatin1String("contrast")};
const QString viewsGroup = QStringLiteral("perspectives");
const QString viewsOrder = QStringLiteral("perspectiveOrder");

QString viewKey(const QString &path)
{
    return QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace

Settings::Settings() : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Dealscape"), QStringLiteral("Dealscape")) {}

Settings::Settings(const QString &path) : m_store(path, QSettings::IniFormat) {}

QByteArray Settings::geometry() const
{
    return m_store.value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Settings::docks() const
{
    return m_store.value(QStringLiteral("window/docks")).toByteArray();
}

QSize Settings::canvas() const
{
    const QSize canvas = m_store.value(QStringLiteral("window/canvas")).toSize();
    return !canvas.isEmpty() && canvas == canvas.boundedTo(largestCanvas) ? canvas : QSize();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &docks, QSize canvas)
{
    m_store.setValue(QStringLiteral("window/canvas"), canvas);
    m_store.setValue(QStringLiteral("window/geometry"), geometry);
    m_store.setValue(QStringLiteral("window/docks"), docks);
}

document::RecentFiles Settings::recent() const
{
    return document::RecentFiles(m_store.value(QStringLiteral("recent")).toStringList());
}

void Settings::setRecent(const document::RecentFiles &files)
{
    m_store.setValue(QStringLiteral("recent"), files.paths());
}

void Settings::remember(const QString &path)
{
    document::RecentFiles files = recent();
    files.add(path);
    setRecent(files);
}

ThemeChoice Settings::theme() const
{
    const QString word = m_store.value(QStringLiteral("theme")).toString();
    const auto found = std::find(themeWords.begin(), themeWords.end(), word);
    return found == themeWords.end() ? ThemeChoice::System : static_cast<ThemeChoice>(found - themeWords.begin());
}

void Settings::setTheme(ThemeChoice choice)
{
    m_store.setValue(QStringLiteral("theme"), QString(themeWords[static_cast<std::size_t>(choice)]));
}

bool Settings::desktopDark() const
{
    return m_store.value(QStringLiteral("desktopDark"), false).toBool();
}

void Settings::setDesktopDark(bool dark)
{
    m_store.setValue(QStringLiteral("desktopDark"), dark);
}

int Settings::textSize() const
{
    return number(QStringLiteral("textSize"), 100, leastTextSize(), largestTextSize());
}

void Settings::setTextSize(int percent)
{
    m_store.setValue(QStringLiteral("textSize"), percent);
}

bool Settings::reducedMotion() const
{
    return m_store.value(QStringLiteral("reducedMotion"), false).toBool();
}

void Settings::setReducedMotion(bool reduced)
{
    m_store.setValue(QStringLiteral("reducedMotion"), reduced);
}

bool Settings::fewerLabels() const
{
    return m_store.value(QStringLiteral("fewerLabels"), false).toBool();
}

void Settings::setFewerLabels(bool fewer)
{
    m_store.setValue(QStringLiteral("fewerLabels"), fewer);
}

bool Settings::hintsDismissed() const
{
    return m_store.value(QStringLiteral("hintsDismissed"), false).toBool();
}

void Settings::setHintsDismissed(bool dismissed)
{
    m_store.setValue(QStringLiteral("hintsDismissed"), dismissed);
}

int Settings::backups() const
{
    return std::clamp(m_store.value(QStringLiteral("saving/backups"), 0).toInt(), 0, files::mostBackups);
}

void Settings::setBackups(int count)
{
    m_store.setValue(QStringLiteral("saving/backups"), count);
}

int Settings::recoverySeconds() const
{
    return document::Recovery::soundSeconds(m_store.value(QStringLiteral("saving/recoverySeconds"), 2).toInt());
}

void Settings::setRecoverySeconds(int seconds)
{
    m_store.setValue(QStringLiteral("saving/recoverySeconds"), seconds);
}

bool Settings::audienceHere() const
{
    return m_store.value(QStringLiteral("audienceHere"), false).toBool();
}

void Settings::setAudienceHere(bool here)
{
    m_store.setValue(QStringLiteral("audienceHere"), here);
}

bool Settings::opensLast() const
{
    return m_store.value(QStringLiteral("opensLast"), false).toBool();
}

void Settings::setOpensLast(bool opens)
{
    m_store.setValue(QStringLiteral("opensLast"), opens);
}

void Settings::reset()
{
    for (const char *key : {"window", "theme", "desktopDark", "textSize", "reducedMotion", "fewerLabels", "hintsDismissed", "audienceHere",
                            "opensLast", "saving", "export", "tables"})
        m_store.remove(QLatin1String(key));
}

int Settings::number(const QString &key, int usual, int least, int most) const
{
    bool understood = false;
    const int value = m_store.value(key, usual).toInt(&understood);
    return understood && value >= least && value <= most ? value : usual;
}

QVariantMap Settings::exportChoices() const
{
    return m_store.value(QStringLiteral("export")).toMap();
}

void Settings::setExportChoices(const QVariantMap &choices)
{
    m_store.setValue(QStringLiteral("export"), choices);
}

QString Settings::columnMeaning(const QString &headers) const
{
    return m_store.value(QStringLiteral("imports/") + shortHash(headers)).toString();
}

void Settings::setColumnMeaning(const QString &headers, const QString &mapping)
{
    QStringList latest = m_store.value(QStringLiteral("importedTables")).toStringList();
    const QString key = shortHash(headers);
    latest.removeAll(key);
    latest.prepend(key);
    while (latest.size() > 100)
        m_store.remove(QStringLiteral("imports/") + latest.takeLast());
    m_store.setValue(QStringLiteral("importedTables"), latest);
    m_store.setValue(QStringLiteral("imports/") + key, mapping);
}

QVariantMap Settings::tableColumns() const
{
    return m_store.value(QStringLiteral("tables")).toMap();
}

void Settings::setTableColumns(const QVariantMap &columns)
{
    m_store.setValue(QStringLiteral("tables"), columns);
}

std::optional<Perspective> Settings::perspective(const QString &path) const
{
    try {
        const auto read = io::readPerspective(m_store.value(viewsGroup + u'/' + viewKey(path)).toString().toStdString());
        return read ? std::optional(*read) : std::nullopt;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

void Settings::setPerspective(const QString &path, const Perspective &perspective)
{
    const QString key = viewKey(path);
    m_store.setValue(viewsGroup + u'/' + key, QString::fromStdString(io::perspectiveText(perspective)));
    if (m_store.value(viewsOrder).toStringList().value(0) != key)
        pruneViews(key);
}

void Settings::pruneViews(const QString &latest)
{
    QStringList order = m_store.value(viewsOrder).toStringList();
    order.removeAll(latest);
    order.prepend(latest);
    order = order.mid(0, rememberedViews());
    m_store.setValue(viewsOrder, order);
    m_store.beginGroup(viewsGroup);
    const QStringList kept = m_store.childKeys();
    for (const QString &key : kept)
        if (kept.size() > rememberedViews() && !order.contains(key))
            m_store.remove(key);
    m_store.endGroup();
}

} // namespace dealscape::settings
