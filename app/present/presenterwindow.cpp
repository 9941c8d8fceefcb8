// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/presenterwindow.h"

#include "network/sentence.h"
#include "style/text.h"
#include "style/theme.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTime>

namespace dealscape::present {

namespace {

constexpr int leastNoteSize = 16;
constexpr int largestNoteSize = 48;

const style::Theme &dark()
{
    return style::theme(style::ThemeKind::Dark);
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, dark().chrome);
    palette.setColor(QPalette::Base, dark().dock);
    palette.setColor(QPalette::AlternateBase, dark().dock);
    palette.setColor(QPalette::Button, dark().field);
    palette.setColor(QPalette::Mid, dark().border);
    palette.setColor(QPalette::Highlight, dark().accentTint);
    palette.setColor(QPalette::HighlightedText, dark().text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, dark().text);
    palette.setColor(QPalette::Dark, dark().textSecond);
    palette.setColor(QPalette::PlaceholderText, dark().textSecond);
    return palette;
}

QLabel *label(style::FontRole role, const QColor &colour, QWidget *parent, int pixels = 0)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    QFont font = style::font(role);
    if (pixels > 0)
        font.setPixelSize(pixels);
    made->setFont(font);
    QPalette palette = darkPalette();
    palette.setColor(QPalette::WindowText, colour);
    made->setPalette(palette);
    return made;
}

/// A box with a border of one pixel, in the colours of a dock.
class Card : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(dark().border);
        painter.setBrush(dark().dock);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

QString asTime(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QString tail = QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? tail : QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail);
}

} // namespace

SlidePane::SlidePane(Frame frame, QWidget *parent) : QWidget(parent), m_frame(frame)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumSize(320, 180);
}

void SlidePane::setSlide(const PreparedPointer &slide)
{
    if (slide == m_slide)
        return;
    m_slide = slide;
    m_image = {};
    update();
}

void SlidePane::setWords(const QString &words)
{
    m_words = words;
    update();
}

void SlidePane::resizeEvent(QResizeEvent *)
{
    m_image = {};
}

void SlidePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSizeF slide = m_slide ? m_slide->slide.size : QSizeF(1920, 1080);
    const QSizeF fitted = slide.scaled(QSizeF(size() - QSize(4, 4)), Qt::KeepAspectRatio);
    const QRectF box(QPointF(2, 2), fitted);
    if (!m_slide) {
        painter.fillRect(box, dark().dock);
        painter.setPen(dark().textSecond);
        painter.setFont(style::font(style::FontRole::Body));
        painter.drawText(box, Qt::AlignCenter, m_words);
        return;
    }
    if (m_image.isNull()) {
        const double ratio = devicePixelRatioF();
        m_image = QImage((fitted * ratio).toSize(), QImage::Format_RGB32);
        m_image.setDevicePixelRatio(ratio);
        QPainter image(&m_image);
        image.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        image.scale(fitted.width() / slide.width(), fitted.height() / slide.height());
        paint(image, *m_slide);
    }
    painter.drawImage(box.topLeft(), m_image);
    painter.setPen(QPen(m_frame == Frame::Accented ? dark().accent : dark().border, m_frame == Frame::Accented ? 2 : 1));
    painter.drawRect(box);
}

PresenterWindow::PresenterWindow(const Slides &slides, const PlayState &state, QWidget *parent)
    : QWidget(parent), m_slides(slides), m_state(state)
{
    setObjectName(QStringLiteral("presenter"));
    setWindowTitle(tr("Presenter – %1").arg(QString::fromStdString(slides.story().title)));
    setPalette(darkPalette());
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 20);
    column->setSpacing(16);
    column->addWidget(head());
    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    row->addWidget(left(), 12);
    row->addWidget(right(), 7);
    column->addLayout(row, 1);
    column->addWidget(foot());
    for (QWidget *child : findChildren<QWidget *>())
        child->installEventFilter(this);
    connect(&m_ticking, &QTimer::timeout, this, &PresenterWindow::tick);
    m_ticking.start(500);
    tick();
    refresh();
}

