// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
(() => {
const one = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const SVG = 'http://www.w3.org/2000/svg';
const root = document.documentElement;
const data = JSON.parse(one('#data').textContent);
root.classList.add('js');
all('button[disabled]').forEach(button => { button.disabled = false; });

const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
        if (key === 'click') element.addEventListener('click', value);
        else if (value !== undefined) element.setAttribute(key, value);
    element.append(...children.filter(child => child !== undefined && child !== null));
    return element;
};
const say = text => { one('#said').textContent = text; };
const nameOf = id => data.organizations[id] ? data.organizations[id].name : id;
const dealsWith = id => Object.keys(data.deals).filter(deal => data.deals[deal].from === id || data.deals[deal].to === id)
    .sort((a, b) => data.deals[b].size - data.deals[a].size);

// What the legend has switched off.
const off = { layer: new Set(), family: new Set(), certainty: new Set() };
const passes = deal => !off.family.has(deal.family) && !off.certainty.has(deal.certainty) &&
    ![deal.from, deal.to].some(id => data.organizations[id] && off.layer.has(data.organizations[id].layer));

class Picture {
    constructor(box) {
        this.box = box;
        this.svg = one('svg', box);
        this.prefix = box.dataset.prefix;
        this.svg.setAttribute('role', 'group');
        this.svg.setAttribute('aria-label', 'Diagram');
        const home = this.svg.viewBox.baseVal;
        this.home = { x: home.x, y: home.y, w: home.width, h: home.height };
        this.view = { ...this.home };
        this.nodes = new Map();
        this.ribbons = [];
        this.labels = all('g.l', this.svg);
        const deal = `g[id^="${this.prefix}deal-"]`;
        for (const group of all('g[id]', this.svg)) {
            const id = group.id.slice(this.prefix.length);
            if (id.startsWith('organization-')) this.addNode(id.slice(13), group);
            else if (id.startsWith('deal-') && !group.parentNode.closest(deal)) this.addRibbon(group);
        }
        for (const label of this.labels) {
            const of = label.dataset.of || '';
            if (of.startsWith('deal-')) label.classList.add('amount');
        }
        this.listen();
    }
    addNode(id, group) {
        group.classList.add('disc');
        const deals = dealsWith(id).length;
        group.setAttribute('role', 'button');
        group.setAttribute('aria-label', `${nameOf(id)}, ${deals} ${deals === 1 ? 'deal' : 'deals'}`);
        group.setAttribute('tabindex', this.nodes.size ? '-1' : '0');
        const circle = one('circle', group);
        this.nodes.set(id, { id, group, x: +circle.getAttribute('cx'), y: +circle.getAttribute('cy'), r: +circle.getAttribute('r') });
    }
    addRibbon(group) {
        group.classList.add('mark');
        const deals = [group, ...all('g[id]', group)].map(each => each.id.slice(this.prefix.length + 5));
        for (const line of all('polyline', group)) {
            const hit = document.createElementNS(SVG, 'polyline');
            hit.setAttribute('points', line.getAttribute('points'));
            hit.setAttribute('stroke-width', Math.max(14, +line.getAttribute('stroke-width')));
            hit.setAttribute('class', 'hit');
            group.append(hit);
        }
        this.ribbons.push({ group, deals });
    }
    labelsOf(key) { return this.labels.filter(label => label.dataset.of === key); }
    scale() { return Math.min(this.svg.clientWidth / this.view.w, this.svg.clientHeight / this.view.h) || 1; }
    show() {
        const v = this.view;
        this.svg.setAttribute('viewBox', `${v.x} ${v.y} ${v.w} ${v.h}`);
        const scale = this.scale();
        // Letters keep up with the picture as it fits, and grow no further.
        if (!this.ceiling) this.ceiling = Math.max(1.2, 1.5 * scale);
        this.svg.style.setProperty('--ls', scale < 0.7 ? Math.min(1.7, 0.7 / scale) : scale > this.ceiling ? this.ceiling / scale : 1);
        this.svg.classList.toggle('far', scale < 0.5);
    }
    fit() {
        this.view = { ...this.home };
        this.ceiling = 0;
        const w = this.svg.clientWidth, h = this.svg.clientHeight;
        // A narrow screen begins with the part of a network round its largest disc; a scene is small enough to be seen whole.
        if (w && h && w / h < 0.75 * this.home.w / this.home.h && this.nodes.size > 12 && !this.box.closest('.scene')) {
            const hub = [...this.nodes.values()].reduce((a, b) => b.r > a.r ? b : a);
            const width = Math.max(this.home.w * 0.42, this.home.h * w / h);
            this.view = { x: Math.min(Math.max(this.home.x, hub.x - width / 2), this.home.x + this.home.w - width), y: this.home.y,
                w: width, h: this.home.h };
        }
        this.show();
    }
    zoom(factor, at) {
        const v = this.view, w = Math.min(this.home.w * 3, Math.max(this.home.w / 20, v.w / factor)), h = v.h * w / v.w;
        const point = at || { x: v.x + v.w / 2, y: v.y + v.h / 2 };
        this.view = { x: point.x - (point.x - v.x) * w / v.w, y: point.y - (point.y - v.y) * h / v.h, w, h };
        this.show();
    }
    at(event) {
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
        return { x: point.x, y: point.y };
    }
    pan(dx, dy) { this.view.x += dx; this.view.y += dy; this.show(); }
    bring(id) {
        const node = this.nodes.get(id);
        if (!node) return;
        const v = this.view;
        if (node.x < v.x + node.r || node.x > v.x + v.w - node.r || node.y < v.y + node.r || node.y > v.y + v.h - node.r) {
            v.x = node.x - v.w / 2;
            v.y = node.y - v.h / 2;
            this.show();
        }
    }
    listen() {
        const svg = this.svg, fingers = new Map();
        let moved = false, before = null;
        svg.addEventListener('wheel', event => {
            event.preventDefault();
            this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), this.at(event));
        }, { passive: false });
        svg.addEventListener('pointerdown', event => {
            fingers.set(event.pointerId, this.at(event));
            moved = fingers.size > 1;
            before = { x: event.clientX, y: event.clientY };
        });
        svg.addEventListener('pointermove', event => {
            if (!fingers.has(event.pointerId)) return;
            if (!moved && Math.hypot(event.clientX - before.x, event.clientY - before.y) < 5) return;
            if (!moved) svg.setPointerCapture(event.pointerId);
            moved = true;
            svg.classList.add('drag');
            const now = this.at(event), was = fingers.get(event.pointerId);
            if (fingers.size === 1) {
                this.pan(was.x - now.x, was.y - now.y);
                return;
            }
            const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
            this.zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y)), other);
            fingers.set(event.pointerId, this.at(event));
        });
        const lift = event => { fingers.delete(event.pointerId); svg.classList.remove('drag'); };
        svg.addEventListener('pointerup', lift);
        svg.addEventListener('pointercancel', lift);
        svg.addEventListener('click', event => {
            if (moved) { moved = false; return; }
            const target = this.targetOf(event.target);
            if (target) choose(target, this); else drop();
        });
        svg.addEventListener('pointerover', event => { if (!chosen) this.light(this.targetOf(event.target)); });
        svg.addEventListener('pointerleave', () => { if (!chosen) this.light(null); });
        svg.addEventListener('focusin', event => {
            const target = this.targetOf(event.target);
            if (target && target.organization) { this.ring(this.nodes.get(target.organization)); this.bring(target.organization); }
        });
        svg.addEventListener('focusout', () => this.ring(null));
        svg.addEventListener('keydown', event => this.key(event));
    }
    ring(node) {
        if (this.mark) this.mark.remove();
        this.mark = null;
        if (!node) return;
        this.mark = document.createElementNS(SVG, 'circle');
        for (const [key, value] of Object.entries({ cx: node.x, cy: node.y, r: node.r + 3, class: 'focus' })) this.mark.setAttribute(key, value);
        node.group.append(this.mark);
    }
    key(event) {
        const target = this.targetOf(event.target);
        if (!target || !target.organization) return;
        const node = this.nodes.get(target.organization);
        const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (event.key === 'Enter' || event.key === ' ') choose(target, this);
        else if (way) this.walk(node, way);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }
    walk(node, [dx, dy]) {
        let best = null, least = Infinity;
        for (const other of this.nodes.values()) {
            if (other === node || other.group.classList.contains('off')) continue;
            const x = other.x - node.x, y = other.y - node.y, along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
            if (along > 0 && along + 2 * across < least) { least = along + 2 * across; best = other; }
        }
        if (!best) return;
        node.group.setAttribute('tabindex', '-1');
        best.group.setAttribute('tabindex', '0');
        best.group.focus({ preventScroll: true });
    }
    targetOf(element) {
        const label = element.closest && element.closest('g.l');
        let key = label ? label.dataset.of : null;
        if (!key) {
            const group = element.closest && element.closest('g[id]');
            if (!group || !this.svg.contains(group)) return null;
            key = group.id.slice(this.prefix.length);
        }
        if (key && key.startsWith('organization-')) return { organization: key.slice(13) };
        if (!key || !key.startsWith('deal-')) return null;
        const ribbon = this.ribbons.find(each => each.deals.includes(key.slice(5)));
        return ribbon ? { deals: ribbon.deals } : null;
    }
    light(target) {
        for (const each of all('.on', this.svg)) each.classList.remove('on');
        this.svg.classList.toggle('dim', !!target);
        if (!target) return;
        const lit = new Set(target.organization ? [target.organization] : []);
        for (const ribbon of this.ribbons) {
            const touches = target.organization
                ? ribbon.deals.some(id => data.deals[id] && [data.deals[id].from, data.deals[id].to].includes(target.organization))
                : ribbon.deals.some(id => target.deals.includes(id));
            if (!touches) continue;
            ribbon.group.classList.add('on');
            this.labelsOf('deal-' + ribbon.deals[0]).forEach(label => label.classList.add('on'));
            for (const id of ribbon.deals) if (data.deals[id]) lit.add(data.deals[id].from).add(data.deals[id].to);
        }
        for (const id of lit) {
            const node = this.nodes.get(id);
            if (node) node.group.classList.add('on');
            this.labelsOf('organization-' + id).forEach(label => label.classList.add('on'));
        }
    }
    filter() {
        const shown = new Set();
        for (const ribbon of this.ribbons) {
            const known = ribbon.deals.filter(id => data.deals[id]);
            const visible = !known.length || known.some(id => passes(data.deals[id]));
            ribbon.group.classList.toggle('off', !visible);
            this.labelsOf('deal-' + ribbon.deals[0]).forEach(label => label.classList.toggle('off', !visible));
            if (visible) for (const id of known) shown.add(data.deals[id].from).add(data.deals[id].to);
        }
        const filtering = Object.values(off).some(set => set.size);
        for (const node of this.nodes.values()) {
            const hidden = off.layer.has(data.organizations[node.id] && data.organizations[node.id].layer) ||
                (filtering && !shown.has(node.id));
            node.group.classList.toggle('off', hidden);
            this.labelsOf('organization-' + node.id).forEach(label => label.classList.toggle('off', hidden));
        }
        const reach = [...this.nodes.values()].filter(node => !node.group.classList.contains('off'));
        if (reach.length && !reach.some(node => node.group.getAttribute('tabindex') === '0')) reach[0].group.setAttribute('tabindex', '0');
    }
}

