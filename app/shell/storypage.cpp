// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/storypage.h"

#include "compare/earlier.h"
#include "models/scenelist.h"
#include "panels/parts.h"
#include "reports/charttable.h"
#include "shell/presenting.h"
#include "shell/scenedelegate.h"
#include "style/text.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace dealscape::shell {

using document::Change;
using document::SceneField;

namespace {

using words::qt;

/// As narrow as its words let it be: several share a row of a narrow page.
class StoryButton : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text()) + 14, 28}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

QPlainTextEdit *paragraph(const QString &name, int height, QWidget *parent)
{
    auto *made = new QPlainTextEdit(parent);
    made->setAccessibleName(name);
    made->setPlaceholderText(name);
    made->setTabChangesFocus(true);
    made->setFixedHeight(height);
    made->setUndoRedoEnabled(false);
    return made;
}

void showText(QPlainTextEdit *field, const std::string &text)
{
    if (field->toPlainText() == qt(text))
        return;
    const QSignalBlocker quiet(field);
    field->setPlainText(qt(text));
}

} // namespace

StoryPage::StoryPage(document::Document &document, Presenting &presenting, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_presenting(presenting),
      m_model(new models::SceneList(document, this)),
      m_thumbnails(SceneDelegate::picture() * 2),
      m_chooser([](QWidget *above, const QString &folder) {
          return QFileDialog::getOpenFileName(above, tr("Compare the scene with"), folder, tr("Datasets (*.json)"));
      })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(empty());
    m_pages->addWidget(page());
    column->addWidget(m_pages);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (Change::Dataset | Change::Stories | Change::Arrangement))
            refresh();
    });
    connect(&presenting, &Presenting::chosen, this, &StoryPage::refresh);
    connect(&m_thumbnails, &present::Thumbnails::made, this, [this] { m_list->viewport()->update(); });
    refresh();
}

QWidget *StoryPage::empty()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(32, 48, 32, 32);
    column->setSpacing(8);
    column->addWidget(panels::label(tr("No story yet"), style::FontRole::BodyBold, panels::Tone::Text, made));
    auto *words =
        panels::label(tr("A story is a list of scenes to present. Look at something worth showing, then capture it as the first scene."),
                      style::FontRole::Small, panels::Tone::Second, made);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addSpacing(8);
    auto *capture = new QPushButton(tr("Capture first scene"), made);
    connect(capture, &QPushButton::clicked, &m_presenting, &Presenting::capture);
    column->addWidget(capture, 0, Qt::AlignLeft);
    column->addStretch(1);
    return made;
}

QPushButton *StoryPage::button(const QString &text, const QString &tip, std::function<void()> run)
{
    auto *made = new StoryButton(this);
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setFont(style::font(style::FontRole::Small));
    made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, std::move(run));
    return made;
}

QWidget *StoryPage::storyRow()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    m_stories = new QComboBox(bar);
    m_stories->setAccessibleName(tr("Story"));
    m_stories->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_stories, &QComboBox::activated, this, [this](int story) { m_presenting.choose({story, 0}); });
    row->addWidget(m_stories, 1);
    row->addWidget(button(tr("Rename"), tr("Rename the story"), [this] { askTitle(); }));
    row->addWidget(button(tr("New"), tr("Begin another story"), [this] {
        const int story = document::addStory(m_document, tr("Story %1").arg(m_document.dataset().stories.size() + 1));
        m_presenting.choose({story, 0});
    }));
    row->addWidget(button(tr("Delete"), tr("Delete the story"), [this] { document::removeStory(m_document, m_presenting.spot().story); }));
    return bar;
}

QWidget *StoryPage::page()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(storyRow());
    m_list = new QListView(made);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SceneDelegate(m_thumbnails, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Scenes"));
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { m_presenting.visit({m_model->story(), index.row()}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_presenting.choose({m_model->story(), index.row()});
    });
    column->addWidget(m_list, 1);
    column->addWidget(fields());
    return made;
}

