// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/exports.h"

#include "compare/earlier.h"
#include "document/lookup.h"
#include "export/filing.h"
#include "export/tag.h"
#include "publishing/filenames.h"
#include "publishing/printing.h"
#include "shell/actions.h"
#include "shell/journey.h"
#include "shell/manual.h"
#include "shell/presenting.h"
#include "shell/wayback.h"
#include "widgets/parts.h"
#include "widgets/pullout.h"
#include "widgets/segments.h"
#include "words/plain.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace dealscape::shell {

namespace {

const QString pngType = QStringLiteral("image/png");
const QString svgType = QStringLiteral("image/svg+xml");

QString askWhere(QWidget *parent, const QString &suggestion)
{
    return QFileDialog::getSaveFileName(parent, Exports::tr("Export"), suggestion, Exports::tr("All files (*)"));
}

/// Who was put somewhere by hand, and which ribbons are open.
exporting::Handwork handworkOf(const document::Document &document)
{
    exporting::Handwork handwork;
    handwork.opened = document.viewpoint().opened;
    handwork.room = drawing::handsRoom();
    handwork.places = inOrder(document.arrangement(document.perspective().layout));
    return handwork;
}

} // namespace

Exports::Exports(document::Document &document, const diagram::DiagramView &diagram, const Presenting &presenting,
                 settings::Settings &settings, const Actions &actions, QWidget *window)
    : QObject(window),
      m_document(document),
      m_diagram(diagram),
      m_presenting(presenting),
      m_settings(settings),
      m_window(window),
      m_chooser(askWhere)
{
    connect(actions[ActionId::ExportPicture], &QAction::triggered, this, &Exports::openDialog);
    connect(actions[ActionId::ExportPage], &QAction::triggered, this, [this] { writeAs(exporting::Format::Html, story()); });
    connect(actions[ActionId::ExportSlides], &QAction::triggered, this, [this] { writeAs(exporting::Format::Pptx, story()); });
    connect(&m_fileJob, &publishing::ExportJob::failed, this, [this](const QString &reason) { warn(tr("Not exported"), reason, {}); });
    connect(&m_fileJob, &publishing::ExportJob::written, this, [this](const QStringList &paths) {
        qCInfo(journey).noquote() << "wrote" << paths.join(u' ');
        Q_EMIT wrote(paths);
    });
    connect(actions[ActionId::CopyPicture], &QAction::triggered, this, [this] { copy(plainOrder()); });
    connect(actions[ActionId::CopyNetwork], &QAction::triggered, this, [this] {
        publishing::ExportOrder order = plainOrder();
        order.options.parts = {};
        order.options.transparent = true;
        copy(order);
    });
    for (widgets::SegmentButton *button : window->findChildren<widgets::SegmentButton *>())
        if (button->defaultAction() == actions[ActionId::ExportPicture])
            new widgets::PullOut(*button, [this] { return pulledOut(); });
    connect(actions[ActionId::Print], &QAction::triggered, this, [this] { print(plainOrder()); });
}

publishing::ExportSubject Exports::subject() const
{
    publishing::ExportSubject subject;
    subject.snapshot = m_document.shown();
    subject.sight.perspective = m_document.perspective();
    subject.name = publishing::stemFor(*subject.snapshot, m_document.perspective());
    if (subject.snapshot != m_document.snapshot())
        subject.sight.whole = m_document.snapshot()->shared();
    subject.sight.hands = m_document.arrangement(m_document.perspective().layout);
    subject.sight.handwork = handworkOf(m_document);
    for (const document::EdgeKey &key : m_document.viewpoint().opened)
        if (const int edge = document::edgeOf(*subject.snapshot, m_document.network(), key); edge >= 0)
            subject.sight.opened.insert(edge);
    return subject;
}

publishing::ExportOrder Exports::plainOrder() const
{
    const publishing::ExportSubject subject = this->subject();
    publishing::ExportOrder order{subject.snapshot, {}, subject.sight};
    order.options.theme = m_diagram.stage().theme();
    return order;
}

std::optional<StoryId> Exports::story() const
{
    const auto &stories = m_document.dataset().stories;
    const auto chosen = static_cast<std::size_t>(m_presenting.spot().story);
    return chosen < stories.size() ? std::optional(stories[chosen].id) : std::nullopt;
}

void Exports::writeAs(exporting::Format format, const std::optional<StoryId> &story)
{
    publishing::ExportOrder order = plainOrder();
    order.sight.story = story;
    order.sight.comparing = compare::comparingBeside(QFile::encodeName(m_document.path()).toStdString());
    const QString folder = QFileInfo(m_document.path()).absolutePath();
    const QString name = subject().name + u'.' + exporting::suffixOf(format);
    QString path = m_chooser(m_window, QDir(m_document.path().isEmpty() ? QDir::homePath() : folder).filePath(name));
    if (path.isEmpty())
        return;
    if (exporting::formatOf(path) != format)
        path += u'.' + exporting::suffixOf(format);
    Q_EMIT told(tr("Writing %1…").arg(QFileInfo(path).fileName()));
    m_fileJob.write(order, {path});
}

