// Mentions in internal notes: `@` and the start of a name offer colleagues who may read the
// conversation. The chosen name is written into the note; the server stores who is meant.
import { insertText } from "../insertText.js";
import { sendRequest } from "./requests.js";

// On a Chinese keyboard, `@` can be a wide character.
const STARTED = /(?<![A-Za-z0-9._-])[@＠]([^@＠\n]{0,40})$/;
const AFTER_TYPING = 80;
const ANSWER_WITHIN = 10_000;

const picker = () => document.getElementById("mention-picker");
const field = () => document.getElementById("note-text");
const results = () => document.getElementById("colleagues");
const options = () => [...results().querySelectorAll("[role=option]")];
const selected = () => results().querySelector("[aria-selected=true]");
const isOpen = () => picker() !== null && !picker().hidden;
const conversation = () => document.getElementById("composer")?.dataset.conversation;

// Where the `@` is for which the user closed the picker.
let dismissed = -1;
let asking = null;
let timer = 0;

// What is typed before the cursor since the last `@`, with its place; null if there is none.
function started() {
    const { selectionStart, selectionEnd, value } = field();
    const found = selectionStart === selectionEnd && STARTED.exec(value.slice(0, selectionStart));
    return found ? { at: found.index, name: found[1], end: selectionStart } : null;
}

function close() {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
    if (isOpen()) {
        picker().hidden = true;
        results().replaceChildren();
        field().removeAttribute("aria-activedescendant");
        field().removeAttribute("aria-controls");
    }
}

function update() {
    const typed = started();
    if (!typed || typed.at === dismissed) {
        close();
        if (!typed) {
            dismissed = -1;
        }
        return;
    }
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    timer = setTimeout(() => ask(typed, signal), isOpen() ? AFTER_TYPING : 0);
}

async function ask({ at, name }, signal) {
    const from = conversation();
    const address = `/desk/conversations/${from}/colleagues?typed=${encodeURIComponent(name)}`;
    const { ok, text, failure } = await sendRequest(address, { signal, within: ANSWER_WITHIN });
    if (!signal.aborted && field() && conversation() === from && started()?.at === at) {
        asking = null;
        open();
        if (ok) {
            fill(text, name);
        } else {
            fail(failure);
        }
    }
}

function open() {
    if (!isOpen()) {
        document.dispatchEvent(new CustomEvent("insert-panel", { detail: picker() }));
        picker().hidden = false;
        field().setAttribute("aria-controls", "colleagues");
    }
}

// A name can contain spaces, but what follows a name does too: then nobody is found.
function fill(html, name) {
    results().innerHTML = html;
    const list = document.getElementById("colleague-list");
    if (!list && /\s/.test(name)) {
        close();
        return;
    }
    tell(list?.dataset.count ?? results().textContent.trim());
    select(options()[0] ?? null);
}

function fail(words) {
    const line = document.createElement("p");
    line.className = "insert-none error";
    line.textContent = words;
    results().replaceChildren(line);
    tell(words);
    select(null);
}

function tell(words) {
    document.getElementById("mention-status").textContent = words;
}

function select(option) {
    selected()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
        field().setAttribute("aria-activedescendant", option.id);
    } else {
        field().removeAttribute("aria-activedescendant");
    }
}

function move(step) {
    const all = options();
    if (all.length) {
        select(all.at((all.indexOf(selected()) + step) % all.length));
    }
}

function insert(option) {
    const typed = started();
    const { name } = option.dataset;
    close();
    if (typed) {
        dismissed = typed.at;
        insertText(field(), `@${name} `, typed.at, typed.end);
    }
}

function dismiss() {
    dismissed = started()?.at ?? -1;
    close();
}

// While the answer is awaited, or nobody was found, Enter does not add the unfinished note.
function choose() {
    if (selected() && !asking) {
        insert(selected());
    } else if (!asking) {
        dismiss();
    }
}

const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: choose,
    Tab: choose,
    Escape: dismiss,
};

function pressed(event) {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    if (event.target !== field() || !isOpen() || !isPlain || event.isComposing) {
        return;
    }
    const offers = selected() !== null || asking !== null;
    const act = offers || event.key === "Escape" || event.key === "Enter" ? keys[event.key] : undefined;
    if (act) {
        event.preventDefault();
        event.stopImmediatePropagation();
        act();
    }
}

document.addEventListener("keydown", pressed, true);
document.addEventListener("input", event => {
    if (event.target === field() && !event.isComposing) {
        update();
    }
});
document.addEventListener("compositionend", event => event.target === field() && update());
document.addEventListener("click", event => {
    const option = event.target.closest("#colleagues [role=option]");
    if (option) {
        insert(option);
    } else if (isOpen() && event.target !== field()) {
        close();
    } else if (event.target === field()) {
        update();
    }
});
document.addEventListener("mousedown", event => {
    if (event.target.closest("#mention-picker")) {
        event.preventDefault();
    }
});
document.addEventListener("focusout", event => event.target === field() && close());
document.addEventListener("insert-panel", event => event.detail !== picker() && close());
document.addEventListener("pane-shown", close);
