// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace dealscape::document {

/// The one way to work in another thread: one computation at a time. Starting the next one, cancelling and destruction drop the one that
/// runs: from then on nothing of it is delivered, and one that has not begun never does. One under way ends when it next asks
/// Progress::stop(), so what it leaves behind, a file for example, it puts in place only after it has asked. What it works on must be
/// captured by value, since it may outlive this object.
class Background : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Background() override { cancel(); }

    /// Computes in another thread, then calls `done` with the result in the thread of this object.
    template <class Result>
    void run(std::function<Result(const Progress &)> compute, std::function<void(Result)> done)
    {
        auto result = std::make_shared<Result>();
        start([result, compute = std::move(compute)](const Progress &progress) { *result = compute(progress); },
              [result, done = std::move(done)] { done(std::move(*result)); });
    }
    void cancel();
    bool running() const { return m_wanted != nullptr; }

Q_SIGNALS:
    void started();
    /// Share done, from 0 to 1, in steps of a hundredth at least.
    void advanced(double share);
    /// The result was delivered, or is no longer wanted.
    void ended();

private:
    struct Wanted {
        std::atomic<bool> cancelled = false;
        std::atomic<bool> computed = false;
    };

    void start(std::function<void(const Progress &)> compute, std::function<void()> done);

    std::shared_ptr<Wanted> m_wanted;
};

} // namespace dealscape::document
