// Asks the server what has changed, in one request for everything that this page shows: it sends
// the version of each part, and gets only the parts that differ. The open conversation is updated
// at once, lists at most once a second. A page in the background waits until it is visible, except
// for offers, for messages of which it alerts the user, and for the number in its title.
import { newUuid } from "./uuid.js";
import { isReading } from "./reading.js";

const LISTS_EVERY = 1_000;
const TITLE_EVERY = 5_000;
const CONVERSATION = ["head", "participants", "timeline", "typing", "control", "wrap-up", "composer-state", "draft", "draft-note"];
const LISTS = ["worklist", "rail", "tabs", "views"];
const TAKEN_OVER = "taken-over";
const OWN = [TAKEN_OVER, "alerts"];
const REGIONS = [...CONVERSATION, "customer", ...LISTS, ...OWN].map(id => `#${id}:morph`);
const ANSWER = [...REGIONS, "#refusal:outerHTML"].join(",");
// To ignore the event that this page caused by reading.
const pageKey = newUuid();

// The parts to request: from when on, and whether in the background too.
const scheduled = new Map();
let pending = null;
let listsAt = -Infinity;
let timer;
let asked = -Infinity;

const part = id => document.getElementById(id);
// A menu that is closed is requested when it is opened.
const isShown = id => Boolean(part(id)) && (id !== "views" || part(id).matches(":popover-open"));
const conversation = () => part("conversation")?.dataset.conversation;

// The names are those of the event stream.
export function changed(...names) {
    names.forEach(scheduleFor);
    requestDue();
}

// For when it is not known what has changed.
export function refreshAll() {
    schedule([...CONVERSATION, "customer"], performance.now(), false);
    schedule([...LISTS, ...OWN], performance.now(), true);
    requestDue();
}

export function conversationChanged() {
    changed(`conversation-${conversation()}`);
}

// When the last request for the draft was sent that was answered. What is typed in a conversation that
// the user can no longer read stays.
export const askedAt = () => asked;

// The agent reads what was not read before: the next request reports this, and lists show it.
export function isRead() {
    changed(`conversation-${conversation()}`, "worklist", "alerts");
}

function scheduleFor(name) {
    const now = performance.now();
    const isReadElsewhere = name.startsWith("read-") && name !== `read-${pageKey}`;
    if (name === "alerts" || isReadElsewhere) {
        schedule(["alerts"], now, true);
    }
    if (name === "offers" || name === "presence") {
        schedule(LISTS, now, true);
    } else if (name === "worklist" || isReadElsewhere) {
        schedule(LISTS, listsAt + LISTS_EVERY, false);
    } else if (name === "tags") {
        schedule(["head", "customer"], now, false);
    } else if (name === "mentions") {
        schedule(["rail"], now, true);
    } else if (name === TAKEN_OVER) {
        schedule([TAKEN_OVER], now, true);
    } else if (name === `typing-${conversation()}`) {
        schedule(["typing"], now, false);
    } else if (name === "tabs" || name === "views") {
        schedule([name], now, false);
    } else if (name.startsWith("conversation-")) {
        if (name === `conversation-${conversation()}`) {
            schedule(CONVERSATION, now, false);
            schedule(["customer"], listsAt + LISTS_EVERY, false);
        }
        if (document.hidden) {
            schedule(["rail"], listsAt + TITLE_EVERY, true);
        }
    }
}

function schedule(ids, at, always) {
    for (const id of ids) {
        const { at: before = Infinity, always: already = false } = scheduled.get(id) ?? {};
        scheduled.set(id, { at: Math.min(at, before), always: always || already });
    }
}

function requestDue() {
    clearTimeout(timer);
    const now = performance.now();
    const awake = [...scheduled].filter(([, { always }]) => always || !document.hidden);
    const due = awake.filter(([, { at }]) => at <= now).map(([id]) => id);
    if (pending || !awake.length) {
        return;
    }
    if (due.length) {
        send(due, now);
    } else {
        timer = setTimeout(requestDue, Math.min(...awake.map(([, { at }]) => at)) - now);
    }
}

async function send(ids, now) {
    ids.forEach(id => scheduled.delete(id));
    if (ids.includes("rail")) {
        listsAt = now;
    }
    pending = { ids, context: context(), at: now };
    await htmx
        .ajax("POST", "/desk/changes", {
            source: "#changes",
            target: "#changes",
            swap: "none",
            selectOOB: ANSWER,
            values: formValues(ids),
        })
        .catch(() => {});
    pending = null;
    requestDue();
}

// What the request refers to: if the user opens something else before the response, it is dropped.
function context() {
    const { query, sort, size } = part("worklist").dataset;
    return [conversation(), part("timeline")?.dataset.from, query, sort, size].join(" ");
}

function formValues(ids) {
    const { query: list, sort, size } = part("worklist").dataset;
    const versions = ids.filter(isShown).map(id => [id, part(id).dataset.version]);
    const values = { list, sort, size, pageKey, ...Object.fromEntries(versions) };
    if (conversation()) {
        values.conversation = conversation();
    }
    return part("timeline") && ids.includes("timeline") ? { ...values, ...timelineValues() } : values;
}

// The versions of the rows that the page shows.
export function shownEntries() {
    const rows = [...part("timeline").querySelectorAll(":scope > [data-revision]")];
    return rows.map(row => row.dataset.revision).join("");
}

function timelineValues() {
    const entries = shownEntries();
    return { from: part("timeline").dataset.from ?? "", entries, reading: isReading() };
}

document.body.addEventListener("reconnected", refreshAll);
document.addEventListener("visibilitychange", requestDue);
// A pane that was put aside may be older than the last answer.
document.addEventListener("pane-shown", () => (asked = -Infinity));
document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const isAnswer = detail.elt.id === "changes" && detail.successful && pending;
    const isRefused = Boolean(part("refusal")?.textContent.trim());
    if (isAnswer && !isRefused && pending.ids.includes("draft") && pending.context === context()) {
        asked = pending.at;
        document.dispatchEvent(new CustomEvent("draft-asked"));
    }
});
document.addEventListener("htmx:beforeSwap", event => {
    if (event.target.id === "changes" && pending && pending.context !== context()) {
        event.detail.shouldSwap = false;
        schedule(pending.ids, performance.now(), true);
    }
});
