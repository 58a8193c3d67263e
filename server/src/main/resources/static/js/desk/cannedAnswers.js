// Inserts a canned answer into the reply. A reply that starts with `/q` is a search, with the
// answers above it; a button and keys open the same picker with a field of its own, and the answer
// goes where the cursor is. The server replaces the slugs. Nothing is ever sent.
import { insertText } from "../insertText.js";
import { post, sendRequest } from "./requests.js";

const COMMAND = /^[/／][qQｑＱ](?:[\s　]+(.*))?$/;
const AFTER_TYPING = 80;
const ANSWER_WITHIN = 10_000;

const picker = () => document.getElementById("canned-picker");
const reply = () => document.getElementById("reply-text");
const find = () => document.getElementById("canned-find");
const results = () => document.getElementById("canned-results");
const preview = () => document.getElementById("canned-preview");
const opener = () => document.querySelector("[data-do=canned]");
const options = () => [...results().querySelectorAll("[role=option]")];
const selected = () => results().querySelector("[aria-selected=true]");
const isOpen = () => picker() !== null && !picker().hidden;
// The field in which the search is typed.
const searchField = () => (find().hidden ? reply() : find());
const command = () => COMMAND.exec(reply().value);

let personal = false;
// After Esc, a command is text, until it is deleted.
let dismissed = false;
// The option that the agent moved to, and whether it is inserted as soon as the search has answered.
let chosen = null;
let insertsNext = false;
let asking = null;
let timer = 0;

function wanted() {
    return find().hidden ? (command()?.[1] ?? "") : find().value;
}

function open(withField) {
    document.dispatchEvent(new CustomEvent("insert-panel", { detail: picker() }));
    personal = false;
    find().hidden = !withField;
    find().value = "";
    picker().hidden = false;
    opener().setAttribute("aria-expanded", "true");
    searchField().setAttribute("aria-controls", "canned-results");
    showTabs();
    search();
    if (withField) {
        find().focus();
    }
}

function close() {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
    insertsNext = false;
    for (const field of [reply(), find()]) {
        field.removeAttribute("aria-activedescendant");
        field.removeAttribute("aria-controls");
    }
    find().setAttribute("aria-expanded", "false");
    results().replaceChildren();
    show(null);
    picker().hidden = true;
    opener().setAttribute("aria-expanded", "false");
}

function showTabs() {
    for (const tab of picker().querySelectorAll("[aria-pressed]")) {
        tab.setAttribute("aria-pressed", String((tab.dataset.canned === "personal") === personal));
    }
}

function choose(which) {
    personal = which === "personal";
    showTabs();
    searchField().focus();
    search();
}

// Whatever was found for an earlier text can no longer be inserted.
function search() {
    clearTimeout(timer);
    asking?.abort();
    chosen = null;
    insertsNext = false;
    asking = new AbortController();
    const { signal } = asking;
    picker().setAttribute("aria-busy", "true");
    timer = setTimeout(() => ask(signal), results().childElementCount ? AFTER_TYPING : 0);
}

async function ask(signal) {
    const { conversation } = document.getElementById("composer").dataset;
    const query = new URLSearchParams({ typed: wanted(), personal });
    const address = `/desk/conversations/${conversation}/canned-answers?${query}`;
    const { ok, text, failure } = await sendRequest(address, { signal, within: ANSWER_WITHIN });
    // Another conversation may be open by now.
    if (!signal.aborted && isOpen() && document.getElementById("composer").dataset.conversation === conversation) {
        picker().removeAttribute("aria-busy");
        if (ok) {
            fill(text);
        } else {
            fail(failure);
        }
    }
}

function fill(html) {
    results().innerHTML = html;
    const list = document.getElementById("canned-list");
    document.getElementById("canned-count").textContent = list?.dataset.count ?? results().textContent.trim();
    find().setAttribute("aria-expanded", String(list !== null));
    const kept = options().find(option => option.dataset.answer === chosen);
    select(kept ?? options()[0] ?? null);
    if (insertsNext && (kept || chosen === null)) {
        insertSelected();
    }
    insertsNext = false;
}

function fail(words) {
    insertsNext = false;
    const line = document.createElement("p");
    line.className = "insert-none error";
    const again = document.createElement("button");
    again.type = "button";
    again.className = "link";
    again.dataset.canned = "again";
    again.textContent = picker().dataset.retry;
    line.append(words, " ", again);
    results().replaceChildren(line);
    document.getElementById("canned-count").textContent = words;
    select(null);
}

