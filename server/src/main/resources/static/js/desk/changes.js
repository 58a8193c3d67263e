// Asks the server what has changed, in one request for everything that this page shows: it tells
// the version of each part, and gets only the parts that differ. The open conversation follows at
// once, lists at most once a second. In the background the page waits until it is looked at, except
// for offers and for the number in its title.
import { newUuid } from "./uuid.js";
import { isReading } from "./reading.js";

const LISTS_EVERY = 1_000;
const TITLE_EVERY = 5_000;
const CONVERSATION = ["head", "thread", "control", "composer-state"];
const LISTS = ["customer", "worklist", "rail"];
const REGIONS = [...CONVERSATION, ...LISTS].map(id => `#${id}:morph`);
const ANSWER = [...REGIONS, "#refusal:outerHTML"].join(",");
// By this key the page recognizes the event of its own reading.
const page = newUuid();

// The parts to ask for: from when on, and whether in the background too.
const wanted = new Map();
let asked = null;
let listsAt = -Infinity;
let timer;

const part = id => document.getElementById(id);
const conversation = () => part("conversation")?.dataset.conversation;

// The names are those of the event stream.
export function changed(...names) {
    names.forEach(note);
    ask();
}

export function conversationChanged() {
    changed(`conversation-${conversation()}`);
}

// The agent reads what was not read before: the next request tells this, and lists show it.
export function isRead() {
    changed(`conversation-${conversation()}`, "worklist");
}

function note(name) {
    const now = performance.now();
    if (name === "reconnected") {
        want(CONVERSATION, now, false);
        want(LISTS, now, true);
    } else if (name === "offers" || name === "presence") {
        want(LISTS, now, true);
    } else if (name === "worklist" || (name.startsWith("read-") && name !== `read-${page}`)) {
        want(LISTS, listsAt + LISTS_EVERY, false);
    } else if (name.startsWith("conversation-")) {
        if (name === `conversation-${conversation()}`) {
            want(CONVERSATION, now, false);
        }
        if (document.hidden) {
            want(["rail"], listsAt + TITLE_EVERY, true);
        }
    }
}

function want(ids, at, always) {
    for (const id of ids) {
        const { at: before = Infinity, always: already = false } = wanted.get(id) ?? {};
        wanted.set(id, { at: Math.min(at, before), always: always || already });
    }
}

function ask() {
    clearTimeout(timer);
    const now = performance.now();
    const awake = [...wanted].filter(([, { always }]) => always || !document.hidden);
    const due = awake.filter(([, { at }]) => at <= now).map(([id]) => id);
    if (asked || !awake.length) {
        return;
    }
    if (due.length) {
        send(due, now);
    } else {
        timer = setTimeout(ask, Math.min(...awake.map(([, { at }]) => at)) - now);
    }
}

async function send(ids, now) {
    ids.forEach(id => wanted.delete(id));
    if (ids.includes("rail")) {
        listsAt = now;
    }
    asked = { ids, about: about() };
    await htmx
        .ajax("POST", "/desk/changes", {
            source: "#changes",
            target: "#changes",
            swap: "none",
            selectOOB: ANSWER,
            values: shown(ids),
        })
        .catch(() => {});
    asked = null;
    ask();
}

// What the answer is about: when the user opens something else meanwhile, it is of no use.
function about() {
    const { show, sort, size } = part("worklist").dataset;
    return [conversation(), part("thread")?.dataset.from, show, sort, size].join(" ");
}

function shown(ids) {
    const { show, sort, size } = part("worklist").dataset;
    const versions = ids.filter(part).map(id => [id, part(id).dataset.version]);
    const values = { show, sort, size, page, ...Object.fromEntries(versions) };
    if (conversation()) {
        values.conversation = conversation();
    }
    return part("thread") && ids.includes("thread") ? { ...values, ...thread() } : values;
}

function thread() {
    const rows = [...part("thread").querySelectorAll(":scope > [data-revision]")];
    const entries = rows.map(row => row.dataset.revision).join("");
    return { from: part("thread").dataset.from ?? "", entries, reading: isReading() };
}

document.body.addEventListener("reconnected", () => changed("reconnected"));
document.addEventListener("visibilitychange", ask);
document.addEventListener("htmx:beforeSwap", event => {
    if (event.target.id === "changes" && asked && asked.about !== about()) {
        event.detail.shouldSwap = false;
        want(asked.ids, performance.now(), true);
    }
});
