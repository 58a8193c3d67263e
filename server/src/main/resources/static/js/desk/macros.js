// Macros: a dialog with those that can be run in the open conversation, and what they do. Keys 1 to 9
// run the first nine while nothing is searched for. The server runs the steps; a reply that is being
// typed stays as it is.
import { refreshAll } from "./changes.js";
import { complain } from "./failures.js";
import { whenOpened } from "./opening.js";
import { mayRetry, post, sendRequest } from "./requests.js";
import { newestMessage, unseenWords } from "./sendGuard.js";
import { announce, say } from "./texts.js";
import { newUuid } from "./uuid.js";

const ANSWER_WITHIN = 10_000;
// Some steps are done; the same request continues.
const STOPPED = 409;
// The customer wrote meanwhile.
const CROSSED = 412;
// Nothing was done, and there is nothing to continue.
const REFUSED = 422;

const element = id => document.getElementById(id);
const dialog = () => element("macros");
const field = () => element("macros-find");
const list = () => element("macros-list");
const conversation = () => element("conversation")?.dataset.conversation;
const all = () => [...list().querySelectorAll("[role=option]")];
const shown = () => all().filter(option => !option.hidden);
const isPossible = option => option.getAttribute("aria-disabled") !== "true";
const selected = () => list().querySelector("[aria-selected=true]");
const plain = text => text.normalize("NFKC").toLowerCase();

let asking = null;
let running = false;
// What was pressed before the list was there.
let next = null;
// The conversation that the list is of.
let listed = null;
// The keys of runs that may continue, so that choosing the macro again soon does nothing twice. After a
// while, or when the customer has written, it is meant anew.
const unfinished = new Map();
const CONTINUED_WITHIN = 60_000;

const fetchList = (where, signal) =>
    sendRequest(`/desk/conversations/${where}/macros`, { signal, within: ANSWER_WITHIN });
// Another one may be open before a macro of the list is chosen.
const openNow = () => ({ where: conversation(), seenBefore: newestMessage() });

function open() {
    field().value = "";
    problem("");
    next = null;
    dialog().showModal();
    return load();
}

// Fills the list for the open conversation.
async function load() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    listed = openNow();
    dialog().setAttribute("aria-busy", "true");
    list().replaceChildren();
    show(null);
    element("macros-empty").hidden = true;
    element("macros-none").hidden = true;
    const { ok, text, failure } = await fetchList(listed.where, signal);
    if (signal.aborted) {
        return;
    }
    dialog().removeAttribute("aria-busy");
    if (ok) {
        list().innerHTML = text;
        filter();
        next?.();
    } else {
        problem(failure, say("again"), load);
    }
    next = null;
}

function filter() {
    const wanted = plain(field().value.trim());
    for (const option of all()) {
        option.hidden = !plain(option.dataset.title).includes(wanted);
    }
    const group = list().querySelector(".macros-others");
    if (group) {
        group.hidden = !group.querySelector("[role=option]:not([hidden])");
    }
    number(wanted === "");
    const found = shown();
    const { foundOne, foundOther } = dialog().dataset;
    element("macros-count").textContent = (found.length === 1 ? foundOne : foundOther).replace("{0}", found.length);
    element("macros-empty").hidden = all().length > 0;
    element("macros-none").hidden = all().length === 0 || found.length > 0;
    select(found.find(isPossible) ?? found[0] ?? null);
}

// The keys of the first nine.
function number(withKeys) {
    list().querySelectorAll("kbd").forEach(cap => cap.remove());
    const first = withKeys ? shown().filter(isPossible).slice(0, 9) : [];
    first.forEach((option, place) => {
        const cap = document.createElement("kbd");
        cap.setAttribute("aria-hidden", "true");
        cap.textContent = String(place + 1);
        option.querySelector(".macro-title").append(cap);
    });
    for (const option of all()) {
        const place = first.indexOf(option);
        option.removeAttribute("aria-keyshortcuts");
        if (place >= 0) {
            option.setAttribute("aria-keyshortcuts", String(place + 1));
        }
    }
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
    show(option);
}

function show(option) {
    const preview = element("macros-preview");
    preview.hidden = !option;
    preview.replaceChildren(...(option ? [option.querySelector("template").content.cloneNode(true)] : []));
    preview.scrollTop = 0;
}

function move(step) {
    const options = shown();
    if (options.length) {
        select(options.at((options.indexOf(selected()) + step) % options.length));
    }
}

// Shows a text, and a button for what can be done about it.
function problem(text, label, act) {
    element("macros-problem").replaceChildren(text);
    if (act) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button small";
        button.textContent = label;
        button.addEventListener("click", act);
        element("macros-problem").append(" ", button);
        button.focus();
    }
}

