// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// What can be measured, one function a subcommand of dealscape-bench. Each takes its arguments and returns the exit status.
namespace dealscape::bench {

/// `dealscape-bench charts`: milliseconds of computing from a change of the filter until all nine charts of the embedded dataset are
/// computed, laid out and painted on a page of 1920x1080, the median of 31 changes, beside nine plain chart widgets of the toolkit with as
/// many bars each; and milliseconds to aggregate 100,000 deals, for each chart, beside one pass that adds their values up by payer in a
/// hash table. Each pair is followed by its ratio. Needs no display. Options: --runs N takes N changes; --deals N aggregates N deals.
/// Returns the exit status.
int runCharts(const std::vector<std::string> &arguments);

/// edit [--runs N] [--deals N]: what editing costs among N deals (100,000): a letter typed in the form of a deal until it is checked and
/// painted, beside a letter in a bare line of text; putting a field into the dataset, taking it back and deleting a deal, beside building
/// the look-ups of the dataset anew. Medians and the 95th of a hundred, in milliseconds. Needs no display.
int runEdit(const std::vector<std::string> &arguments);

/// `dealscape-bench export`: the embedded dataset at 7680x4320. Times our PNG encoder and QImageWriter with its defaults in
/// turns, prints the medians, the sizes of the files and their ratios; then the peak of resident memory while a picture is
/// painted and written, above what was there before, as a multiple of 4 bytes a pixel; then the size of tier 1 as SVG.
/// Needs no display. Options: --runs N turns (7); --size WxH. Returns 1 when a bound is missed: time at most a third, a file
/// not larger, memory at most 1.5, SVG at most 200 kB.
int runExport(const std::vector<std::string> &arguments);

/// `dealscape-bench frame`: milliseconds of computing for a whole frame of 1920x1080 by software raster, the median of 100, for tier 1
/// of the embedded dataset and for generated networks, while panning and while zooming. A frame of panning paints the
/// drawing moved; a frame of zooming composes it anew and paints it. Each is followed by the same for a QGraphicsView
/// that shows the same discs, curves and texts as items, and by the ratio. Needs no display.
/// Options: --only NAME keeps one network; --frames N takes N instead of 100. Returns the exit status.
int runFrame(const std::vector<std::string> &arguments);

/// interact [--runs N] [--deals N]: how long a person waits in the real window on the embedded dataset, from mouse click to
/// the repainted selection with its details, and from a filter to the picture at rest; and for the results of a search over
/// N deals (100,000) after each letter. Prints median, 95th of a hundred and most of the wall clock, and what the thread computed
/// of it, in milliseconds. Needs no display.
int runInteract(const std::vector<std::string> &arguments);

/// `dealscape-bench layout`: draws networks, has neato and sfdp (with overlap removal by prism) draw the same in the same
/// run, and prints the measures side by side, then what becomes of the labels.
/// Options: --graph EDGES.csv --nodes NODES.csv draws a network from files instead of the built-in ones; --only NAME
/// keeps one; --pos FILE writes our places as "id x y" lines; --no-peers leaves the programs out.
/// Returns the exit status.
int runLayout(const std::vector<std::string> &arguments);

/// `loops [--runs N] [--organizations N] [--deals N] [--length N]`: finding the loops of the embedded dataset and of a large generated
/// network, beside Boost's enumeration of all cycles of a bounded length on the same arcs; then how soon a search can be cancelled, and
/// betweenness with word of its progress beside Boost's own call.
int runLoops(const std::vector<std::string> &arguments);

/// `dealscape-bench present`: for every change of scene of the embedded story, at 1920x1080 by software raster: milliseconds
/// until its first frame is painted once both scenes are composed, and the median and the slowest of 24 frames on the way, with
/// the frames a second that these would give. Then what composing a scene takes, which happens ahead of time in another thread. Times are
/// those of this thread alone. Needs no display. Options: --frames N. Returns the exit status.
int runPresent(const std::vector<std::string> &arguments);

/// Time to read and check the embedded dataset beside the time nlohmann/json needs to parse the same bytes, in turns; and how much
/// memory a file of 100,000 deals takes once it is read, beside its size. Prints medians and ratios.
///
///     read [--runs N] [--deals N]
int runRead(const std::vector<std::string> &arguments);

/// Time from starting a program to its first painted frame, and the memory it is then resident with: Dealscape with the
/// embedded network drawn beside a bare window of Qt Widgets and Qt Charts with the same docks, in turns, so that both meet
/// the same machine. Prints medians and the ratio.
///
///     startup [--runs N] [--program PATH]     PATH is the program to start, by default the dealscape beside this one
int runStartup(const std::vector<std::string> &arguments);

} // namespace dealscape::bench
