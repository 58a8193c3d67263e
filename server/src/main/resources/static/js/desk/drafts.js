// Drafts: what is typed and not sent yet, for each conversation and mode. The server stores it, a
// moment after it is typed, so that all windows of the user show it. The browser stores only what
// the server does not have yet.
//
// Each stored text has a revision, chosen here. A request names the revisions that this page has
// shown or stored: if the server has another one, something was typed in another window meanwhile,
// and the server keeps both.
import { askedAt, conversationChanged } from "./changes.js";
import { mayRetry, sendRequest } from "./requests.js";
import { read, stored, write } from "./storage.js";
import { say } from "./texts.js";
import { newUuid } from "./uuid.js";

const PAUSE = 700;
const WHILE_TYPING = 3_000;
const RECENTLY = 5_000;
const SOONEST = 5_000;
const LATEST = 60_000;
const MOST_REVISIONS = 10;
// The limit of browsers for a request that outlives its page.
const MOST_BYTES = 60_000;

export const NONE = { text: "", replyTo: null, replyButtons: [] };
const drafts = new Map();
let composing = false;

const composer = () => document.getElementById("composer");
const PARTS = { reply: "draft", note: "draft-note" };
const part = mode => document.getElementById(PARTS[mode]);
const nameOf = mode => `${composer().dataset.conversation}.${mode}`;
const isNone = ({ text, replyTo, replyButtons }) => !(text.trim() || replyTo || replyButtons.length);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export function contentOf({ text, replyTo, replyButtons }) {
    return {
        text,
        replyTo: replyTo || null,
        replyButtons: replyButtons ? replyButtons.split("\n") : [],
    };
}

function draftOf(name) {
    if (!drafts.has(name)) {
        const kept = read("draft", name);
        drafts.set(name, {
            content: NONE,
            revisions: [],
            typedAt: 0,
            savedAt: -Infinity,
            sending: 0,
            pause: SOONEST,
            ...kept,
            unsaved: kept !== null,
        });
    }
    return drafts.get(name);
}

// The draft of the composer that was just opened.
export function openDraft(mode) {
    const name = nameOf(mode);
    const draft = draftOf(name);
    if (draft.unsaved) {
        schedule(name, 0);
    } else if (!draft.sending && !isStale(draft, part(mode).dataset)) {
        adopt(draft, part(mode).dataset);
    }
    return draft.content;
}

// The draft of a composer that was open before, and is shown again.
export const currentDraft = mode => draftOf(nameOf(mode)).content;

// The answer may be older than what was stored meanwhile.
function isStale(draft, { revision }) {
    return revision
        ? draft.revisions.includes(revision) && draft.revisions.at(-1) !== revision
        : performance.now() - draft.savedAt < RECENTLY && !isNone(draft.content);
}

function adopt(draft, shown) {
    draft.content = contentOf(shown);
    if (shown.revision) {
        know(draft, shown.revision);
    }
}

function know(draft, revision) {
    draft.revisions = [...draft.revisions.filter(one => one !== revision), revision].slice(
        -MOST_REVISIONS,
    );
}

// Called whenever something is typed.
export function saveDraft(mode, content) {
    change(nameOf(mode), content);
}

function change(name, content) {
    const draft = draftOf(name);
    if (same(content, draft.content)) {
        return;
    }
    if (!draft.unsaved) {
        draft.unsavedSince = Date.now();
    }
    Object.assign(draft, { content, unsaved: true, typedAt: Date.now() });
    remember(name, draft);
    const left = draft.unsavedSince + WHILE_TYPING - Date.now();
    schedule(name, Math.max(0, Math.min(PAUSE, left)));
}

function remember(name, { content, revisions, typedAt }) {
    write("draft", name, { content, revisions, typedAt });
}

function schedule(name, delay) {
    const draft = drafts.get(name);
    clearTimeout(draft.timer);
    draft.timer = setTimeout(save, delay, name);
}

async function save(name) {
    const draft = drafts.get(name);
    clearTimeout(draft.timer);
    if (!draft.unsaved || draft.saving || (draft.sending && isNone(draft.content))) {
        return;
    }
    const { content } = draft;
    const form = formOf(draft);
    remember(name, draft);
    draft.saving = request(name, form);
    const status = await draft.saving;
    draft.saving = null;
    if (status === 200 || status === 204) {
        draft.savedAt = performance.now();
        draft.pause = SOONEST;
        if (same(content, draft.content)) {
            draft.unsaved = false;
            write("draft", name, null);
        }
        if (status === 200 && isShown(name)) {
            allArrived();
            conversationChanged();
        }
    }
    if (mayRetry(status)) {
        schedule(name, draft.pause);
        draft.pause = Math.min(2 * draft.pause, LATEST);
    } else if (draft.unsaved && !same(content, draft.content)) {
        draft.unsavedSince = Date.now();
        schedule(name, PAUSE);
    }
}

// The new revision counts as known at once: it may be stored although its response is lost.
function formOf(draft) {
    const { text, replyTo, replyButtons } = draft.content;
    const based = draft.revisions.map(revision => ["base", revision]);
    const revision = newUuid();
    know(draft, revision);
    return new URLSearchParams([
        ["text", text],
        ["revision", revision],
        ["age", Math.max(0, Date.now() - draft.typedAt)],
        ...(replyTo ? [["replyTo", replyTo]] : []),
        ...replyButtons.map(title => ["replyButton", title]),
        ...based,
    ]);
}

