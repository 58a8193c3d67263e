import { api, listen } from "./api.js";
import { wide } from "./dom.js";

const asked = new URLSearchParams(location.search);

// The state of the page. Views read it; only this module and actions.js write to it.
export const model = {
    state: null, offset: 0, ahead: 0, connected: false, tried: false,
    person: asked.get("person"), page: asked.get("page"), view: "list",
    threads: null, thread: null, outbox: [], arrivals: new Map(), noted: new Set(),
    webhooks: [], calls: [], counts: null,
};

const views = new Set();
export const watch = view => views.add(view);
let due = false;

// Schedules one redraw for all changes in the meantime.
export function redraw() {
    if (due) return;
    due = true;
    queueMicrotask(() => { due = false; views.forEach(view => view()); });
}

export const now = () => Date.now() + model.offset;
export const people = () => model.state?.people ?? [];
export const pages = () => model.state?.pages ?? [];
export const me = () => people().find(person => person.id === model.person);
export const page = () => pages().find(one => one.id === model.page);
export const conversation = () => model.threads?.find(one => one.page === model.page);
export const unread = () => (model.threads ?? []).reduce((sum, one) => sum + (one.unread ?? 0), 0);

const fetched = {
    async state() {
        model.state = await api.state();
        model.offset = model.state.nowMillis - Date.now();
        model.ahead = milliseconds(model.state.offset);
        settle();
    },
    async threads() {
        const person = model.person;
        if (!person) return;
        const found = await api.threads(person);
        if (person === model.person) model.threads = found;
    },
    async thread() {
        const { page, person } = model;
        if (!page || !person) return;
        const found = await api.thread(page, person);
        if (page === model.page && person === model.person) model.thread = found;
    },
    async webhooks() { model.webhooks = (await api.webhooks()).slice(-200); },
    async calls() { model.calls = (await api.calls()).slice(-200); },
    async counts() { model.counts = await api.counts(); },
};

// One request at a time for each resource; a request while one is running is repeated afterwards.
function oneAtATime(work, pause = 0) {
    let running = null, again = false;
    return function run() {
        if (running) { again = true; return running; }
        running = (async () => {
            do {
                again = false;
                await work();
                redraw();
                if (pause) await new Promise(resume => setTimeout(resume, pause));
            } while (again);
        })().finally(() => { running = null; });
        return running;
    };
}

const refreshers = Object.fromEntries(Object.entries(fetched).map(([name, work]) =>
    [name, oneAtATime(work, ["webhooks", "calls", "counts"].includes(name) ? 250 : 0)]));

export const refresh = (...names) => Promise.all(names.map(name => refreshers[name]()));

// Keeps the selection valid: a known person, a known page; on wide screens a thread is open.
function settle() {
    const named = (wanted, ...names) => wanted && names.some(name => String(name).toLowerCase() === wanted.toLowerCase());
    const known = people().find(one => named(model.person, one.id, one.name, one.firstName, ...Object.values(one.psids ?? {})));
    model.person = (known ?? people()[0])?.id ?? null;
    model.page = pages().find(one => named(model.page, one.id, one.name))?.id ?? null;
}

// {@return the length of an ISO duration as the simulator writes it, such as PT24H or PT-1H-30M}
function milliseconds(duration) {
    const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?$/.exec(duration) ?? [];
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

export function begin() {
    watchAddress();
    let missed = false;
    listen({
        changed: event => changed(event).catch(failed),
        connected() {
            model.connected = true;
            if (missed) everything().catch(failed);
            missed = false;
            redraw();
        },
        lost() { model.connected = false; model.tried = missed = true; redraw(); },
    });
    // After a sleep of the machine or a loss of the network, changes may have been missed.
    addEventListener("online", () => everything().catch(failed));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && model.state && everything().catch(failed));
    return start();
}

async function start() {
    try {
        await everything();
    } catch {
        model.tried = true;
        redraw();
        setTimeout(start, 2000);
    }
}

async function everything() {
    await refresh("state");
    await refresh("threads", ...(model.page ? ["thread"] : []));
    refresh("webhooks", "calls", "counts").catch(failed);
    if (!model.page && wide()) select({ page: model.threads?.[0]?.page ?? pages()[0]?.id ?? null }, false);
    else if (model.page && model.view === "list" && !arrived) show("thread");
    arrived = true;
}

let arrived = false;

let again = 0;

// Failed requests are repeated after a pause, together with all later changes.
function failed(error) {
    console.warn("Not refreshed:", error.message);
    clearTimeout(again);
    again = setTimeout(() => everything().catch(failed), 2000);
}

async function changed({ kind, page, person }) {
    if (kind === "webhook") return refresh("webhooks", "counts", ...counted());
    if (kind === "call") return refresh("calls", "counts", ...counted());
    const who = people().find(one => one.id === person || Object.values(one.psids ?? {}).includes(person));
    const mine = !who || who.id === model.person;
    const here = mine && model.page && (!page || page === model.page);
    if (kind === "typing") return here && refresh("thread");
    if (kind === "message") {
        if (!mine) return checkUnread(who.id);
        return refresh("threads", ...(here ? ["thread"] : []));
    }
    await refresh("state", "threads", ...(model.page ? ["thread"] : []));
}

// No event reports that a fault is used up; webhooks and calls use faults up.
const counted = () => model.state?.faults?.list?.some(fault => fault.next) ? ["state"] : [];

const checking = new Set();

// Checks after a pause whether other people have unread messages.
function checkUnread(person) {
    if (checking.has(person)) return;
    checking.add(person);
    setTimeout(async () => {
        checking.delete(person);
        const threads = await api.threads(person).catch(() => []);
        const waiting = person !== model.person && threads.some(thread => thread.unread > 0);
        model.noted[waiting ? "add" : "delete"](person);
        redraw();
    }, 1000);
}

// Selects the person and the page, and stores both in the URL.
export function select(choice, remember = true) {
    const other = choice.person && choice.person !== model.person;
    Object.assign(model, choice);
    model.noted.delete(model.person);
    if (other) model.threads = null;
    model.thread = null;
    if (choice.page) model.view = "thread";
    const address = new URL(location.href);
    address.searchParams.set("person", model.person);
    model.page ? address.searchParams.set("page", model.page) : address.searchParams.delete("page");
    if (address.href !== location.href) history[remember && !wide() ? "pushState" : "replaceState"](null, "", address);
    redraw();
    return refresh("threads", ...(model.page ? ["thread"] : [])).catch(failed);
}

export function show(view) {
    model.view = view;
    redraw();
}

function watchAddress() {
    addEventListener("popstate", () => {
        const address = new URLSearchParams(location.search);
        model.view = address.get("page") ? "thread" : "list";
        select({ person: address.get("person") ?? model.person, page: address.get("page") }, false);
    });
}