void Exports::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    publishing::ExportChoices choices = publishing::choicesFrom(m_settings.exportChoices());
    choices.options.window = m_diagram.size();
    m_dialog = new publishing::ExportDialog(subject(), choices, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    Manual::offerIn(*m_dialog);
    connect(m_dialog, &publishing::ExportDialog::copyRequested, this, &Exports::copy);
    connect(m_dialog, &publishing::ExportDialog::printRequested, this, &Exports::print);
    connect(m_dialog, &QDialog::finished, this, [this] { m_settings.setExportChoices(publishing::toMap(m_dialog->choices())); });
    connect(m_dialog, &publishing::ExportDialog::written, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            qCInfo(journey).noquote() << "wrote" << path;
        Q_EMIT wrote(paths);
    });
    m_dialog->open();
    qCInfo(journey) << "asks for a file";
}

QMimeData *clipboardData(const publishing::ExportOrder &order)
{
    exporting::Exhibit exhibit(order.snapshot->index(), order.options, order.sight);
    auto *data = new QMimeData;
    data->setData(svgType, exhibit.svg());
    data->setData(pngType, exhibit.png());
    data->setImageData(exhibit.image());
    return data;
}

QMimeData *Exports::pulledOut()
{
    QMimeData *data = clipboardData(plainOrder());
    const QString path = m_pulled.filePath(subject().name + QStringLiteral(".png"));
    if (exporting::writeFile(path, data->data(pngType)))
        data->setUrls({QUrl::fromLocalFile(path)});
    return data;
}

void Exports::copy(const publishing::ExportOrder &order)
{
    QGuiApplication::clipboard()->setMimeData(clipboardData(order));
    qCInfo(journey) << "copied picture";
    Q_EMIT told(order.options.parts ? tr("The picture is on the clipboard, as PNG and SVG")
                                    : tr("The network alone is on the clipboard, as PNG and SVG"));
}

void Exports::print(const publishing::ExportOrder &order)
{
    publishing::openPrintPreview(order, m_dialog ? static_cast<QWidget *>(m_dialog) : m_window);
}

bool Exports::isPicture(const QString &path)
{
    if (QFileInfo(path).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0)
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(8) == QByteArrayLiteral("\x89PNG\r\n\x1a\n");
}

/// Puts the nodes where the picture has them; one step that can be undone.
void Exports::takeUp(const exporting::Handwork &handwork)
{
    std::vector<KeptPlace> places = handwork.in(drawing::handsRoom()).places;
    std::erase_if(places, [&](const KeptPlace &place) { return !m_document.snapshot()->index().organization(place.organization); });
    m_document.arrange(m_document.perspective().layout, std::move(places), tr("Return to a picture"));
}

void Exports::returnTo(const QString &path, WayBack way)
{
    const QString name = words::isolated(words::plain(QFileInfo(path).fileName()));
    const auto &tag = way.tag;
    if (!tag) {
        warn(tr("No view to return to"), QString::fromStdString(tag.error()), tr("Only pictures exported as PNG lead back to their view."));
        return;
    }
    const bool same = way.dataset != WayBack::Dataset::Unknown;
    if (way.dataset == WayBack::Dataset::Embedded) {
        m_document.openEmbedded();
    } else if (way.dataset == WayBack::Dataset::File) {
        m_document.adopt(way.path, std::move(way.read));
        m_settings.remember(way.path);
    }
    if (!same && !exporting::knows(m_document.snapshot()->index(), tag->perspective)) {
        warn(tr("Another dataset"), tr("%1 was made from a dataset that is not open: %2").arg(name, words::plain(tag->dataset)),
             tr("Open that dataset, then the picture again."));
        return;
    }
    document::Viewpoint next = m_document.viewpoint();
    next.perspective = tag->perspective;
    next.selection = std::monostate();
    next.camera = {};
    next.opened = tag->handwork.opened;
    m_document.look(next);
    takeUp(tag->handwork);
    qCInfo(journey).noquote() << "returned to" << name;
    if (same)
        Q_EMIT told(tr("Returned to the view of %1").arg(name));
    else
        warn(tr("Another dataset"),
             tr("%1 was made from another dataset, or from another version of it: %2").arg(name, words::plain(tag->dataset)),
             tr("Its view is shown with the deals of the dataset that is open. Figures may differ from the picture's."));
}

void Exports::warn(const QString &title, const QString &text, const QString &more)
{
    widgets::say(m_window, QMessageBox::Information, title, text, more);
    Q_EMIT told(text);
}

} // namespace dealscape::shell

#include "moc_exports.cpp"
