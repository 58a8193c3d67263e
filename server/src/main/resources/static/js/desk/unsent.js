// Replies that are being sent, were refused, or whose response was lost. Each has a key by which
// the server recognizes it: a repeated request stores it only once, and a message with that key in
// the timeline has arrived. They are stored until then, also when another conversation is opened and
// over a reload.
import { conversationChanged } from "./changes.js";
import { read, stored, write } from "./storage.js";
import { mayRetry, post, sendRequest } from "./requests.js";
import { say } from "./texts.js";
import { toNewest } from "./timeline.js";

const underWay = new Set();

const composer = () => document.getElementById("composer");
const timeline = () => document.getElementById("timeline");
const bubble = key => document.getElementById(`pending-${key}`);

// All parts of a long text have the same key.
const arrived = key => timeline()?.querySelector(`[data-message][data-key="${CSS.escape(key)}"]`);

export const isOpen = conversation => composer()?.dataset.conversation === conversation;

export function unsent(conversation) {
    return read("unsent", conversation) ?? [];
}

// The conversations with a reply that was not sent, or whose result is unknown.
export function troubled() {
    return stored("unsent").filter(conversation =>
        unsent(conversation).some(reply => reply.why && !underWay.has(reply.key)),
    );
}

export function put(conversation, reply) {
    const others = unsent(conversation).filter(other => other.key !== reply.key);
    write("unsent", conversation, [...others, reply]);
    show(conversation, reply);
    changed();
}

export function drop(conversation, key) {
    const others = unsent(conversation).filter(other => other.key !== key);
    write("unsent", conversation, others.length ? others : null);
    changed();
}

export function remove(conversation, key) {
    drop(conversation, key);
    bubble(key)?.remove();
}

function changed() {
    document.dispatchEvent(new CustomEvent("unsent"));
}

// Sends it; returns {null} when the server stored it, else {status} and the reason.
//
// first: what is sent only with the first request of a reply
export async function attempt(conversation, reply, first = {}) {
    underWay.add(reply.key);
    put(conversation, { ...reply, why: null });
    const failure = await refusal(conversation, reply, first);
    underWay.delete(reply.key);
    if (failure === null) {
        drop(conversation, reply.key);
    }
    if (isOpen(conversation)) {
        conversationChanged();
    }
    return failure;
}

async function refusal(conversation, reply, first) {
    const address = `/desk/conversations/${conversation}/replies`;
    const { ok, status, failure } = await post(address, form(reply, first));
    return ok ? null : { status, why: status ? failure : say("unsentUnknown") };
}

function form(reply, { seen, draft = [] }) {
    return [
        ["text", reply.text],
        ["key", reply.key],
        ...(reply.replyTo ? [["replyTo", reply.replyTo]] : []),
        ...reply.replyButtons.map(title => ["replyButton", title]),
        ...reply.files.map(id => ["file", id]),
        ...(seen ? [["seen", seen]] : []),
        ...draft.map(revision => ["draft", revision]),
    ];
}

// It was not sent, or the result is unknown; removed if the server has it nevertheless.
export async function failed(conversation, reply, { status, why }) {
    if (mayRetry(status) && (await isThere(conversation, reply.key))) {
        remove(conversation, reply.key);
        return;
    }
    put(conversation, { ...reply, why, known: !mayRetry(status) });
}

async function isThere(conversation, key) {
    if (isOpen(conversation) && arrived(key)) {
        return true;
    }
    const address = `/desk/conversations/${conversation}/timeline`;
    const { ok, text } = await sendRequest(address, { within: 5_000 });
    return ok && text.includes(`data-key="${key}"`);
}

function show(conversation, reply) {
    if (!isOpen(conversation)) {
        return;
    }
    const name = reply.why ? "unsent" : "pending";
    const entry = document.getElementById(name).content.firstElementChild.cloneNode(true);
    entry.id = `pending-${reply.key}`;
    entry.dataset.pending = reply.key;
    entry.querySelector(".bubble").textContent = [...reply.names, reply.text].join("\n").trim();
    if (reply.why) {
        entry.querySelector(".why").textContent = reply.why;
        entry.querySelector("[data-do=edit]").hidden = !reply.known;
    }
    const old = bubble(reply.key);
    if (old) {
        old.replaceWith(entry);
    } else {
        timeline().append(entry);
    }
    toNewest();
}

// A message in the timeline has arrived, whatever the response was.
function reconcile() {
    for (const { dataset } of timeline()?.querySelectorAll("[data-pending]") ?? []) {
        if (arrived(dataset.pending)) {
            remove(composer().dataset.conversation, dataset.pending);
        }
    }
}

// Shows the unsent replies of the opened conversation. A request that was running when the page was
// left has no response any more.
export function restore() {
    const { conversation } = composer().dataset;
    for (const reply of unsent(conversation)) {
        const lost = !reply.why && !underWay.has(reply.key);
        if (arrived(reply.key)) {
            remove(conversation, reply.key);
        } else if (lost) {
            put(conversation, { ...reply, why: say("unsentUnknown"), known: false });
        } else {
            show(conversation, reply);
        }
    }
}

// Shows them as they are now in a conversation that was not shown for a while.
function reopened() {
    timeline()
        .querySelectorAll("[data-pending]")
        .forEach(entry => entry.remove());
    const box = document.getElementById("scroller");
    const { scrollTop } = box;
    restore();
    box.scrollTop = scrollTop;
}

async function lookAfterOthers() {
    for (const conversation of stored("unsent").filter(one => !isOpen(one))) {
        for (const { key, known } of unsent(conversation).filter(reply => !underWay.has(reply.key))) {
            if (!known && (await isThere(conversation, key))) {
                drop(conversation, key);
            }
        }
    }
}

document.addEventListener("merged", event => event.target.id === "timeline" && reconcile());
document.addEventListener("pane-shown", reopened);
document.body.addEventListener("reconnected", lookAfterOthers);
