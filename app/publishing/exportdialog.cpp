// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportdialog.h"

#include "panels/parts.h"
#include "publishing/exportform.h"
#include "publishing/exportpane.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStandardPaths>

#include <array>

namespace dealscape::publishing {

namespace {

using exporting::Format;

constexpr int columnWidth = 336;
/// Typing is given this long before the picture is made again, in milliseconds.
constexpr int pause = 120;
constexpr std::array allFormats = {Format::Png, Format::Svg, Format::Pdf};

QString askForFile(QWidget *parent, const QString &suggestion)
{
    return QFileDialog::getSaveFileName(parent, ExportDialog::tr("Export the picture"), suggestion, ExportDialog::tr("All files (*)"),
                                        nullptr, QFileDialog::DontConfirmOverwrite);
}

QString picturesFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

/// The name without the ending of a known format.
QString stemOf(const QString &path)
{
    const auto format = exporting::formatOf(path);
    return format ? path.chopped(exporting::suffixOf(*format).size() + 1) : path;
}

QString sizeOf(const QStringList &paths)
{
    qint64 bytes = 0;
    for (const QString &path : paths)
        bytes += QFileInfo(path).size();
    return QLocale().formattedDataSize(bytes);
}

} // namespace

ExportDialog::ExportDialog(ExportSubject subject, const ExportChoices &choices, QWidget *parent)
    : QDialog(parent), m_subject(std::move(subject)), m_folder(choices.folder), m_chooser(askForFile)
{
    setWindowTitle(tr("Export the picture"));
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(makeColumn());
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_pane = new ExportPane(this);
    m_caption = panels::label(QString(), style::FontRole::Small, panels::Tone::Second, this);
    m_caption->setContentsMargins(16, 6, 16, 6);
    right->addWidget(m_pane, 1);
    right->addWidget(m_caption);
    upper->addLayout(right, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(0);
    whole->addLayout(upper, 1);
    whole->addWidget(makeFoot());

    if (!QFileInfo(m_folder).isDir())
        m_folder = picturesFolder();
    m_path->setText(QDir(m_folder).filePath(m_subject.name));
    m_path->setSelection(static_cast<int>(m_path->text().size() - m_subject.name.size()), static_cast<int>(m_subject.name.size()));
    for (std::size_t i = 0; i < allFormats.size(); ++i)
        m_formats[i]->setChecked(choices.formats.contains(allFormats[i]));
    m_form->setOptions(choices.options, QString::fromStdString(m_subject.snapshot->dataset().title));
    connectJob();
    filesChanged();
    refresh();
    m_path->setFocus();
    // The frame that the desktop puts round it takes room too.
    constexpr QSize frame(16, 48);
    resize(QSize(1240, 800).boundedTo(screen()->availableSize() - frame));
}

QWidget *ExportDialog::makeColumn()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(makeFiles());
    m_form = new ExportForm(content);
    column->addWidget(m_form);
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(columnWidth);
    content->setBackgroundRole(QPalette::AlternateBase);
    content->setAutoFillBackground(true);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::changed);
    return area;
}

QWidget *ExportDialog::makeFiles()
{
    auto *files = new QWidget(this);
    auto *column = new QVBoxLayout(files);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(panels::label(tr("Files"), style::FontRole::BodyBold, panels::Tone::Text, files));
    auto *row = new QHBoxLayout;
    m_path = new QLineEdit(files);
    m_path->setAccessibleName(tr("Name of the files"));
    m_choose = new QPushButton(tr("Choose…"), files);
    m_choose->setAutoDefault(false);
    row->addWidget(m_path, 1);
    row->addWidget(m_choose);
    column->addLayout(row);
    auto *formats = new QHBoxLayout;
    for (const Format format : allFormats) {
        auto *box = new QCheckBox(exporting::suffixOf(format).toUpper(), files);
        formats->addWidget(box);
        m_formats.push_back(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::filesChanged);
    }
    column->addLayout(formats);
    m_note = new panels::WrapLabel(files);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(style::font(style::FontRole::Small));
    m_note->setForegroundRole(QPalette::Dark);
    column->addWidget(m_note);
    connect(m_path, &QLineEdit::textEdited, this, &ExportDialog::filesChanged);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::choose);
    return files;
}

QWidget *ExportDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    m_message = panels::label(QString(), style::FontRole::Small, panels::Tone::Text, foot);
    m_bar = new QProgressBar(foot);
    m_bar->setRange(0, 100);
    m_bar->setFixedWidth(200);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_copy = new QPushButton(tr("&Copy"), foot);
    m_print = new QPushButton(tr("&Print…"), foot);
    m_close = new QPushButton(tr("Close"), foot);
    m_export = new QPushButton(tr("&Export"), foot);
    for (QPushButton *button : {m_copy, m_print, m_close})
        button->setAutoDefault(false);
    m_export->setDefault(true);
    row->addWidget(m_bar);
    row->addWidget(m_message, 1);
    for (QPushButton *button : {m_copy, m_print, m_close, m_export})
        row->addWidget(button);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(order()); });
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printRequested(order()); });
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::accept);
    return foot;
}