QWidget *PresenterWindow::head()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = label(style::FontRole::Title, dark().text, bar);
    title->setText(QString::fromStdString(m_slides.story().title));
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(title, 1);
    const auto clock = [&](const QString &name) {
        auto *words = label(style::FontRole::Body, dark().textSecond, bar);
        words->setText(name);
        auto *time = label(style::FontRole::FigureBold, dark().text, bar, 44);
        time->setAccessibleName(name);
        row->addSpacing(24);
        row->addWidget(words);
        row->addSpacing(8);
        row->addWidget(time);
        return time;
    };
    m_elapsed = clock(tr("Elapsed"));
    m_left = clock(tr("Time left"));
    for (const int minutes : {-5, 5}) {
        QPushButton *change = button(minutes < 0 ? tr("−") : tr("+"), minutes < 0 ? tr("Five minutes less") : tr("Five minutes more"),
                                     [this, minutes] { changeLength(minutes); });
        change->setFixedWidth(32);
        row->addSpacing(8);
        row->addWidget(change);
    }
    m_clock = clock(tr("Clock"));
    return bar;
}

QWidget *PresenterWindow::left()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_nowTitle = label(style::FontRole::BodyBold, dark().text, side);
    m_now = new SlidePane(SlidePane::Frame::Accented, side);
    m_notes = new QPlainTextEdit(side);
    m_notes->setReadOnly(true);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setFocusPolicy(Qt::NoFocus);
    m_notes->setPalette(darkPalette());
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->setMinimumHeight(120);
    auto *notes = new Card(side);
    auto *inside = new QVBoxLayout(notes);
    inside->setContentsMargins(20, 16, 12, 16);
    inside->addWidget(m_notes);
    column->addWidget(m_nowTitle);
    column->addWidget(m_now, 12);
    column->addSpacing(8);
    column->addWidget(notes, 6);
    enlargeNotes(0);
    return side;
}

QWidget *PresenterWindow::right()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_nextTitle = label(style::FontRole::BodyBold, dark().text, side);
    m_next = new SlidePane(SlidePane::Frame::Plain, side);
    auto *heads = new QHBoxLayout;
    heads->setSpacing(12);
    auto *scenes = label(style::FontRole::BodyBold, dark().text, side);
    scenes->setText(tr("Scenes"));
    auto *jumps = label(style::FontRole::Body, dark().textSecond, side);
    jumps->setText(tr("a number and Enter jumps"));
    heads->addWidget(scenes);
    heads->addWidget(jumps, 1);
    m_scenes = new QListWidget(side);
    m_scenes->setFrameShape(QFrame::NoFrame);
    m_scenes->setFont(style::font(style::FontRole::Body));
    QPalette chosen = darkPalette();
    chosen.setColor(QPalette::Base, dark().chrome);
    m_scenes->setPalette(chosen);
    m_scenes->setAccessibleName(tr("Scenes"));
    m_scenes->setFocusPolicy(Qt::NoFocus);
    for (int i = 0; i < m_slides.count(); ++i) {
        const std::string &name = m_slides.story().scenes[static_cast<std::size_t>(i)].name;
        m_scenes->addItem(QStringLiteral("   %1     %2").arg(i + 1, 2).arg(QString::fromStdString(name).simplified()));
    }
    connect(m_scenes, &QListWidget::itemClicked, this, [this] { Q_EMIT sceneAsked(m_scenes->currentRow()); });
    auto *facts = new Card(side);
    auto *inside = new QVBoxLayout(facts);
    inside->setContentsMargins(20, 14, 20, 14);
    auto *inScene = label(style::FontRole::BodyBold, dark().text, facts);
    inScene->setText(tr("In this scene"));
    m_inScene = label(style::FontRole::Body, dark().textSecond, facts);
    m_inScene->setWordWrap(true);
    inside->addWidget(inScene);
    inside->addWidget(m_inScene);
    column->addWidget(m_nextTitle);
    column->addWidget(m_next, 7);
    column->addSpacing(8);
    column->addLayout(heads);
    column->addWidget(m_scenes, 8);
    column->addSpacing(8);
    column->addWidget(facts);
    return side;
}

QPushButton *PresenterWindow::button(const QString &text, const QString &tip, std::function<void()> run)
{
    auto *made = new QPushButton(text, this);
    made->setToolTip(tip);
    made->setFocusPolicy(Qt::NoFocus);
    made->setFont(style::font(style::FontRole::Body));
    made->setPalette(darkPalette());
    made->setFixedHeight(32);
    connect(made, &QPushButton::clicked, this, std::move(run));
    return made;
}

