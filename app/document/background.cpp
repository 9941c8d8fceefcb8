// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/background.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRunnable>
#include <QThreadPool>

#include <utility>

namespace dealscape::document {

namespace {

/// Work for the pool. It is handed over by an atomic of its own as well: ThreadSanitizer does not see how a pool built without it does.
class Task : public QRunnable {
public:
    explicit Task(std::function<void()> work) : m_work(std::move(work)) { m_made.store(true, std::memory_order_release); }

    void run() override
    {
        if (m_made.load(std::memory_order_acquire))
            m_work();
    }

private:
    std::function<void()> m_work;
    std::atomic<bool> m_made = false;
};

} // namespace

void Background::start(std::function<void(const Progress &)> compute, std::function<void()> done)
{
    cancel();
    auto wanted = std::make_shared<Wanted>();
    m_wanted = wanted;
    Q_EMIT started();
    QPointer<Background> self(this);
    QThreadPool::globalInstance()->start(new Task([self, wanted, compute = std::move(compute), done = std::move(done)]() mutable {
        if (wanted->cancelled)
            return;
        Progress progress;
        progress.cancelled = [wanted] { return wanted->cancelled.load(); };
        progress.report = [self, wanted, last = -1.0](double share) mutable {
            if (share - last < 0.01)
                return;
            last = share;
            QMetaObject::invokeMethod(QCoreApplication::instance(), [self, wanted, share] {
                if (self && self->m_wanted == wanted)
                    Q_EMIT self->advanced(share);
            });
        };
        compute(progress);
        // From here on what came of it belongs to the other thread alone.
        compute = nullptr;
        wanted->computed = true;
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, wanted, done = std::move(done)] {
            if (!wanted->computed || !self || self->m_wanted != wanted)
                return;
            self->m_wanted.reset();
            done();
            if (self)
                Q_EMIT self->ended();
        });
    }));
}

void Background::cancel()
{
    if (!m_wanted)
        return;
    m_wanted->cancelled = true;
    m_wanted.reset();
    Q_EMIT ended();
}

} // namespace dealscape::document

#include "moc_background.cpp"
