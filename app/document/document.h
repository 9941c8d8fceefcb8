// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/history.h"
#include "document/snapshot.h"
#include "domain/arrangement.h"
#include "domain/result.h"
#include "files/stamp.h"
#include "io/reader.h"
#include "network/network.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dealscape::document {

/// What has changed about a document. Several may change at once and are told together.
enum class Change {
    Dataset = 1,
    Perspective = 2,
    Selected = 4,
    Camera = 8,
    Opened = 16,
    Arrangement = 32,
    File = 64,
    /// Back or forward became possible or impossible, or was taken.
    History = 128,
    Report = 256,
    /// Scenes were edited; everything else of the dataset is as it was.
    Stories = 512,
    /// The dataset is a later state of the one before: told together with Dataset, which alone means another file.
    Edited = 1024
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// The outcome of the last attempt to read a file.
struct Report {
    QString path;
    std::vector<io::Issue> issues;
    /// True when the file had errors, and what was open before it stayed.
    bool refused = false;
};

/// Where what is open comes from.
enum class Origin { Nothing, Embedded, New, File };

/// Whether a change of view is a step that Back can undo, or goes on with the one before, as typing and sliders do.
enum class Step { New, Continued };

/// One open dataset and how it is looked at. Lives in the GUI thread and is the only writer; others hold a snapshot.
/// A change is told once, after it is complete, by changed().
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);

    const SnapshotPointer &snapshot() const { return m_snapshot; }
    const Dataset &dataset() const { return m_snapshot->dataset(); }
    /// The snapshot as the filter by certainty shows it: of a deal in parts only those that it admits. The snapshot itself under a filter
    /// that admits whole deals. Positions and ids are the same. What is drawn, listed or added up for the perspective is taken from it.
    const SnapshotPointer &shown() const;
    /// What the perspective shows of the dataset; computed when it is first asked for.
    const network::Network &network() const;
    /// Empty for what was not read from a file and not written to one.
    const QString &path() const { return m_path; }
    /// The name to show for what is open.
    QString name() const;
    Origin origin() const { return m_origin; }
    const Report &report() const { return m_report; }
    /// Whether anything was ever opened: false at first, and while the first file was refused.
    bool open() const { return m_origin != Origin::Nothing; }
    /// Whether the dataset differs from what was read or written last.
    bool modified() const;

    /// Reads a file. A file with errors leaves everything as it was but report(); returns whether it was opened.
    bool open(const QString &path);
    /// Opens the dataset that the program carries inside itself.
    void openEmbedded();
    /// Begins an empty dataset of one's own, with the built-in layers.
    void startNew();
    bool reload();
    /// Takes over the outcome of reading elsewhere, as open() does.
    bool adopt(const QString &path, io::ReadResult result);
    /// Takes over a dataset that was read and indexed elsewhere.
    void adopt(const QString &path, SnapshotPointer snapshot, std::vector<io::Issue> issues, std::optional<files::Stamp> stamp = {});
    /// Whether another program has changed or removed the file that is open since it was read or saved here; saving over it would undo
    /// that. Reads the file where only its time says so.
    bool changedOutside() const;
    /// Writes the dataset so that the file is either the old or the new one, whatever happens. The error is a sentence.
    Result<void> save(const QString &path);

    const Viewpoint &viewpoint() const { return m_history.current(); }
    const Perspective &perspective() const { return viewpoint().perspective; }
    const Selection &selection() const { return viewpoint().selection; }
    const History &history() const { return m_history; }

    void look(Viewpoint next, Step step = Step::New);
    void setPerspective(const Perspective &perspective, Step step = Step::New);
    void select(const Selection &selection);
    /// Shows an organisation's neighbourhood, or everything again; what was expanded round another focus is dropped.
    void focus(const std::optional<Focus> &focus);
    void toggleOpened(const EdgeKey &key);
    /// Remembers the camera with the current viewpoint. A new step is one that Back can undo; several in a row are one.
    void setCamera(const Camera &camera, Step step = Step::Continued);
    void back();
    void forward();

    /// What the dataset keeps of the places that hands chose in a layout, or in its place what a scene does that is looked at.
    const std::vector<KeptPlace> &arrangement(LayoutKind layout) const;
    /// Moves nodes by hand, undoable. Pushes nothing when nothing changes. Of several places of one organisation the last counts.
    void arrange(LayoutKind layout, std::vector<KeptPlace> places, const QString &text);

    /// Puts a later state in place of the dataset, as a step of undo that `text` names; nothing where the two are equal. Steps of
    /// one key in a row are one, as the keystrokes of a field are. The state must be whole: every id leads somewhere. Make it from
    /// a copy of dataset(), which shares its records: then the cost is that of what changed, and a few bytes a record.
    bool edit(const QString &text, const Dataset &next, const std::string &key = {});
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed(dealscape::document::Changes what);

private:
    friend class EditCommand;
    void take(Origin origin, const QString &path, SnapshotPointer snapshot, std::vector<io::Issue> issues,
              std::optional<files::Stamp> stamp = {});
    void replace(Dataset next, Changes what);
    void tellStep(const Viewpoint &before);

    SnapshotPointer m_snapshot;
    mutable std::optional<network::Network> m_network;
    mutable SnapshotPointer m_shown;
    /// What m_shown was made from.
    mutable SnapshotPointer m_shownOf;
    mutable std::set<Certainty> m_shownCertainties;
    QString m_path;
    std::optional<files::Stamp> m_stamp;
    Origin m_origin = Origin::Nothing;
    /// The state that was read or written last.
    std::shared_ptr<const Dataset> m_saved;
    Report m_report;
    History m_history;
    QUndoStack m_undo;
};

} // namespace dealscape::document