QWidget *StoryPage::fields()
{
    m_fields = new QWidget(this);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(8);
    m_name = new QLineEdit(m_fields);
    m_name->setAccessibleName(tr("Name of the scene"));
    m_name->setPlaceholderText(tr("Name of the scene"));
    m_caption = paragraph(tr("Caption"), 50, m_fields);
    m_notes = paragraph(tr("Notes for the speaker"), 84, m_fields);
    m_chart = new QComboBox(m_fields);
    m_chart->setAccessibleName(tr("Chart beside the diagram"));
    m_chart->addItem(tr("None"), QString());
    for (const auto &chart : vocabulary<reports::ChartKind>())
        m_chart->addItem(qt(chart.label), qt(chart.word));
    m_compare = new QComboBox(m_fields);
    m_compare->setAccessibleName(tr("Earlier state that the scene is compared with"));
    m_compare->setToolTip(tr("The scene shows what is new, gone and changed since another file in the folder of this one"));
    m_compare->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_notes)})
        field->installEventFilter(this);
    connect(m_name, &QLineEdit::textEdited, this, [this] { edit(SceneField::Name); });
    connect(m_caption, &QPlainTextEdit::textChanged, this, [this] { edit(SceneField::Caption); });
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] { edit(SceneField::Notes); });
    connect(m_chart, &QComboBox::activated, this, [this] { edit(SceneField::Chart); });
    connect(m_compare, &QComboBox::activated, this, &StoryPage::chooseCompared);
    const auto add = [&](const QString &name, QWidget *field, QBoxLayout::Direction direction) {
        QLabel *label = panels::label(name, style::FontRole::Small, panels::Tone::Second, m_fields);
        label->setBuddy(field);
        label->setWordWrap(false);
        auto *row = new QBoxLayout(direction);
        row->setSpacing(direction == QBoxLayout::TopToBottom ? 2 : 8);
        row->addWidget(label);
        row->addWidget(field, 1);
        column->addLayout(row);
    };
    add(tr("Headline"), m_name, QBoxLayout::LeftToRight);
    add(tr("Caption on the slide"), m_caption, QBoxLayout::TopToBottom);
    add(tr("Notes for the speaker"), m_notes, QBoxLayout::TopToBottom);
    add(tr("Chart beside it"), m_chart, QBoxLayout::LeftToRight);
    add(tr("Compared with"), m_compare, QBoxLayout::LeftToRight);
    auto *first = new QHBoxLayout;
    auto *second = new QHBoxLayout;
    first->addWidget(button(tr("Capture scene"), tr("Put what is looked at behind this scene"), [this] { m_presenting.capture(); }));
    first->addWidget(button(tr("Update from view"), tr("Let this scene show what is looked at"), [this] { m_presenting.update(); }));
    first->addStretch(1);
    first->addWidget(button(tr("Present"), tr("Present from this scene"), [this] { m_presenting.play(m_presenting.spot()); }));
    second->addWidget(button(tr("Up"), tr("Move the scene up (Alt+Up)"), [this] { move(-1); }));
    second->addWidget(button(tr("Down"), tr("Move the scene down (Alt+Down)"), [this] { move(1); }));
    second->addWidget(
        button(tr("Duplicate"), tr("Duplicate the scene (Ctrl+D)"), [this] { document::duplicateScene(m_document, m_presenting.spot()); }));
    second->addWidget(
        button(tr("Delete"), tr("Delete the scene (Del)"), [this] { document::removeScene(m_document, m_presenting.spot()); }));
    second->addStretch(1);
    column->addLayout(first);
    column->addLayout(second);
    return m_fields;
}

const Scene *StoryPage::scene() const
{
    const auto &stories = m_document.dataset().stories;
    const document::SceneSpot spot = m_presenting.spot();
    if (spot.story >= static_cast<int>(stories.size()))
        return nullptr;
    const auto &scenes = stories[static_cast<std::size_t>(spot.story)].scenes;
    return spot.scene < static_cast<int>(scenes.size()) ? &scenes[static_cast<std::size_t>(spot.scene)] : nullptr;
}

void StoryPage::refresh()
{
    const auto &stories = m_document.dataset().stories;
    const document::SceneSpot spot = m_presenting.spot();
    m_pages->setCurrentIndex(stories.empty() ? 0 : 1);
    m_stories->clear();
    for (const Story &story : stories)
        m_stories->addItem(qt(story.title).simplified());
    m_stories->setCurrentIndex(stories.empty() ? -1 : spot.story);
    if (m_model->story() != spot.story)
        m_model->setStory(spot.story);
    m_thumbnails.look(m_document.snapshot(), spot.story, panels::themeOf(*this).kind,
                      compare::comparingBeside(QFile::encodeName(m_document.path()).toStdString()));
    const QModelIndex current = m_model->index(spot.scene);
    if (current.isValid() && m_list->currentIndex() != current)
        m_list->setCurrentIndex(current);
    refreshFields();
}

