// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/recentfiles.h"
#include "domain/perspective.h"

#include <QByteArray>
#include <QSettings>
#include <QSize>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace dealscape::settings {

enum class ThemeChoice { System, Light, Dark, Contrast };

/// What the window remembers from one run to the next. The file belongs to the user; whatever cannot be understood in it
/// is ignored.
class Settings {
public:
    /// The user's own settings, or those of a file.
    Settings();
    explicit Settings(const QString &path);

    QByteArray geometry() const;
    QByteArray docks() const;
    /// Size of the picture in the window; invalid when it is not known, or is none that a window can have.
    QSize canvas() const;
    void setWindow(const QByteArray &geometry, const QByteArray &docks, QSize canvas);

    document::RecentFiles recent() const;
    void setRecent(const document::RecentFiles &files);
    /// Puts a file at the head of those opened before.
    void remember(const QString &path);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// Whether the desktop was dark when it last said so: what a start goes by until it says so again.
    bool desktopDark() const;
    void setDesktopDark(bool dark);
    /// Size of text, and of everything round it, in percent of the usual one: from 90 to 150.
    static constexpr int leastTextSize() { return 90; }
    static constexpr int largestTextSize() { return 150; }
    int textSize() const;
    void setTextSize(int percent);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// Whether the picture in the window names wide ribbons only.
    bool fewerLabels() const;
    void setFewerLabels(bool fewer);
    /// Whether the first steps were dismissed for good.
    bool hintsDismissed() const;
    void setHintsDismissed(bool dismissed);

    /// How many earlier states of a file are kept beside it when it is saved; 0 to files::mostBackups.
    int backups() const;
    void setBackups(int count);
    /// Within how many seconds unsaved changes are kept apart; 1 to 60.
    int recoverySeconds() const;
    void setRecoverySeconds(int seconds);

    /// Whether the audience of a presentation has the window's own screen where there are two.
    bool audienceHere() const;
    void setAudienceHere(bool here);

    /// Whether a start that names no file opens the one that was open last.
    bool opensLast() const;
    void setOpensLast(bool opens);
    /// What was chosen, how the window stands and what was dismissed become as at the first start. Files opened before, the views of
    /// them and what columns of imported tables mean stay.
    void reset();

    /// What the export dialog was left at.
    QVariantMap exportChoices() const;
    void setExportChoices(const QVariantMap &choices);

    /// What the columns of an imported table were said to mean, by its headers: a mapping, or nothing.
    QString columnMeaning(const QString &headers) const;
    /// Of the last 100 tables.
    void setColumnMeaning(const QString &headers, const QString &mapping);

    /// Which columns each table shows, how wide and sorted by which, by the name of the table.
    QVariantMap tableColumns() const;
    void setTableColumns(const QVariantMap &columns);

    /// Of how many files the view is remembered, those looked at last.
    static constexpr int rememberedViews() { return 200; }
    /// How a file was looked at last, by its path; empty for the embedded dataset. Nothing where that cannot be understood.
    std::optional<Perspective> perspective(const QString &path) const;
    void setPerspective(const QString &path, const Perspective &perspective);

private:
    void pruneViews(const QString &latest);
    /// The usual number where another is none, or out of bounds.
    int number(const QString &key, int usual, int least, int most) const;

    QSettings m_store;
};

} // namespace dealscape::settings