void ExportDialog::connectJob()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ExportDialog::refresh);
    connect(m_pane, &ExportPane::scaleChanged, this, &ExportDialog::tellScale);
    connect(&m_job, &ExportJob::previewed, this, &ExportDialog::showPreview);
    connect(&m_job, &ExportJob::advanced, this, [this](double share) { m_bar->setValue(static_cast<int>(100 * share)); });
    connect(&m_job, &ExportJob::written, this, [this](const QStringList &files) {
        setWriting(false);
        tell(tr("Wrote %1").arg(sizeOf(files)));
        Q_EMIT written(files);
        QDialog::accept();
    });
    connect(&m_job, &ExportJob::failed, this, [this](const QString &reason) {
        setWriting(false);
        tell(tr("Not written: %1").arg(reason));
    });
    connect(&m_job, &ExportJob::cancelled, this, [this] {
        setWriting(false);
        tell(tr("Stopped; nothing was replaced that was not complete"));
    });
}

ExportChoices ExportDialog::choices() const
{
    ExportChoices choices;
    choices.options = m_form->options();
    choices.formats.clear();
    for (std::size_t i = 0; i < allFormats.size(); ++i)
        if (m_formats[i]->isChecked())
            choices.formats.insert(allFormats[i]);
    choices.folder = QFileInfo(m_path->text()).absolutePath();
    return choices;
}

QStringList ExportDialog::paths() const
{
    const QString typed = m_path->text().trimmed();
    if (typed.isEmpty() || typed.endsWith(u'/'))
        return {};
    const QString stem = QDir(m_folder).absoluteFilePath(stemOf(typed));
    std::set<Format> formats = choices().formats;
    if (const auto named = exporting::formatOf(typed))
        formats.insert(*named);
    QStringList paths;
    for (const Format format : formats)
        paths << stem + u'.' + exporting::suffixOf(format);
    return paths;
}

ExportOrder ExportDialog::order() const
{
    return {m_subject.snapshot, m_form->options(), m_subject.sight};
}

void ExportDialog::choose()
{
    const QString path = m_chooser(this, m_path->text());
    if (path.isEmpty())
        return;
    m_path->setText(path);
    filesChanged();
}

void ExportDialog::filesChanged()
{
    const QStringList files = paths();
    QStringList names;
    int existing = 0;
    for (const QString &file : files) {
        names << QFileInfo(file).fileName();
        existing += QFileInfo::exists(file);
    }
    QString note = names.join(QStringLiteral(", "));
    if (files.isEmpty())
        note = m_path->text().trimmed().isEmpty() ? tr("Give the files a name") : tr("Choose a format");
    else if (existing > 0)
        note += existing == 1 ? tr(" – replaces a file") : tr(" – replaces %1 files").arg(existing);
    m_note->setText(note);
    m_export->setEnabled(!files.isEmpty() && !writing());
}

void ExportDialog::changed()
{
    m_pane->setStale(true);
    m_pause.start();
}

void ExportDialog::refresh()
{
    m_job.preview(order());
}

void ExportDialog::showPreview(const ExportPreview &preview)
{
    m_preview = preview;
    m_pane->setImage(preview.image);
    tellScale();
    Q_EMIT previewed();
}

void ExportDialog::tellScale()
{
    if (m_preview.pixels.isEmpty())
        return;
    if (m_preview.image.isNull()) {
        m_caption->setText(tr("There is not enough memory for a picture of this size"));
        return;
    }
    const QSizeF paper = m_form->options().extent().millimetres();
    const double shown = m_pane->scale() * devicePixelRatioF() * m_preview.image.width() / m_preview.pixels.width();
    QStringList parts{tr("%1 × %2 pixels").arg(m_preview.pixels.width()).arg(m_preview.pixels.height()),
                      tr("%1 × %2 mm").arg(paper.width(), 0, 'f', 0).arg(paper.height(), 0, 'f', 0),
                      words::counted(m_preview.organizations, tr("organisation"), tr("organisations")),
                      words::counted(m_preview.deals, tr("deal"), tr("deals"))};
    if (m_preview.hiddenLabels > 0)
        parts << words::counted(m_preview.hiddenLabels, tr("label without room"), tr("labels without room"));
    parts << tr("shown at %1 %").arg(100 * shown, 0, 'f', 0);
    m_caption->setText(parts.join(QStringLiteral(" · ")));
}

void ExportDialog::setWriting(bool on)
{
    m_form->setEnabled(!on);
    for (QWidget *widget : {static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_copy),
                            static_cast<QWidget *>(m_print), static_cast<QWidget *>(m_export)})
        widget->setEnabled(!on);
    for (QCheckBox *box : m_formats)
        box->setEnabled(!on);
    m_bar->setVisible(on);
    m_bar->setValue(0);
    m_close->setText(on ? tr("Stop") : tr("Close"));
    filesChanged();
}

void ExportDialog::tell(const QString &text)
{
    m_message->setText(text);
    m_message->setToolTip(text);
}

void ExportDialog::accept()
{
    const QStringList files = paths();
    if (files.isEmpty() || writing())
        return;
    tell(tr("Writing…"));
    m_job.write(order(), files);
    setWriting(true);
}

void ExportDialog::reject()
{
    if (writing())
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace dealscape::publishing

#include "moc_exportdialog.cpp"