void StoryPage::refreshFields()
{
    const Scene *shown = scene();
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_caption, m_notes, m_chart, m_compare})
        field->setEnabled(shown != nullptr);
    const Scene nothing;
    const Scene &here = shown ? *shown : nothing;
    if (m_name->text() != qt(here.name))
        m_name->setText(qt(here.name));
    showText(m_caption, here.caption);
    showText(m_notes, here.notes);
    m_chart->setCurrentIndex(std::max(0, m_chart->findData(qt(here.chart))));
    m_compare->clear();
    m_compare->addItem(tr("Nothing"));
    if (!here.compare.empty())
        m_compare->addItem(words::plain(here.compare));
    m_compare->addItem(tr("Choose a file…"));
    m_compare->setCurrentIndex(here.compare.empty() ? 0 : 1);
}

/// A file that is not in the folder of this one could not be found again by somebody else, so it is not taken.
void StoryPage::chooseCompared(int row)
{
    const Scene *shown = scene();
    if (!shown)
        return;
    Scene next = *shown;
    if (row == 0) {
        next.compare.clear();
    } else if (row == m_compare->count() - 1) {
        const QString file = m_document.path();
        if (file.isEmpty()) {
            Q_EMIT told(tr("Save the file first: what a scene is compared with lies in its folder"));
            return refreshFields();
        }
        const QDir folder = QFileInfo(file).absoluteDir();
        const QString path = m_chooser(this, folder.absolutePath());
        const QString relative = path.isEmpty() ? QString() : folder.relativeFilePath(QFileInfo(path).absoluteFilePath());
        if (relative.isEmpty() || relative.startsWith(QLatin1String("..")) || QDir::isAbsolutePath(relative)) {
            if (!relative.isEmpty())
                Q_EMIT told(tr("A scene is compared with a file in the folder of this one or below it"));
            return refreshFields();
        }
        next.compare = relative.toStdString();
    }
    document::setScene(m_document, m_presenting.spot(), SceneField::Compare, next);
    refreshFields();
}

void StoryPage::edit(SceneField field)
{
    const Scene *shown = scene();
    if (!shown)
        return;
    Scene next = *shown;
    next.name = m_name->text().toStdString();
    next.caption = m_caption->toPlainText().toStdString();
    next.notes = m_notes->toPlainText().toStdString();
    next.chart = m_chart->currentData().toString().toStdString();
    document::setScene(m_document, m_presenting.spot(), field, next);
}

void StoryPage::move(int by)
{
    const document::SceneSpot spot = m_presenting.spot();
    const int to = spot.scene + by;
    if (to < 0 || to >= m_model->rowCount())
        return;
    m_model->moveRows({}, spot.scene, 1, {}, by > 0 ? to + 1 : to);
    m_presenting.choose({spot.story, to});
}

void StoryPage::askTitle()
{
    const int story = m_presenting.spot().story;
    bool accepted = false;
    const QString title = QInputDialog::getText(this, tr("Rename the story"), tr("Title:"), QLineEdit::Normal,
                                                qt(m_document.dataset().stories[static_cast<std::size_t>(story)].title), &accepted);
    if (accepted && !title.trimmed().isEmpty())
        document::renameStory(m_document, story, title.simplified());
}

bool StoryPage::eventFilter(QObject *watched, QEvent *event)
{
    // Every letter is a step of the document, so undoing is the window's and not the field's.
    if (watched != m_list && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const document::SceneSpot spot = m_presenting.spot();
    if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        move(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_D)
        document::duplicateScene(m_document, spot);
    else if (key->key() == Qt::Key_Delete)
        document::removeScene(m_document, spot);
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        m_presenting.visit(spot);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

/// On a low screen the scenes keep the height of two, and long notes scroll.
void StoryPage::resizeEvent(QResizeEvent *event)
{
    constexpr int roomy = 700;
    QWidget::resizeEvent(event);
    const bool low = height() < roomy;
    m_caption->setFixedHeight(low ? 40 : 50);
    m_notes->setFixedHeight(low ? 44 : 84);
}

void StoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pages && m_list)
        refresh();
}

} // namespace dealscape::shell

#include "moc_storypage.cpp"
