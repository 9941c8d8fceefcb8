// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include "panels/parts.h"
#include "settings/settings.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace dealscape::settings {

namespace {

/// Seconds of work that a crash may cost.
constexpr std::array recoveryChoices = {2, 5, 15, 30, 60};

QLabel *heading(const QString &text, QWidget *parent)
{
    return panels::label(text, style::FontRole::BodyBold, panels::Tone::Text, parent);
}

QComboBox *choice(const QString &name, const QStringList &rows, QWidget *parent)
{
    auto *made = new QComboBox(parent);
    made->setObjectName(name);
    made->addItems(rows);
    return made;
}

} // namespace

Preferences::Preferences(Settings &settings, int size, QWidget *parent)
    : QDialog(parent),
      m_settings(settings),
      m_startedSize(size),
      m_theme(choice(QStringLiteral("theme"), {tr("As the desktop"), tr("Light"), tr("Dark"), tr("High contrast")}, this)),
      m_size(new QSpinBox(this)),
      m_waits(panels::label(tr("Acts when Dealscape is started again."), style::FontRole::Small, panels::Tone::Second, this)),
      m_restart(new QPushButton(tr("Start &again now"), this)),
      m_still(new QCheckBox(tr("&Reduce motion: things jump to a new place"), this)),
      m_fewer(new QCheckBox(tr("&Fewer labels: names, and amounts of wide ribbons"), this)),
      m_last(new QCheckBox(tr("&Open the last file when no other is named"), this)),
      m_recovery(choice(QStringLiteral("recovery"), {}, this)),
      m_backups(choice(QStringLiteral("backups"), {tr("none"), tr("one"), tr("two"), tr("three")}, this)),
      m_audience(choice(QStringLiteral("audience"), {tr("The other screen"), tr("The screen of the window")}, this))
{
    setWindowTitle(tr("Preferences"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addLook(*form);
    addWork(*form);
    addButtons(*form);
    refresh();
    connect(m_theme, &QComboBox::activated, this, [this](int row) {
        m_settings.setTheme(static_cast<ThemeChoice>(row));
        Q_EMIT changed();
    });
    connect(m_size, &QSpinBox::valueChanged, this, [this](int percent) {
        m_settings.setTextSize(percent);
        showSize();
    });
    connect(m_still, &QCheckBox::toggled, this, [this](bool still) {
        m_settings.setReducedMotion(still);
        Q_EMIT changed();
    });
    connect(m_fewer, &QCheckBox::toggled, this, [this](bool fewer) {
        m_settings.setFewerLabels(fewer);
        Q_EMIT changed();
    });
    connect(m_last, &QCheckBox::toggled, this, [this](bool last) { m_settings.setOpensLast(last); });
    connect(m_recovery, &QComboBox::activated, this, [this](int row) {
        m_settings.setRecoverySeconds(recoveryChoices.at(static_cast<std::size_t>(row)));
        Q_EMIT changed();
    });
    connect(m_backups, &QComboBox::activated, this, [this](int row) { m_settings.setBackups(row); });
    connect(m_audience, &QComboBox::activated, this, [this](int row) { m_settings.setAudienceHere(row == 1); });
}

void Preferences::addLook(QFormLayout &form)
{
    form.addRow(heading(tr("Look"), this));
    form.addRow(tr("&Colours"), m_theme);
    m_size->setObjectName(QStringLiteral("size"));
    m_size->setRange(Settings::leastTextSize(), Settings::largestTextSize());
    m_size->setSingleStep(5);
    m_size->setSuffix(tr(" %"));
    form.addRow(tr("&Text size"), m_size);
    auto *waiting = new QWidget(this);
    waiting->setObjectName(QStringLiteral("waiting"));
    auto *row = new QHBoxLayout(waiting);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_waits, 1);
    row->addWidget(m_restart);
    form.addRow(waiting);
    m_still->setObjectName(QStringLiteral("still"));
    form.addRow(m_still);
    m_fewer->setObjectName(QStringLiteral("fewer"));
    m_fewer->setToolTip(tr("In the window; exports have a picture of their own"));
    form.addRow(m_fewer);
    connect(m_restart, &QPushButton::clicked, this, &Preferences::restartWanted);
}

void Preferences::addWork(QFormLayout &form)
{
    form.addRow(heading(tr("Work"), this));
    m_last->setObjectName(QStringLiteral("last"));
    form.addRow(m_last);
    for (const int seconds : recoveryChoices)
        m_recovery->addItem(tr("%1 seconds").arg(seconds));
    m_recovery->setToolTip(tr("Unsaved changes are kept apart this often, and offered after a crash"));
    form.addRow(tr("A crash costs at &most"), m_recovery);
    m_backups->setToolTip(tr("Earlier states of a file that are kept beside it when it is saved"));
    form.addRow(tr("&Backups of a file"), m_backups);
    form.addRow(heading(tr("Presenting"), this));
    m_audience->setToolTip(tr("Where there are two screens; S changes it while presenting"));
    form.addRow(tr("The audience &sees"), m_audience);
}

void Preferences::addButtons(QFormLayout &form)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *reset = buttons->addButton(tr("Reset all…"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("reset"));
    reset->setAutoDefault(false);
    form.addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, &Preferences::resetWanted);
}

void Preferences::refresh()
{
    const QSignalBlocker theme(m_theme), size(m_size), still(m_still), fewer(m_fewer), last(m_last), recovery(m_recovery),
        backups(m_backups), audience(m_audience);
    m_theme->setCurrentIndex(static_cast<int>(m_settings.theme()));
    m_size->setValue(m_settings.textSize());
    m_still->setChecked(m_settings.reducedMotion());
    m_fewer->setChecked(m_settings.fewerLabels());
    m_last->setChecked(m_settings.opensLast());
    const auto pace = std::ranges::find_if(recoveryChoices, [this](int seconds) { return seconds >= m_settings.recoverySeconds(); });
    m_recovery->setCurrentIndex(static_cast<int>(pace - recoveryChoices.begin()));
    m_backups->setCurrentIndex(m_settings.backups());
    m_audience->setCurrentIndex(m_settings.audienceHere() ? 1 : 0);
    showSize();
}

void Preferences::showSize()
{
    const bool waits = m_settings.textSize() != m_startedSize;
    m_waits->setEnabled(waits);
    m_restart->setEnabled(waits);
}

} // namespace dealscape::settings

#include "moc_preferences.cpp"