// What is looked at: an organisation, or the deals of a ribbon.
let chosen = null, cameFrom = null;
const panel = one('#panel');
const pictures = all('.pic').map(box => new Picture(box));
const shown = () => pictures.filter(picture => picture.box.offsetParent);

const openPanel = (...children) => {
    panel.replaceChildren(make('button', { class: 'shut', type: 'button', 'aria-label': 'Close details', click: drop }, '✕'), ...children);
    panel.classList.add('open');
    panel.scrollTop = 0;
};
const facts = rows => make('dl', {}, ...rows.flatMap(([key, value]) => [make('dt', {}, key), make('dd', {}, value)]));
const party = id => data.organizations[id]
    ? make('button', { class: 'link', type: 'button', click: () => choose({ organization: id }) }, nameOf(id)) : id;
const dealRow = id => {
    const deal = data.deals[id];
    return make('button', { class: 'row', type: 'button', click: () => choose({ deals: [id] }) },
        make('span', {}, deal.title, make('br'), make('span', { class: 'two' }, `${nameOf(deal.from)} → ${nameOf(deal.to)} · ${deal.sure}`)),
        make('span', { class: 'num' }, deal.amount));
};
const sourceItem = position => {
    const source = data.sources[position];
    const title = /^https:\/\//.test(source.url || '')
        ? make('a', { href: source.url, rel: 'noreferrer noopener', target: '_blank' }, source.title) : source.title;
    return make('li', {}, `${source.publisher}: `, title, make('span', { class: 'two' }, ` ${[source.date, source.basis].filter(Boolean).join(', ')}`));
};
const showDeal = id => {
    const deal = data.deals[id];
    openPanel(make('h2', { tabindex: '-1' }, deal.title),
        make('p', {}, party(deal.from), deal.directed ? ' pays ' : ' and ', party(deal.to), deal.directed ? '' : ', who pays is not known'),
        make('p', { class: 'big' }, deal.amount), facts(deal.facts), deal.note ? make('p', {}, deal.note) : null,
        make('h3', {}, `Sources (${deal.sources.length})`), make('ol', {}, ...deal.sources.map(sourceItem)));
};
const showOrganization = id => {
    const known = data.organizations[id], deals = dealsWith(id).filter(deal => passes(data.deals[deal]));
    openPanel(make('h2', { tabindex: '-1' }, known.name), facts(known.facts), known.note ? make('p', {}, known.note) : null,
        make('h3', {}, `Deals (${deals.length})`), ...deals.map(dealRow));
};
const showRibbon = deals => {
    const first = data.deals[deals[0]];
    openPanel(make('h2', { tabindex: '-1' }, `${nameOf(first.from)} → ${nameOf(first.to)}`), make('h3', {}, `Deals (${deals.length})`), ...deals.map(dealRow));
};
function choose(target, picture) {
    const known = target.organization ? data.organizations[target.organization] : target.deals.filter(id => data.deals[id]).length;
    if (!known) return;
    if (!chosen) cameFrom = document.activeElement;
    chosen = target;
    if (target.organization) showOrganization(target.organization);
    else if (target.deals.length === 1) showDeal(target.deals[0]);
    else showRibbon(target.deals.filter(id => data.deals[id]));
    for (const each of pictures) each.light(target);
    if (!picture && target.organization) shown().forEach(each => each.bring(target.organization));
    one('h2', panel).focus({ preventScroll: true });
    say(one('h2', panel).textContent);
    const address = target.organization ? 'organization=' + target.organization : target.deals.length === 1 ? 'deal=' + target.deals[0] : '';
    if (address) history.replaceState(null, '', '#' + address);
}
function drop() {
    if (!chosen) return;
    chosen = null;
    panel.classList.remove('open');
    pictures.forEach(picture => picture.light(null));
    if (cameFrom && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
}

// The legend is the filter; the table follows.
const rows = all('#deals tbody tr');
const filter = () => {
    pictures.forEach(picture => picture.filter());
    let left = 0;
    for (const row of rows) {
        const visible = passes(data.deals[row.dataset.deal]);
        row.hidden = !visible;
        left += visible;
    }
    say(`${left} of ${rows.length} deals shown`);
    one('#left').textContent = left === rows.length ? '' : `${left} of ${rows.length} deals shown`;
};
for (const button of all('[data-filter]'))
    button.addEventListener('click', () => {
        const [kind, value] = button.dataset.filter.split(':'), on = button.getAttribute('aria-pressed') === 'false';
        button.setAttribute('aria-pressed', on);
        if (on) off[kind].delete(value); else off[kind].add(value);
        filter();
    });
for (const row of rows)
    row.addEventListener('click', event => { if (!event.target.closest('a')) choose({ deals: [row.dataset.deal] }); });
for (const row of rows) {
    const cell = one('.title', row);
    cell.replaceChildren(make('button', { class: 'link', type: 'button', click: event => { event.stopPropagation(); choose({ deals: [row.dataset.deal] }); } },
        cell.textContent));
}

// Network, story and table take turns.
const views = { network: one('#network'), story: one('#story'), deals: one('#deals') };
const view = name => {
    for (const [key, section] of Object.entries(views)) if (section) section.hidden = key !== name;
    all('[data-view]').forEach(button => button.setAttribute('aria-pressed', button.dataset.view === name));
    one('#lenses').hidden = name !== 'network' || all('[data-lens]').length < 2;
    if (name !== 'deals') shown().forEach(picture => picture.fit());
};
all('[data-view]').forEach(button => button.addEventListener('click', () => { drop(); view(button.dataset.view); }));
const lens = name => {
    all('#network .pic').forEach(box => { box.hidden = box.dataset.lens !== name; });
    all('#network [data-of-lens]').forEach(part => { part.hidden = part.dataset.ofLens !== name; });
    all('[data-lens][aria-pressed]').forEach(button => button.setAttribute('aria-pressed', button.dataset.lens === name));
    shown().forEach(picture => picture.fit());
};
all('button[data-lens]').forEach(button => button.addEventListener('click', () => lens(button.dataset.lens)));

// The story.
const scenes = all('.scene');
let scene = 0;
const step = to => {
    scene = Math.min(scenes.length - 1, Math.max(0, to));
    drop();
    scenes.forEach((each, i) => each.classList.toggle('now', i === scene));
    one('#place').textContent = `${scene + 1} of ${scenes.length}`;
    one('#earlier').disabled = scene === 0;
    one('#later').disabled = scene === scenes.length - 1;
    shown().forEach(picture => picture.fit());
    if (!views.story.hidden) history.replaceState(null, '', '#scene=' + (scene + 1));
    say(one('h2', scenes[scene]).textContent);
};
if (scenes.length) {
    one('#earlier').addEventListener('click', () => step(scene - 1));
    one('#later').addEventListener('click', () => step(scene + 1));
}

// Light and dark.
const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
one('#theme').addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    one('#theme').setAttribute('aria-pressed', dark());
});
one('#theme').setAttribute('aria-pressed', dark());
all('[data-zoom]').forEach(button => button.addEventListener('click', () => {
    for (const picture of shown()) if (button.dataset.zoom === 'fit') picture.fit(); else picture.zoom(+button.dataset.zoom);
}));

