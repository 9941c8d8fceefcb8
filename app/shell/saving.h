// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/story.h"

#include <QObject>

#include <vector>

namespace dealscape::shell {

class MainWindow;

/// Writes the window's dataset and sees to it that nothing edited is lost without a question. What can be edited are the
/// stories; where nodes were dragged to belongs to the window, not to the file. The dataset inside the program cannot be written, so
/// saving it asks for a file, which is open from then on.
class Saving : public QObject {
    Q_OBJECT

public:
    explicit Saving(MainWindow &window);

    /// Whether something was edited since the dataset was read or written.
    bool modified() const;
    /// Asks what to do with unsaved edits before something takes the dataset away. False when the user wants to stay, or when
    /// saving failed.
    bool mayLeave();

private:
    bool save();
    bool saveAs();
    bool writeTo(const QString &path);
    void refresh();

    MainWindow &m_window;
    std::vector<Story> m_stories;
};

} // namespace dealscape::shell
