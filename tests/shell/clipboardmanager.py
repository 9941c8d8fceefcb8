#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clipboard manager as desktops have one, after freedesktop.org's "ClipboardManager": owns CLIPBOARD_MANAGER of the display, takes over
what a program hands it by SAVE_TARGETS when it ends, and writes each format into a folder, then ends.

    clipboardmanager.py FOLDER FORMAT...

Writes FOLDER/ready once it owns the selection, then FOLDER/0, FOLDER/1, ... for the formats, and FOLDER/saved last. Exits with 77 where
there is no libX11.
"""
import ctypes
import ctypes.util
import pathlib
import sys

X = ctypes.CDLL(ctypes.util.find_library("X11") or sys.exit(77))
WINDOW = ATOM = TIME = ctypes.c_ulong
HEAD = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p)]
PROPERTY_NOTIFY, SELECTION_REQUEST, SELECTION_NOTIFY = 28, 30, 31
PROPERTY_CHANGE_MASK = 1 << 22
CURRENT_TIME = NONE = ANY_TYPE = NEW_VALUE = 0


class Request(ctypes.Structure):
    _fields_ = HEAD + [("owner", WINDOW), ("requestor", WINDOW), ("selection", ATOM), ("target", ATOM), ("property", ATOM), ("time", TIME)]


class Notice(ctypes.Structure):
    _fields_ = HEAD + [("requestor", WINDOW), ("selection", ATOM), ("target", ATOM), ("property", ATOM), ("time", TIME)]


class Property(ctypes.Structure):
    _fields_ = HEAD + [("window", WINDOW), ("atom", ATOM), ("time", TIME), ("state", ctypes.c_int)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("request", Request), ("notice", Notice), ("property", Property), ("pad", ctypes.c_long * 24)]


X.XOpenDisplay.restype = ctypes.c_void_p
X.XDefaultRootWindow.restype = WINDOW
X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X.XCreateSimpleWindow.restype = WINDOW
X.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, WINDOW, ctypes.c_int, ctypes.c_int] + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
X.XInternAtom.restype = ATOM
X.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
X.XSelectInput.argtypes = [ctypes.c_void_p, WINDOW, ctypes.c_long]
X.XSetSelectionOwner.argtypes = [ctypes.c_void_p, ATOM, WINDOW, TIME]
X.XGetSelectionOwner.restype = WINDOW
X.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ATOM]
X.XConvertSelection.argtypes = [ctypes.c_void_p, ATOM, ATOM, ATOM, WINDOW, TIME]
X.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.POINTER(Event)]
X.XSendEvent.argtypes = [ctypes.c_void_p, WINDOW, ctypes.c_int, ctypes.c_long, ctypes.POINTER(Event)]
X.XFlush.argtypes = X.XFree.argtypes = [ctypes.c_void_p]
X.XGetWindowProperty.argtypes = ([ctypes.c_void_p, WINDOW, ATOM, ctypes.c_long, ctypes.c_long, ctypes.c_int, ATOM]
                                 + [ctypes.c_void_p] * 5)


class Manager:
    def __init__(self):
        self.display = X.XOpenDisplay(None) or sys.exit("clipboardmanager: no display")
        self.window = X.XCreateSimpleWindow(self.display, X.XDefaultRootWindow(self.display), 0, 0, 1, 1, 0, 0, 0)
        X.XSelectInput(self.display, self.window, PROPERTY_CHANGE_MASK)
        self.place = self.atom("DEALSCAPE_TEST")

    def atom(self, name):
        return X.XInternAtom(self.display, name.encode(), False)

    def own(self, selection):
        X.XSetSelectionOwner(self.display, self.atom(selection), self.window, CURRENT_TIME)
        return X.XGetSelectionOwner(self.display, self.atom(selection)) == self.window

    def next(self, kind):
        """The next event of a kind; others in between are of no interest here."""
        event = Event()
        while True:
            X.XNextEvent(self.display, ctypes.byref(event))
            if event.type == kind:
                return event

    def taken(self):
        """The bytes and the type of what was put at our place; it is removed, which asks for the next part of a large one."""
        kind, form, count, left, data = ATOM(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        X.XGetWindowProperty(self.display, self.window, self.place, 0, 1 << 28, True, ANY_TYPE, ctypes.byref(kind), ctypes.byref(form),
                             ctypes.byref(count), ctypes.byref(left), ctypes.byref(data))
        width = {0: 0, 8: 1, 16: 2, 32: ctypes.sizeof(ctypes.c_long)}[form.value]
        held = ctypes.string_at(data.value, count.value * width) if data.value else b""
        if data.value:
            X.XFree(data.value)
        return held, kind.value

    def fetch(self, form):
        X.XConvertSelection(self.display, self.atom("CLIPBOARD"), self.atom(form), self.place, self.window, CURRENT_TIME)
        if self.next(SELECTION_NOTIFY).notice.property == NONE:
            return b""
        held, kind = self.taken()
        if kind != self.atom("INCR"):
            return held
        whole = b""
        while True:
            event = self.next(PROPERTY_NOTIFY).property
            if event.atom != self.place or event.state != NEW_VALUE:
                continue
            part, _ = self.taken()
            if not part:
                return whole
            whole += part

    def answer(self, request, place):
        reply = Event()
        reply.notice.type = SELECTION_NOTIFY
        reply.notice.requestor = request.requestor
        reply.notice.selection = request.selection
        reply.notice.target = request.target
        reply.notice.property = place
        reply.notice.time = request.time
        X.XSendEvent(self.display, request.requestor, False, 0, ctypes.byref(reply))
        X.XFlush(self.display)


def main():
    folder, formats = pathlib.Path(sys.argv[1]), sys.argv[2:]
    manager = Manager()
    if not manager.own("CLIPBOARD_MANAGER"):
        sys.exit("clipboardmanager: another one is there")
    (folder / "ready").touch()
    while True:
        request = Request.from_buffer_copy(manager.next(SELECTION_REQUEST).request)
        if request.target == manager.atom("SAVE_TARGETS"):
            break
        manager.answer(request, NONE)
    for number, form in enumerate(formats):
        (folder / str(number)).write_bytes(manager.fetch(form))
    manager.own("CLIPBOARD")
    manager.answer(request, request.property)
    (folder / "saved").touch()


if __name__ == "__main__":
    main()