// A macro as it is listed for a conversation, and the request that runs it.
function lineOf(option, from) {
    const { macro, revision, replies, title } = option.dataset;
    const id = `${from.where}/${macro}/${revision}`;
    return { ...from, id, macro, revision, title, replies: replies !== undefined, key: keyOf(id, from) };
}

function keyOf(id, { seenBefore }) {
    const before = unfinished.get(id);
    const continues = before?.seen === seenBefore && performance.now() - before.at < CONTINUED_WITHIN;
    return continues ? before.key : newUuid();
}

async function run(line, anyway = false) {
    if (running) {
        return;
    }
    const isOpen = line.where === conversation();
    const unseen = isOpen && line.replies && !anyway ? unseenWords() : null;
    if (unseen) {
        await trouble(line, unseen, dialog().dataset.anyway, true);
        return;
    }
    running = true;
    dialog().setAttribute("aria-busy", "true");
    const { where, id, macro, revision, key } = line;
    const newest = isOpen ? newestMessage() : line.seenBefore;
    const seen = line.replies && !anyway ? newest : null;
    unfinished.set(id, { key, seen: newest, at: performance.now() });
    const values = { revision, key, ...(seen ? { seen } : {}) };
    const { ok, status, failure } = await post(`/desk/conversations/${where}/macros/${macro}`, values);
    running = false;
    if (listed?.where === where) {
        dialog().removeAttribute("aria-busy");
    }
    if (ok || status === REFUSED) {
        unfinished.delete(id);
    }
    refreshAll();
    if (ok) {
        if (listed?.where === where) {
            dialog().close();
        }
        announce(dialog().dataset.done.replace("{0}", () => line.title));
    } else if (status === CROSSED) {
        await trouble(line, failure, dialog().dataset.anyway, true);
    } else if (status === STOPPED) {
        await trouble(line, failure, dialog().dataset.again);
    } else if (mayRetry(status)) {
        await trouble(line, failure, say("again"), anyway); // Nothing is done twice.
    } else {
        await trouble(line, failure);
    }
}

// The list is loaded again: what is possible has changed.
async function trouble(line, text, label, anyway = false) {
    const typed = dialog().open ? field().value : "";
    if (line.where === conversation()) {
        await (dialog().open ? load() : open());
    }
    if (line.where !== conversation()) {
        complain(say("says", line.title, text));
        return;
    }
    field().value = typed;
    filter();
    select(all().find(option => option.dataset.macro === line.macro) ?? selected());
    problem(text, label, label && (() => run(line, anyway)));
}

function choose(option) {
    if (option && isPossible(option)) {
        run(lineOf(option, listed));
    }
}

const whenLoaded = act => (dialog().hasAttribute("aria-busy") && !running ? (next = act) : act());
const chooseKey = key => choose(list().querySelector(`[aria-keyshortcuts="${key}"]`));

// For the command palette: the macros that can be run now.
export async function macroCommands() {
    const from = openNow();
    if (!element("head-macros")) {
        return [];
    }
    const { ok, text } = await fetchList(from.where);
    const parsed = new DOMParser().parseFromString(ok ? text : "", "text/html");
    return [...parsed.querySelectorAll("[role=option]")].filter(isPossible).map(option => ({
        group: dialog().dataset.group,
        label: option.dataset.title,
        detail: option.querySelector(".macro-what").textContent.trim(),
        alias: "macro",
        key: "",
        run: () => run(lineOf(option, from)),
    }));
}

function pressed(event) {
    const isOpen = dialog()?.open;
    if (!isOpen && event.altKey && event.code === "KeyO" && !document.querySelector("dialog[open]")) {
        if (element("head-macros")) {
            event.preventDefault();
            open();
        }
        return;
    }
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target !== field()) {
        if (isOpen && event.repeat && event.target === field() && event.key.startsWith("Arrow")) {
            step(event);
        }
        return;
    }
    if (/^[1-9]$/.test(event.key) && field().value === "") {
        event.preventDefault();
        whenLoaded(() => chooseKey(event.key));
    } else if (event.key === "Enter") {
        event.preventDefault();
        whenLoaded(() => choose(selected()));
    } else {
        step(event);
    }
}

function step(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) {
        event.preventDefault();
        move(steps[event.key]);
    }
}

document.addEventListener("keydown", pressed);
document.addEventListener("input", event => {
    if (event.target === field()) {
        problem("");
        filter();
    }
});
document.addEventListener("click", event => {
    const option = event.target.closest("#macros-list [role=option]");
    if (option) {
        select(option);
        choose(option);
    } else if (event.target.closest("[data-do=macros]") && conversation()) {
        open();
    }
});
whenOpened(() => {
    if (dialog().open && listed.where !== conversation()) {
        next = null;
        dialog().close();
    }
});
document.addEventListener("pointermove", event => {
    const option = event.target.closest?.("#macros-list [role=option]");
    if (option && option !== selected()) {
        select(option);
    }
});