async function request(name, form) {
    const [conversation, mode] = name.split(".");
    const { status, failure } = await sendRequest(`/desk/conversations/${conversation}/drafts/${mode}`, {
        method: "POST",
        body: form,
        keepalive: form.toString().length < MOST_BYTES,
    });
    if (status === 422 && isShown(name)) {
        document.getElementById("reply-error").textContent = failure;
    }
    return status;
}

// The draft is being sent. {return} its revisions, so that the server deletes it with the reply.
export function takeDraft() {
    const name = nameOf("reply");
    const draft = draftOf(name);
    clearTimeout(draft.timer);
    draft.sending += 1;
    draft.crossed ||= Boolean(draft.saving);
    Object.assign(draft, { content: NONE, unsaved: true, typedAt: Date.now() });
    remember(name, draft);
    return [...draft.revisions];
}

// The reply was stored, or has become an unsent reply of its own.
export async function draftSent(conversation, stays) {
    const name = `${conversation}.reply`;
    const draft = draftOf(name);
    draft.sending -= 1;
    draft.savedAt = performance.now();
    if (draft.sending || !isNone(draft.content)) {
        return;
    }
    await draft.saving;
    if (stays || draft.crossed) {
        draft.crossed = false;
        schedule(name, 0);
    } else if (isNone(draft.content)) {
        draft.unsaved = false;
        write("draft", name, null);
    }
}

// What was typed in this conversation was added to it, perhaps while another one is shown.
export function dropDraft(conversation, mode, text) {
    const name = `${conversation}.${mode}`;
    if (draftOf(name).content.text.trim() === text) {
        change(name, NONE);
    }
}

export const revisionsOf = (conversation, mode) => draftOf(`${conversation}.${mode}`).revisions;

const isShown = name => name.startsWith(`${composer()?.dataset.conversation}.`);

// The server has sent the draft: the field shows it, unless something newer was typed in it.
function arrived(mode) {
    const draft = draftOf(nameOf(mode));
    const shown = part(mode).dataset;
    if (composing || draft.unsaved || draft.saving || draft.sending) {
        return;
    }
    if (shown.revision ? draft.revisions.at(-1) === shown.revision : isNone(draft.content)) {
        return;
    }
    if (draft.savedAt > askedAt()) {
        conversationChanged(); // The answer may be older than what was stored meanwhile.
        return;
    }
    if (!shown.revision || !draft.revisions.includes(shown.revision)) {
        adopt(draft, shown);
        document.dispatchEvent(new CustomEvent("draft", { detail: { ...draft.content, mode } }));
    }
}

function allArrived() {
    if (composer()) {
        Object.keys(PARTS).forEach(arrived);
    }
}

// A text from another window that a newer one replaced.
export function takeOther(button) {
    const other = button.closest("[data-other]");
    const content = contentOf(other.dataset);
    discard(other);
    return content;
}

async function discard(other) {
    const { ok } = await sendRequest(`/desk/drafts/${other.dataset.other}`, { method: "DELETE" });
    if (ok) {
        other.remove();
    }
}

function saveAll() {
    drafts.forEach((_, name) => save(name));
}

// Typed before the browser was closed, in conversations that are not open now. A recent one may
// belong to another window, which stores it.
function saveForgotten() {
    for (const name of stored("draft").filter(one => one.includes(".") && !drafts.has(one))) {
        if (Date.now() - (read("draft", name).typedAt ?? 0) > 2 * WHILE_TYPING) {
            draftOf(name);
            schedule(name, 0);
        }
    }
}

// Signing out deletes what the browser has stored, so the server must have it before. If it cannot
// be stored, only a second attempt signs out.
let mayLose = false;
async function beforeSignOut(event) {
    const unsaved = [...drafts].filter(([, draft]) => draft.unsaved);
    if (new URL(event.target.action, location).pathname.endsWith("/sign-out") && unsaved.length && !mayLose) {
        event.preventDefault();
        await Promise.all(unsaved.map(([name, draft]) => draft.saving ?? save(name)));
        await Promise.all(unsaved.map(([name]) => save(name)));
        mayLose = true;
        if ([...drafts.values()].some(draft => draft.unsaved)) {
            const line = document.getElementById("failure");
            line.textContent = say("draftNotStored");
            line.hidden = false;
        } else {
            event.target.requestSubmit();
        }
    }
}

// Also if the part did not change: it may have been ignored while something was being stored.
document.addEventListener("draft-asked", allArrived);
document.addEventListener("notified", event => {
    const [, conversation, revision] = event.detail.match(/^draft-(.{36})-(.*)$/) ?? [];
    const own = [...drafts.values()].some(draft => draft.revisions.includes(revision));
    if (conversation && !own && composer()?.dataset.conversation === conversation) {
        conversationChanged();
    }
});
document.addEventListener("click", event => {
    const button = event.target.closest("[data-do=draft-discard]");
    if (button) {
        discard(button.closest("[data-other]"));
    }
});
document.addEventListener("compositionstart", () => (composing = true));
document.addEventListener("compositionend", () => {
    composing = false;
    allArrived();
});
document.addEventListener("submit", beforeSignOut);
document.addEventListener("visibilitychange", () => document.hidden && saveAll());
window.addEventListener("pagehide", saveAll);
document.body.addEventListener("reconnected", () => {
    saveAll();
    saveForgotten();
});
