// Internal notes: the composer’s second mode. What is typed stays in the field, and is stored as a
// draft, until the server has added it.
import { conversationChanged } from "./changes.js";
import { currentDraft, dropDraft, openDraft, revisionsOf, saveDraft, takeOther } from "./drafts.js";
import { refusal } from "./requests.js";
import { isOpen } from "./unsent.js";
import { newUuid } from "./uuid.js";

// A repeated attempt with the same text uses the same key.
let last = { conversation: null, text: null, key: null };
const adding = new Set();

const composer = () => document.getElementById("composer");
const field = () => document.getElementById("note-text");
const conversation = () => composer().dataset.conversation;

export function setMode(mode) {
    if (!composer()) {
        return;
    }
    composer().dataset.mode = mode;
    for (const button of composer().querySelectorAll(".composer-modes button")) {
        button.setAttribute("aria-pressed", button.dataset.mode === mode);
    }
    document.getElementById(mode === "note" ? "note-text" : "reply-text").focus();
}

function fail(text) {
    document.getElementById("reply-error").textContent = text;
}

function keep() {
    saveDraft("note", { text: field().value, replyTo: null, replyButtons: [] });
    mark();
}

function mark() {
    composer().toggleAttribute("data-note-draft", field().value !== "");
}

function fill({ text }) {
    field().value = text;
    mark();
}

function keyOf(to, text) {
    if (last.conversation !== to || last.text !== text) {
        last = { conversation: to, text, key: newUuid() };
    }
    return last.key;
}

async function add() {
    const to = conversation();
    const text = field().value.trim();
    if (!text || adding.has(to)) {
        return;
    }
    adding.add(to);
    fail("");
    const failure = await refusal(`/desk/conversations/${to}/notes`, [
        ["text", text],
        ["key", keyOf(to, text)],
        ...revisionsOf(to, "note").map(revision => ["draft", revision]),
    ]);
    adding.delete(to);
    if (failure === null) {
        stored(to, text);
    } else if (isOpen(to)) {
        fail(failure);
    }
}

// What was typed in the meantime stays.
function stored(to, text) {
    if (!isOpen(to)) {
        dropDraft(to, "note", text);
        return;
    }
    if (field().value.trim() === text) {
        field().value = "";
    }
    keep();
    conversationChanged();
}

document.addEventListener("input", event => {
    if (event.target === field()) {
        fail("");
        keep();
    }
});
document.addEventListener("keydown", event => {
    if (event.target !== field()) {
        return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        add();
    } else if (event.key === "Escape") {
        event.stopImmediatePropagation();
        setMode("reply");
    }
});
document.addEventListener("submit", event => {
    if (event.target.id === "note") {
        event.preventDefault();
        add();
    }
});
document.addEventListener("click", event => {
    const mode = event.target.closest(".composer-modes button")?.dataset.mode;
    if (mode) {
        setMode(mode);
    } else if (event.target.closest("#draft-note [data-do=draft-insert]")) {
        const { text } = takeOther(event.target);
        field().value = [field().value, text].filter(Boolean).join("\n\n");
        keep();
        field().focus();
    }
});
document.addEventListener("draft", event => event.detail.mode === "note" && fill(event.detail));
document.addEventListener("pane-shown", () => fill(currentDraft("note")));
document.addEventListener("htmx:load", event => {
    if (field() && event.target.contains(field())) {
        fill(openDraft("note"));
    }
});
