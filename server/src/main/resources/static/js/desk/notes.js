// Internal notes: the composer’s second mode. What is typed stays in the field until the server has
// stored it, and in the browser’s storage while another conversation is open.
import { conversationChanged } from "./changes.js";
import { failureText, post } from "./requests.js";
import { read, write } from "./storage.js";
import { say } from "./texts.js";
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

function keep(to, text) {
    write("note", to, text || null);
    if (isOpen(to)) {
        composer().toggleAttribute("data-note-draft", text !== "");
    }
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
    const failure = await refusal(to, text);
    adding.delete(to);
    if (failure === null) {
        stored(to, text);
    } else if (isOpen(to)) {
        fail(failure);
    }
}

async function refusal(to, text) {
    try {
        const response = await post(`/desk/conversations/${to}/notes`, { text, key: keyOf(to, text) });
        const type = response.headers.get("Content-Type");
        return response.ok ? null : failureText(response.status, type, await response.text());
    } catch {
        return `${say("failed-0")} ${say("unsure")}`;
    }
}

// What was typed in the meantime stays.
function stored(to, text) {
    if (!isOpen(to)) {
        if ((read("note", to) ?? "").trim() === text) {
            keep(to, "");
        }
        return;
    }
    if (field().value.trim() === text) {
        field().value = "";
    }
    keep(to, field().value);
    conversationChanged();
}

document.addEventListener("input", event => {
    if (event.target === field()) {
        fail("");
        keep(conversation(), field().value);
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
    }
});
document.addEventListener("htmx:load", event => {
    if (field() && event.target.contains(field())) {
        field().value = read("note", conversation()) ?? "";
        composer().toggleAttribute("data-note-draft", field().value !== "");
    }
});