QWidget *PresenterWindow::foot()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto key = [this](int which) { return [this, which] { Q_EMIT keyPressed(which); }; };
    row->addWidget(button(tr("Back"), tr("The scene before"), key(Qt::Key_PageUp)));
    QPushButton *next = button(tr("Next"), tr("The next scene"), key(Qt::Key_PageDown));
    QPalette accented = darkPalette();
    accented.setColor(QPalette::Mid, dark().accent);
    next->setPalette(accented);
    row->addWidget(next);
    auto *keys = label(style::FontRole::Small, dark().textSecond, bar);
    keys->setText(tr("Space, Page Down: next    B: blank    L: spotlight    + − 0: magnify    S: screens    ?: keys    Esc: end"));
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(keys, 1);
    row->addSpacing(8);
    row->addWidget(button(tr("A −"), tr("Smaller notes"), [this] { enlargeNotes(-1); }));
    row->addWidget(button(tr("A +"), tr("Larger notes"), [this] { enlargeNotes(1); }));
    row->addWidget(button(tr("Blank"), tr("Black screen, or the scene again"), key(Qt::Key_B)));
    row->addWidget(button(tr("End"), tr("End the presentation"), key(Qt::Key_Escape)));
    return bar;
}

void PresenterWindow::enlargeNotes(int steps)
{
    m_noteSize = qBound(leastNoteSize, m_noteSize + 4 * steps, largestNoteSize);
    QFont font = style::font(style::FontRole::Body);
    font.setPixelSize(m_noteSize);
    m_notes->setFont(font);
}

void PresenterWindow::refresh()
{
    const int scene = m_state.scene();
    const bool last = scene + 1 >= m_slides.count();
    const Scene &shown = m_slides.story().scenes[static_cast<std::size_t>(scene)];
    const QString covered = m_state.cover() == Cover::Black ? tr(" (black)") : m_state.cover() == Cover::White ? tr(" (white)") : QString();
    m_nowTitle->setText(tr("Now: %1 of %2").arg(scene + 1).arg(m_slides.count()) + covered);
    m_nextTitle->setText(last ? tr("Next: the end") : tr("Next: %1 of %2").arg(scene + 2).arg(m_slides.count()));
    m_now->setWords(tr("Being made"));
    m_now->setSlide(m_slides.at(scene));
    m_next->setWords(last ? tr("This is the last scene") : tr("Being made"));
    m_next->setSlide(last ? nullptr : m_slides.at(scene + 1));
    const QString notes = QString::fromStdString(shown.notes);
    if (m_notes->toPlainText() != notes)
        m_notes->setPlainText(notes);
    m_scenes->setCurrentRow(scene);
    if (const PreparedPointer slide = m_slides.at(scene))
        m_inScene->setText(network::countsSentence(slide->slide.network) + QStringLiteral(". ") +
                           network::filterSentence({m_slides.snapshot().index(), shown.perspective, slide->slide.network}));
}

void PresenterWindow::changeLength(int minutes)
{
    constexpr int longest = 240;
    m_minutes = qBound(0, m_minutes + minutes, longest);
    tick();
}

void PresenterWindow::tick()
{
    const qint64 elapsed = m_elapsedClock.isValid() ? m_elapsedClock.elapsed() : 0;
    m_elapsed->setText(asTime(elapsed));
    const qint64 left = m_minutes * qint64(60000) - elapsed;
    const bool over = m_minutes > 0 && left < 0;
    m_left->setText(m_minutes == 0 ? tr("–") : (over ? QStringLiteral("−") : QString()) + asTime(qAbs(left)));
    QPalette palette = m_left->palette();
    palette.setColor(QPalette::WindowText, over ? dark().accent : m_minutes > 0 ? dark().text : dark().textThird);
    m_left->setPalette(palette);
    m_clock->setText(QTime::currentTime().toString(QStringLiteral("HH:mm")));
}

/// Rows as tall as there is room for, so that a short story is easy to hit and a long one needs no scrolling.
void PresenterWindow::fitScenes()
{
    constexpr int least = 22;
    constexpr int most = 40;
    const int height = qBound(least, m_scenes->contentsRect().height() / qMax(1, m_slides.count()), most);
    for (int i = 0; i < m_scenes->count(); ++i)
        m_scenes->item(i)->setSizeHint({0, height});
}

bool PresenterWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_scenes)
        fitScenes();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    Q_EMIT keyPressed(static_cast<QKeyEvent *>(event)->key());
    return true;
}

void PresenterWindow::keyPressEvent(QKeyEvent *event)
{
    Q_EMIT keyPressed(event->key());
}

void PresenterWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace dealscape::present

#include "moc_presenterwindow.cpp"
