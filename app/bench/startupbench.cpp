// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/timing.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace dealscape::bench {

namespace {

class BareChart : public QChartView {
public:
    using QChartView::QChartView;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QChartView::paintEvent(event);
        if (!m_painted)
            std::fputs("first frame\n", stderr);
        m_painted = true;
    }

private:
    bool m_painted = false;
};

void addDock(QMainWindow &window, Qt::DockWidgetArea area, QWidget *content)
{
    auto *dock = new QDockWidget(QStringLiteral("Dock"), &window);
    dock->setWidget(content);
    window.addDockWidget(area, dock);
}

/// Shows an empty main window with menus, a tool bar, two docks and an empty chart, says "first frame" on standard error
/// once the chart was painted, and runs until it is ended from outside.
int runBareWindow()
{
    int argc = 1;
    char name[] = "bare";
    char *argv[] = {name, nullptr};
    QApplication application(argc, argv);
    QMainWindow window;
    for (const char *menu : {"File", "Edit", "View", "Analyse", "Help"})
        window.menuBar()->addMenu(QString::fromLatin1(menu))->addAction(QStringLiteral("Action"));
    window.addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Tool"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    addDock(window, Qt::RightDockWidgetArea, new QLabel(QStringLiteral("Details")));
    addDock(window, Qt::BottomDockWidgetArea, new QTableView);
    window.setCentralWidget(new BareChart(new QChart));
    window.resize(1920, 1080);
    window.show();
    return application.exec();
}

struct Start {
    double milliseconds = 0;
    double mebibytes = 0;
};

/// Resident memory of a living process.
double residentMebibytes(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string line;
    while (std::getline(status, line))
        if (line.rfind("VmRSS:", 0) == 0)
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

bool waitForFirstFrame(int pipe)
{
    std::string heard;
    char buffer[512];
    for (ssize_t got = 0; (got = read(pipe, buffer, sizeof buffer)) > 0;) {
        heard.append(buffer, static_cast<std::size_t>(got));
        if (heard.find("first frame") != std::string::npos)
            return true;
    }
    return false;
}

[[noreturn]] void become(const std::vector<std::string> &command, int errorPipe)
{
    dup2(errorPipe, STDERR_FILENO);
    setenv("QT_LOGGING_RULES", "dealscape.journey.info=true", 1);
    setenv("QT_FORCE_STDERR_LOGGING", "1", 1);
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
}

std::optional<Start> start(const std::vector<std::string> &command)
{
    int ends[2];
    if (pipe(ends) != 0)
        return std::nullopt;
    const double begin = wall();
    const pid_t process = fork();
    if (process < 0)
        return std::nullopt;
    if (process == 0)
        become(command, ends[1]);
    close(ends[1]);
    const bool painted = waitForFirstFrame(ends[0]);
    const double taken = wall() - begin;
    usleep(300'000);
    const Start result{taken, residentMebibytes(process)};
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
    close(ends[0]);
    return painted ? std::optional(result) : std::nullopt;
}

struct Starts {
    std::vector<double> milliseconds;
    std::vector<double> mebibytes;

    bool add(const std::vector<std::string> &command)
    {
        const auto one = start(command);
        if (!one)
            return false;
        milliseconds.push_back(one->milliseconds);
        mebibytes.push_back(one->mebibytes);
        return true;
    }
};

void print(const char *name, const Starts &series)
{
    std::printf("%-24s %8.1f ms (least %.1f)  %6.1f MiB\n", name, median(series.milliseconds),
                *std::min_element(series.milliseconds.begin(), series.milliseconds.end()), median(series.mebibytes));
}

} // namespace

int runStartup(const std::vector<std::string> &arguments)
{
    const std::string self = std::filesystem::read_symlink("/proc/self/exe");
    std::string program = std::filesystem::path(self).parent_path() / "dealscape";
    int runs = 15;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--bare")
            return runBareWindow();
        if (arguments[i] == "--runs" && i + 1 < arguments.size())
            runs = std::max(1, std::atoi(arguments[++i].c_str()));
        else if (arguments[i] == "--program" && i + 1 < arguments.size())
            program = arguments[++i];
        else
            return std::fprintf(stderr, "startup: unknown argument '%s'\n", arguments[i].c_str()), 2;
    }
    Starts bare;
    Starts ours;
    for (int i = 0; i < runs + 1; ++i) {
        if (i == 1)
            bare = {}, ours = {};
        if (!bare.add({self, "startup", "--bare"}) || !ours.add({program}))
            return std::fprintf(stderr, "startup: a window did not paint; is there a display?\n"), 1;
    }
    print("bare window", bare);
    print("dealscape", ours);
    std::printf("ratio of medians %.2f, %d runs in turns after one to warm up\n", median(ours.milliseconds) / median(bare.milliseconds),
                runs);
    return 0;
}

} // namespace dealscape::bench
