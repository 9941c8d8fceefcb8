// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/importing.h"

#include "export/datafiles.h"
#include "graphs/reading.h"
#include "importing/importwindow.h"
#include "shell/actions.h"
#include "shell/manual.h"
#include "shell/saving.h"
#include "widgets/parts.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QProgressDialog>

#include <algorithm>

namespace dealscape::shell {

namespace {

std::optional<Date> dayOf(const QDateTime &time)
{
    return Date::parse(time.toUTC().date().toString(Qt::ISODate).toStdString());
}

Result<std::vector<exchange::Input>> readAll(const QStringList &paths, const Progress &progress)
{
    std::vector<exchange::Input> inputs;
    for (const QString &path : paths) {
        const std::string name = QFileInfo(path).fileName().toStdString();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Failure(name + ": " + file.errorString().toStdString());
        if (file.size() > static_cast<qint64>(sheets::Limits().bytes))
            return Failure(name + " is larger than " + std::to_string(sheets::Limits().bytes) + " bytes");
        auto bytes = std::make_shared<const std::string>(file.readAll().toStdString());
        auto input = exchange::readInput(*bytes, name, {}, progress);
        if (!input)
            return Failure(name + ": " + input.error());
        if (input->book.delimiter)
            input->bytes = std::move(bytes);
        inputs.push_back(std::move(*input));
    }
    return inputs;
}

/// Cells as a spreadsheet program puts them on the clipboard, where figures of a page have all their digits; else lines of text.
struct Clipping {
    std::string page;
    std::string text;
};

Result<std::vector<exchange::Input>> readClipping(const Clipping &clipping, const std::string &name, const Progress &progress)
{
    std::vector<exchange::Input> inputs;
    if (!clipping.page.empty())
        if (auto book = sheets::readHtml(clipping.page, name, {}, progress)) {
            inputs.push_back({name, std::move(*book), {}});
            return inputs;
        }
    if (graphs::kindOf(clipping.text) != graphs::GraphKind::None) {
        auto input = exchange::readInput(clipping.text, name, {}, progress);
        if (!input)
            return Failure(input.error());
        inputs.push_back(std::move(*input));
        return inputs;
    }
    sheets::ReadOptions options;
    if (clipping.text.find('\t') != std::string::npos)
        options.delimiter = '\t';
    auto book = sheets::readText(clipping.text, name, options, progress);
    if (!book)
        return Failure(book.error());
    inputs.push_back({name, std::move(*book), std::make_shared<const std::string>(clipping.text)});
    return inputs;
}

/// The most telling sentence for the status bar.
QString accepted(const exchange::Plan &plan)
{
    QStringList lines;
    for (const std::string &line : exchange::summary(plan))
        if (lines.size() < 3)
            lines += QString::fromStdString(line);
    return lines.join(QStringLiteral("; "));
}

} // namespace

Importing::Importing(document::Document &document, settings::Settings &settings, Saving &saving, const Actions &actions, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_saving(saving), m_window(window)
{
    connect(actions[ActionId::Import], &QAction::triggered, this, &Importing::askFiles);
    connect(actions[ActionId::PasteCells], &QAction::triggered, this, &Importing::paste);
    connect(actions[ActionId::ExportData], &QAction::triggered, this, &Importing::exportData);
}

Importing::~Importing() = default;

bool Importing::isForeign(const QString &path)
{
    // A pipe or a device would be waited for.
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const std::string head = file.read(1 << 16).toStdString();
    if (graphs::kindOf(head) != graphs::GraphKind::None)
        return true;
    const auto kind = sheets::kindOf(head);
    if (kind == sheets::FileKind::Text) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("tab") ||
            suffix == QLatin1String("txt");
    }
    return kind == sheets::FileKind::Xlsx || kind == sheets::FileKind::Ods || kind == sheets::FileKind::FlatOds ||
        kind == sheets::FileKind::OldXls;
}

void Importing::askFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        m_window, tr("Import sheets and graphs"), QFileInfo(m_document.path()).path(),
        tr("Sheets and graphs (*.csv *.tsv *.tab *.txt *.xlsx *.ods *.fods *.graphml *.gexf *.json);;All files (*)"));
    if (!paths.isEmpty())
        importFiles(paths);
}

void Importing::importFiles(const QStringList &paths)
{
    read(tr("Reading %n file(s)\u2026", nullptr, static_cast<int>(paths.size())), tr("Not imported"),
         dayOf(QFileInfo(paths.first()).lastModified()), [paths](const Progress &progress) { return readAll(paths, progress); });
}

bool Importing::importCells(const QMimeData &cells)
{
    const QString text = cells.text();
    const QString page = cells.hasHtml() ? cells.html() : QString();
    const bool table = page.contains(QLatin1String("<table"), Qt::CaseInsensitive);
    if (!table && !text.contains(u'\n') && !text.contains(u'\t'))
        return false;
    const Clipping clipping{table ? page.toStdString() : std::string(), text.toStdString()};
    read(tr("Reading the clipboard\u2026"), tr("Not pasted"), dayOf(QDateTime::currentDateTime()),
         [clipping, name = tr("Clipboard").toStdString()](const Progress &progress) { return readClipping(clipping, name, progress); });
    return true;
}

