// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/difference.h"
#include "document/background.h"
#include "domain/perspective.h"
#include "style/theme.h"

#include <QDialog>
#include <QImage>

class QDialogButtonBox;
class QLabel;

namespace dealscape::shell {

/// What differs between two states of a dataset: a tree of records with their members before and after, the sums, and a picture of
/// both, which is made when it is first looked at.
class DifferenceDialog : public QDialog {
    Q_OBJECT

public:
    /// How the picture looks at the dataset.
    struct View {
        Perspective perspective;
        style::ThemeKind theme = style::ThemeKind::Light;
    };

    /// The names are those of the two states, such as "File" and "Unsaved".
    DifferenceDialog(const Dataset &before, const Dataset &after, const QString &title, const QString &beforeName, const QString &afterName,
                     View view, QWidget *parent = nullptr);

    /// A button that accepts the dialog; without one it can only be closed.
    void offer(const QString &accept);
    /// Null until the picture was looked at and made.
    const QImage &picture() const { return m_image; }

Q_SIGNALS:
    void pictureMade();

private:
    QWidget *pictureTab();
    void makePicture();
    void savePicture();

    Dataset m_before;
    Dataset m_after;
    View m_view;
    QDialogButtonBox *m_buttons;
    QLabel *m_picture;
    QImage m_image;
    document::Background m_background;
};

/// "3 deals added, 1 changed; 2 sources added"; "nothing" where there is no difference.
QString summaryOf(const compare::Difference &difference);

} // namespace dealscape::shell
