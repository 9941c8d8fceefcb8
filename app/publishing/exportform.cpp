// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportform.h"

#include "panels/parts.h"
#include "publishing/extentfields.h"
#include "style/text.h"
#include "words/phrases.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>

namespace dealscape::publishing {

namespace {

using exporting::PictureOptions;
using exporting::Preset;

QLineEdit *line(const QString &spoken, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(spoken);
    edit->setMaxLength(300);
    return edit;
}

/// A row of names of which one is chosen, numbered from 0.
QBoxLayout *choices(QButtonGroup &group, const QStringList &names, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    for (const QString &name : names) {
        auto *button = new QRadioButton(name, parent);
        group.addButton(button, static_cast<int>(group.buttons().size()));
        row->addWidget(button);
    }
    return row;
}

} // namespace

ExportForm::ExportForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(8);
    addSize();
    addContent();
    addLook();
    addWords();
    m_column->addStretch();
}

QBoxLayout *ExportForm::section(const QString &head)
{
    if (m_column->count() > 0)
        m_column->addSpacing(8);
    m_column->addWidget(panels::label(head, style::FontRole::BodyBold, panels::Tone::Text, this));
    auto *row = new QVBoxLayout;
    row->setSpacing(8);
    m_column->addLayout(row);
    return row;
}

void ExportForm::addSize()
{
    QBoxLayout *rows = section(tr("Size"));
    m_preset = new QComboBox(this);
    m_preset->setAccessibleName(tr("Preset"));
    for (const exporting::PresetRow &row : exporting::presets())
        m_preset->addItem(words::tr(row.name));
    m_extent = new ExtentFields(this);
    rows->addWidget(m_preset);
    rows->addWidget(m_extent);
    m_largeType = new QCheckBox(tr("Large type"), this);
    m_largeType->setToolTip(tr("Larger letters and marks on the same page, for small prints and the back of a room"));
    rows->addWidget(m_largeType);
    connect(m_largeType, &QCheckBox::toggled, this, &ExportForm::changed);
    connect(m_preset, &QComboBox::activated, this, &ExportForm::presetChosen);
    connect(m_extent, &ExtentFields::edited, this, &ExportForm::sizeEdited);
}

void ExportForm::addContent()
{
    QBoxLayout *rows = section(tr("Content"));
    m_scope = new QButtonGroup(this);
    rows->addLayout(choices(*m_scope, {tr("Current view"), tr("Whole network")}, this));
    m_scope->button(0)->setToolTip(tr("What is shown now, where it stands now"));
    m_scope->button(1)->setToolTip(tr("Every counted deal, without filter and focus"));
    m_title = line(tr("Title"), this);
    rows->addWidget(m_title);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    for (const exporting::PartRow &row : exporting::parts()) {
        auto *box = new QCheckBox(words::tr(row.name), this);
        const int at = static_cast<int>(m_parts.size());
        grid->addWidget(box, at / 2, at % 2);
        m_parts.push_back(box);
        connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
    }
    rows->addLayout(grid);
    connect(m_parts.front(), &QCheckBox::toggled, m_title, &QWidget::setEnabled);
    connect(m_scope, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
    connect(m_title, &QLineEdit::textEdited, this, &ExportForm::changed);
}

void ExportForm::addLook()
{
    QBoxLayout *rows = section(tr("Colours"));
    m_theme = new QButtonGroup(this);
    rows->addLayout(choices(*m_theme, {tr("Light"), tr("Dark"), tr("Print")}, this));
    m_transparent = new QCheckBox(tr("Transparent ground"), this);
    m_ground = panels::label({}, style::FontRole::Small, panels::Tone::Second, this);
    m_ground->setObjectName(QStringLiteral("ground"));
    m_ground->setWordWrap(true);
    m_ground->hide();
    rows->addWidget(m_transparent);
    rows->addWidget(m_ground);
    connect(m_theme, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
    connect(m_transparent, &QCheckBox::toggled, this, &ExportForm::changed);
    connect(m_theme, &QButtonGroup::idToggled, this, &ExportForm::tellGround);
    connect(m_transparent, &QCheckBox::toggled, this, &ExportForm::tellGround);
}

void ExportForm::tellGround()
{
    const bool dark = m_theme->checkedId() == static_cast<int>(style::ThemeKind::Dark);
    m_ground->setText(dark ? tr("Light letters: for a dark ground only.")
                           : tr("Dark letters, which a dark ground swallows. For one choose the dark colours."));
    m_ground->setVisible(m_transparent->isChecked());
}

void ExportForm::addWords()
{
    QBoxLayout *rows = section(tr("In the file"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    m_author = line(tr("Author"), this);
    m_letters = new QComboBox(this);
    m_letters->addItems({tr("Text, can be edited"), tr("Shapes, need no typeface")});
    m_letters->setAccessibleName(tr("Letters of an SVG"));
    grid->addWidget(panels::label(tr("Author"), style::FontRole::Small, panels::Tone::Second, this), 0, 0);
    grid->addWidget(m_author, 0, 1);
    grid->addWidget(panels::label(tr("SVG letters"), style::FontRole::Small, panels::Tone::Second, this), 1, 0);
    grid->addWidget(m_letters, 1, 1);
    grid->setColumnStretch(1, 1);
    rows->addLayout(grid);
}

void ExportForm::presetChosen()
{
    m_options.preset = static_cast<Preset>(m_preset->currentIndex());
    if (m_options.preset == Preset::Custom)
        m_options.custom = m_extent->extent();
    m_extent->setExtent(m_options.extent());
    Q_EMIT changed();
}

void ExportForm::sizeEdited()
{
    m_options.preset = Preset::Custom;
    m_options.custom = m_extent->extent();
    m_preset->setCurrentIndex(static_cast<int>(Preset::Custom));
    Q_EMIT changed();
}

void ExportForm::setOptions(const PictureOptions &options, const QString &datasetTitle)
{
    const QSignalBlocker quiet(this);
    m_options = options;
    m_preset->setCurrentIndex(static_cast<int>(options.preset));
    m_extent->setExtent(options.extent());
    m_scope->button(static_cast<int>(options.scope))->setChecked(true);
    m_title->setText(options.title);
    m_title->setPlaceholderText(datasetTitle);
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i]->setChecked(options.parts.testFlag(exporting::parts()[i].part));
    m_title->setEnabled(m_parts.front()->isChecked());
    m_theme->button(static_cast<int>(options.theme))->setChecked(true);
    m_transparent->setChecked(options.transparent);
    m_largeType->setChecked(options.largeType);
    m_letters->setCurrentIndex(static_cast<int>(options.letters));
    m_author->setText(options.author);
    tellGround();
}

PictureOptions ExportForm::options() const
{
    PictureOptions options = m_options;
    options.scope = static_cast<exporting::Scope>(m_scope->checkedId());
    options.title = m_title->text().simplified();
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        options.parts.setFlag(exporting::parts()[i].part, m_parts[i]->isChecked());
    options.theme = static_cast<style::ThemeKind>(m_theme->checkedId());
    options.transparent = m_transparent->isChecked();
    options.largeType = m_largeType->isChecked();
    options.letters = static_cast<exporting::Letters>(m_letters->currentIndex());
    options.author = m_author->text().simplified();
    return options;
}

} // namespace dealscape::publishing

#include "moc_exportform.cpp"