void Importing::read(const QString &label, const QString &failed, const std::optional<Date> &date,
                     std::function<Read(const Progress &)> reading)
{
    m_progress = new QProgressDialog(label, tr("Cancel"), 0, 100, m_window);
    m_progress->setMinimumDuration(500);
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_progress, &QProgressDialog::canceled, &m_reading, &document::Background::cancel);
    connect(&m_reading, &document::Background::advanced, m_progress, [progress = m_progress](double share) {
        if (progress)
            progress->setValue(static_cast<int>(99 * share));
    });
    m_reading.run<Read>(std::move(reading), [this, date, failed](Read read) {
        if (m_progress)
            m_progress->close();
        if (read)
            show(std::move(*read), date);
        else
            tellFailure(failed, read.error());
    });
}

void Importing::paste()
{
    if (!importCells(*QGuiApplication::clipboard()->mimeData()))
        Q_EMIT told(tr("The clipboard holds no cells to import"));
}

void Importing::show(std::vector<exchange::Input> inputs, const std::optional<Date> &date)
{
    exchange::Mapping mapping = exchange::guessAll(inputs);
    mapping.choices.date = date;
    const importing::ImportWindow::Recall recall = [&settings = m_settings](exchange::TableMap &map) {
        const QString text = settings.columnMeaning(QString::fromStdString(exchange::signature(map)));
        const auto remembered = text.isEmpty() ? Result<exchange::Mapping>(Failure("")) : exchange::readMapping(text.toStdString());
        if (!remembered)
            return;
        exchange::Mapping one;
        one.tables.push_back(map);
        exchange::apply(*remembered, one);
        map = one.tables.front();
    };
    for (exchange::TableMap &map : mapping.tables)
        recall(map);
    auto *import = new importing::ImportWindow(std::move(inputs), std::move(mapping), m_document.open() ? m_document.snapshot() : nullptr,
                                               m_window, recall);
    import->setAttribute(Qt::WA_DeleteOnClose);
    Manual::offerIn(*import);
    import->setWindowModality(Qt::WindowModal);
    connect(import, &QDialog::accepted, this, [this, import] { take(*import); });
    import->show();
    Q_EMIT shown(import);
}

void Importing::remember(const exchange::Mapping &mapping)
{
    for (const exchange::TableMap &map : mapping.tables) {
        exchange::Mapping one;
        one.tables.push_back(map);
        m_settings.setColumnMeaning(QString::fromStdString(exchange::signature(map)), QString::fromStdString(exchange::writeMapping(one)));
    }
}

void Importing::take(const importing::ImportWindow &import)
{
    const auto plan = import.plan();
    remember(import.mapping());
    const QString what = tr("Import %1").arg(import.nameOfFirst());
    if (import.goal() == importing::ImportWindow::Goal::Add) {
        m_document.edit(what, plan->dataset);
    } else {
        if (!m_saving.mayLeave()) {
            Q_EMIT told(tr("Stayed with %1").arg(m_document.name()));
            return;
        }
        m_document.startNew();
        m_document.edit(what, plan->dataset);
        Perspective perspective = m_document.perspective();
        perspective.lens = plan->dataset.opening.lens;
        perspective.filter.publishedOnly = plan->dataset.opening.filter.publishedOnly;
        m_document.setPerspective(perspective, document::Step::Continued);
    }
    Q_EMIT told(accepted(*plan));
}

void Importing::exportData()
{
    QStringList filters;
    for (const auto &each : exporting::dataFormats())
        filters += QStringLiteral("%1 (*.%2)").arg(QString::fromLatin1(each.label), QString::fromLatin1(each.suffix));
    const int scope = widgets::ask(m_window, QMessageBox::Question, tr("Export data"), tr("Which deals and organisations?"), {},
                                   {{tr("What is in view"), QMessageBox::AcceptRole}, {tr("Everything"), QMessageBox::AcceptRole}});
    if (scope < 0)
        return;
    const bool everything = scope == 1;
    QString chosen = filters.at(1);
    QString path = QFileDialog::getSaveFileName(m_window, tr("Export data"), QFileInfo(m_document.path()).path(),
                                                filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const auto &format = exporting::dataFormats().at(std::max<qsizetype>(0, filters.indexOf(chosen)));
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + QString::fromLatin1(format.suffix);
    const document::SnapshotPointer snapshot = m_document.snapshot();
    const Perspective perspective = m_document.perspective();
    using Written = Result<QStringList>;
    auto write = [snapshot, perspective, everything, path, kind = format.format](const Progress &progress) -> Written {
        picture::PictureRequest request;
        request.perspective = perspective;
        std::optional<picture::Picture> picture;
        if (exporting::showsPicture(kind) || !everything)
            picture = picture::picture(snapshot->index(), request, progress);
        if (progress.stop())
            return Failure("cancelled");
        const auto extract = everything ? exchange::everything(snapshot->dataset()) : exporting::inView(picture->network);
        return exporting::writeData(snapshot->index(), extract, kind, path, picture ? &*picture : nullptr);
    };
    Q_EMIT told(tr("Writing %1\u2026").arg(QFileInfo(path).fileName()));
    m_writing.run<Written>(std::move(write), [this](Written written) {
        if (!written)
            return tellFailure(tr("Not exported"), written.error());
        QStringList paths;
        for (const QString &name : *written)
            paths += QFileInfo(name).absoluteFilePath();
        Q_EMIT wrote(paths);
    });
}

void Importing::tellFailure(const QString &title, const std::string &sentence)
{
    widgets::say(m_window, QMessageBox::Warning, title, QString::fromStdString(sentence));
}

} // namespace dealscape::shell

#include "moc_importing.cpp"