function select(option) {
    selected()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    const field = searchField();
    if (option) {
        field.setAttribute("aria-activedescendant", option.id);
    } else {
        field.removeAttribute("aria-activedescendant");
    }
    show(option);
}

function show(option) {
    preview().hidden = !option;
    preview().textContent = option?.querySelector(".canned-text").textContent ?? "";
    preview().lang = option?.querySelector(".canned-text").lang ?? "";
    preview().scrollTop = 0;
}

function move(step) {
    const all = options();
    if (all.length) {
        select(all.at((all.indexOf(selected()) + step) % all.length));
        chosen = selected().dataset.answer;
    }
}

function insert(option) {
    const { conversation } = document.getElementById("composer").dataset;
    const text = option.querySelector(".canned-text").textContent;
    const inPlaceOfCommand = find().hidden;
    close();
    dismissed = true; // An answer may itself start like a command.
    if (inPlaceOfCommand) {
        insertText(reply(), text, 0, reply().value.length);
    } else {
        insertText(reply(), text);
    }
    reply().scrollTop = reply().scrollHeight;
    post(`/desk/conversations/${conversation}/canned-answers/${option.dataset.answer}`);
}

// Enter may be quicker than the answer of the server. Without a match, a search is not sent as a reply.
function insertSelected() {
    if (picker().hasAttribute("aria-busy")) {
        insertsNext = true;
    } else if (selected()) {
        insert(selected());
    }
}

function back() {
    close();
    dismissed = true;
    reply().focus();
}

function typed(event) {
    if (event.target === find()) {
        search();
    } else if (event.target === reply() && !event.isComposing && opener()) {
        const isCommand = command() !== null;
        dismissed &&= isCommand;
        if (isOpen()) {
            if (!find().hidden || !isCommand) {
                close();
            } else {
                search();
            }
        } else if (isCommand && !dismissed) {
            open(false);
        }
    }
}

const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: insertSelected,
    Escape: back,
};

function pressed(event) {
    if (event.altKey && event.code === "KeyQ" && opener()?.checkVisibility()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        toggle();
        return;
    }
    if (!isOpen() || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const inField = event.target === searchField();
    const inside = picker().contains(event.target);
    const act = inField || (inside && event.key === "Escape") ? keys[event.key] : undefined;
    if (act && !(event.key === "Enter" && event.shiftKey)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        act();
    }
}

function toggle() {
    if (isOpen()) {
        back();
    } else if (opener().checkVisibility()) {
        open(true);
    }
}

function clicked(event) {
    const option = event.target.closest("#canned-results [role=option]");
    const doing = event.target.closest("[data-canned]")?.dataset.canned;
    if (option) {
        insert(option);
    } else if (doing === "close") {
        back();
    } else if (doing === "again") {
        searchField().focus();
        search();
    } else if (doing) {
        choose(doing);
    } else if (event.target.closest("[data-do=canned]")) {
        toggle();
    } else if (isOpen() && !picker().contains(event.target) && event.target !== reply()) {
        close();
        dismissed = true;
    }
}

document.addEventListener("input", typed);
document.addEventListener("compositionend", typed);
// Before the composer, where Enter sends and Esc removes the quote.
document.addEventListener("keydown", pressed, true);
document.addEventListener("click", clicked);
document.addEventListener("pointermove", event => {
    const option = event.target.closest?.("#canned-results [role=option]");
    if (option && option !== selected()) {
        select(option);
    }
});
// A click on an answer leaves the cursor in the reply where it is.
document.addEventListener("pointerdown", event => {
    if (event.target.closest?.("#canned-results [role=option]")) {
        event.preventDefault();
    }
});
document.addEventListener("insert-panel", event => {
    if (event.detail !== picker() && isOpen()) {
        close();
        dismissed = true;
    }
});
// The answers were filled for the conversation that was open before.
document.addEventListener("pane-shown", () => {
    asking?.abort();
    if (isOpen()) {
        close();
        dismissed = true;
    }
});
document.addEventListener("htmx:load", event => {
    if (reply() && event.target.contains(reply())) {
        asking?.abort();
        dismissed = command() !== null; // A draft is text.
    }
});
