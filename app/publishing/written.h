// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/parts.h"

#include <QStringList>

namespace dealscape::publishing {

/// What was written last, for the end of the status bar: "Wrote deals.png in ~/Pictures". A click opens the folder. It stays until
/// something else is written, and is hidden before.
class Written : public panels::LinkButton {
    Q_OBJECT

public:
    explicit Written(QWidget *parent = nullptr);

    /// Files of one folder, by absolute paths.
    void tell(const QStringList &paths);

private:
    QString m_folder;
};

} // namespace dealscape::publishing
