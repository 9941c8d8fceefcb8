// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/exports.h"

#include "document/lookup.h"
#include "export/filing.h"
#include "export/tag.h"
#include "publishing/filenames.h"
#include "publishing/printing.h"
#include "shell/journey.h"
#include "shell/mainwindow.h"
#include "shell/manual.h"
#include "shell/presenting.h"
#include "shell/wayback.h"
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
#include <QMessageBox>
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

Exports::Exports(MainWindow &window) : QObject(&window), m_window(window), m_chooser(askWhere)
{
    const Actions &actions = window.actions();
    connect(actions[ActionId::ExportPicture], &QAction::triggered, this, &Exports::openDialog);
    connect(actions[ActionId::ExportPage], &QAction::triggered, this, [this] { writeAs(exporting::Format::Html, story()); });
    connect(actions[ActionId::ExportSlides], &QAction::triggered, this, [this] { writeAs(exporting::Format::Pptx, story()); });
    connect(&m_fileJob, &publishing::ExportJob::failed, this, [this](const QString &reason) { warn(tr("Not exported"), reason, {}); });
    connect(&m_fileJob, &publishing::ExportJob::written, this, [this](const QStringList &paths) {
        qCInfo(journey).noquote() << "wrote" << paths.join(u' ');
        m_window.tellWritten(paths);
    });
    connect(actions[ActionId::CopyPicture], &QAction::triggered, this, [this] { copy(plainOrder()); });
    connect(actions[ActionId::CopyNetwork], &QAction::triggered, this, [this] {
        publishing::ExportOrder order = plainOrder();
        order.options.parts = {};
        order.options.transparent = true;
        copy(order);
    });
    for (widgets::SegmentButton *button : window.findChildren<widgets::SegmentButton *>())
        if (button->defaultAction() == actions[ActionId::ExportPicture])
            new widgets::PullOut(*button, [this] { return pulledOut(); });
    connect(actions[ActionId::Print], &QAction::triggered, this, [this] { print(plainOrder()); });
}

publishing::ExportSubject Exports::subject() const
{
    document::Document &document = m_window.document();
    publishing::ExportSubject subject;
    subject.snapshot = document.shown();
    subject.sight.perspective = document.perspective();
    subject.name = publishing::stemFor(*subject.snapshot, document.perspective());
    if (subject.snapshot != document.snapshot())
        subject.sight.whole = document.snapshot()->shared();
    subject.sight.handwork = handworkOf(document);
    for (const document::EdgeKey &key : document.viewpoint().opened)
        if (const int edge = document::edgeOf(*subject.snapshot, document.network(), key); edge >= 0)
            subject.sight.opened.insert(edge);
    return subject;
}

publishing::ExportOrder Exports::plainOrder() const
{
    const publishing::ExportSubject subject = this->subject();
    publishing::ExportOrder order{subject.snapshot, {}, subject.sight};
    order.options.theme = m_window.diagram().stage().theme();
    return order;
}

std::optional<StoryId> Exports::story() const
{
    const auto &stories = m_window.document().dataset().stories;
    const auto chosen = static_cast<std::size_t>(m_window.presenting().spot().story);
    return chosen < stories.size() ? std::optional(stories[chosen].id) : std::nullopt;
}

void Exports::writeAs(exporting::Format format, const std::optional<StoryId> &story)
{
    publishing::ExportOrder order = plainOrder();
    order.sight.story = story;
    const QString folder = QFileInfo(m_window.document().path()).absolutePath();
    const QString name = subject().name + u'.' + exporting::suffixOf(format);
    QString path = m_chooser(&m_window, QDir(m_window.document().path().isEmpty() ? QDir::homePath() : folder).filePath(name));
    if (path.isEmpty())
        return;
    if (exporting::formatOf(path) != format)
        path += u'.' + exporting::suffixOf(format);
    m_window.tell(tr("Writing %1…").arg(QFileInfo(path).fileName()));
    m_fileJob.write(order, {path});
}

void Exports::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    publishing::ExportChoices choices = publishing::choicesFrom(m_window.settings().exportChoices());
    choices.options.window = m_window.diagram().size();
    m_dialog = new publishing::ExportDialog(subject(), choices, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    Manual::offerIn(*m_dialog);
    connect(m_dialog, &publishing::ExportDialog::copyRequested, this, &Exports::copy);
    connect(m_dialog, &publishing::ExportDialog::printRequested, this, &Exports::print);
    connect(m_dialog, &QDialog::finished, this, [this] { m_window.settings().setExportChoices(publishing::toMap(m_dialog->choices())); });
    connect(m_dialog, &publishing::ExportDialog::written, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            qCInfo(journey).noquote() << "wrote" << path;
        m_window.tellWritten(paths);
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
    m_window.tell(order.options.parts ? tr("The picture is on the clipboard, as PNG and SVG")
                                      : tr("The network alone is on the clipboard, as PNG and SVG"));
}

void Exports::print(const publishing::ExportOrder &order)
{
    publishing::openPrintPreview(order, m_dialog ? static_cast<QWidget *>(m_dialog) : &m_window);
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
    document::Document &document = m_window.document();
    std::vector<KeptPlace> places = handwork.in(drawing::handsRoom()).places;
    std::erase_if(places, [&](const KeptPlace &place) { return !document.snapshot()->index().organization(place.organization); });
    document.arrange(document.perspective().layout, std::move(places), tr("Return to a picture"));
}

void Exports::returnTo(const QString &path, WayBack way)
{
    const QString name = words::isolated(words::plain(QFileInfo(path).fileName()));
    const auto &tag = way.tag;
    if (!tag) {
        warn(tr("No view to return to"), QString::fromStdString(tag.error()), tr("Only pictures exported as PNG lead back to their view."));
        return;
    }
    document::Document &document = m_window.document();
    const bool same = way.dataset != WayBack::Dataset::Unknown;
    if (way.dataset == WayBack::Dataset::Embedded) {
        document.openEmbedded();
    } else if (way.dataset == WayBack::Dataset::File) {
        document.adopt(way.path, std::move(way.read));
        m_window.remember(way.path);
    }
    if (!same && !exporting::knows(document.snapshot()->index(), tag->perspective)) {
        warn(tr("Another dataset"), tr("%1 was made from a dataset that is not open: %2").arg(name, words::plain(tag->dataset)),
             tr("Open that dataset, then the picture again."));
        return;
    }
    document::Viewpoint next = document.viewpoint();
    next.perspective = tag->perspective;
    next.selection = std::monostate();
    next.camera = {};
    next.opened = tag->handwork.opened;
    document.look(next);
    takeUp(tag->handwork);
    qCInfo(journey).noquote() << "returned to" << name;
    if (same)
        m_window.tell(tr("Returned to the view of %1").arg(name));
    else
        warn(tr("Another dataset"),
             tr("%1 was made from another dataset, or from another version of it: %2").arg(name, words::plain(tag->dataset)),
             tr("Its view is shown with the deals of the dataset that is open. Figures may differ from the picture's."));
}

void Exports::warn(const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Information, title, text, QMessageBox::Ok, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->open();
    m_window.tell(text);
}

} // namespace dealscape::shell

#include "moc_exports.cpp"