// Search among organisations, deals and sources.
const field = one('#find'), hits = one('#hits');
const entries = [
    ...Object.keys(data.organizations).map(id => ({ text: nameOf(id), kind: 'organisation', target: { organization: id } })),
    ...Object.keys(data.deals).map(id => ({ text: data.deals[id].title, kind: data.deals[id].amount, target: { deals: [id] },
        more: data.deals[id].sources.map(position => data.sources[position].publisher + ' ' + data.sources[position].title).join(' ') }))];
const seek = () => {
    const wanted = field.value.trim().toLowerCase();
    const found = wanted ? entries.filter(entry => entry.text.toLowerCase().includes(wanted))
        .concat(entries.filter(entry => !entry.text.toLowerCase().includes(wanted) && entry.more && entry.more.toLowerCase().includes(wanted))).slice(0, 12) : [];
    hits.replaceChildren(...found.map(entry => make('button', { type: 'button', click: () => { leave(); choose(entry.target); } },
        entry.text, make('span', { class: 'two' }, ' · ' + entry.kind))));
    if (wanted && !found.length) hits.replaceChildren(make('div', { class: 'key' }, 'Nothing found'));
    if (wanted) say(`${found.length} found`);
};
const leave = () => { field.value = ''; hits.replaceChildren(); };
field.addEventListener('input', seek);
field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && one('button', hits)) one('button', hits).click();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown' && one('button', hits)) one('button', hits).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
});
hits.addEventListener('keydown', event => {
    const way = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (event.key === 'Escape') { leave(); field.focus(); }
    else if (way) (document.activeElement[way] || field).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
});

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target === field) return;
    const story = views.story && !views.story.hidden;
    if (event.key === 'Escape') drop();
    else if (event.key === '/') field.focus();
    else if (event.key === '+' || event.key === '=') shown().forEach(picture => picture.zoom(1.3));
    else if (event.key === '-') shown().forEach(picture => picture.zoom(1 / 1.3));
    else if (event.key === '0') shown().forEach(picture => picture.fit());
    else if (story && ['ArrowRight', 'PageDown'].includes(event.key)) step(scene + 1);
    else if (story && ['ArrowLeft', 'PageUp'].includes(event.key)) step(scene - 1);
    else if (story && event.key === 'Home') step(0);
    else if (story && event.key === 'End') step(scenes.length - 1);
    else return;
    event.preventDefault();
});
addEventListener('resize', () => shown().forEach(picture => picture.fit()));

// An address may name a scene, an organisation or a deal.
const [kind, value] = decodeURIComponent(location.hash.slice(1)).split('=');
lens(data.lens);
if (scenes.length && kind !== 'organization' && kind !== 'deal') {
    view('story');
    step(kind === 'scene' ? +value - 1 || 0 : 0);
} else {
    if (scenes.length) step(0);
    view('network');
    if (kind === 'organization') choose({ organization: value });
    if (kind === 'deal') choose({ deals: [value] });
}
})();
