// The command palette: every action that the page offers now, through the same buttons; the views; the
// agent's own conversations; and what the server finds. A few letters are enough, in the order in which
// they occur in the name, or in the English name of an action.
import { press } from "./actions.js";
import { macroCommands } from "./macros.js";
import { openConversation, showEntry } from "./opening.js";
import { sendRequest } from "./requests.js";
import { openSearch } from "./search.js";

const PAUSE = 250;
const MOST_OWN = 6;
const ANSWER_WITHIN = 10_000;
const OF_CONVERSATION = [
    "#head-actions button",
    "#head-customer",
    "#participants button",
    "#control-actions button",
    ".composer-modes button",
    ".composer-tools button:not([data-do=macros])",
    ".composer-row button[type=submit]",
].join(", ");
const OF_OFFERS = "#offers > .offer .actions button";
const VIEWS = "#views .saved-view > a, #rail > .rail-item[data-list], #rail > a.rail-item:not([data-list])";
const GENERAL = "#rail > button.rail-item, #presence-menu :is(button, a), #sort-menu button";
const ANY_SCRIPT = /[^\u0000-\u02ff]/;

const find = selector => document.querySelector(selector);
const dialog = find("#palette");
const field = find("#palette-text");
const list = find("#palette-list");
const status = find("#palette-status");
let commands = [];
let own = [];
let found = [];
let foundFor = "";
let trouble = "";
let moved = false;
let serial = 0;
let pending;
let request;

const plain = text => text.normalize("NFKC").toLowerCase();

// Menus can only be opened where they are.
function isOffered(button) {
    const opens = button.matches("[popovertarget]:not([popovertargetaction=hide])");
    const may = !button.disabled || button.dataset.disabledUntil;
    const reachable = button.closest("[popover], #rail") || button.checkVisibility();
    return !opens && may && reachable && button.id !== "rail-mark";
}

function labelOf(button) {
    const copy = button.cloneNode(true);
    copy.querySelectorAll("kbd, small, .count, .visually-hidden, svg, i").forEach(part => part.remove());
    const text = copy.textContent.trim().replace(/\s+/g, " ");
    return text || button.getAttribute("aria-label") || button.title;
}

function detailOf(button) {
    const menu = button.closest("[role=group]");
    const title = menu && document.getElementById(menu.getAttribute("aria-labelledby"));
    const offer = button.closest(".offer")?.querySelector(".offer-name");
    return (offer ?? title ?? button.querySelector("small"))?.textContent.trim() ?? "";
}

// The ids are the English names.
function commandsOf(selector, group) {
    return [...document.querySelectorAll(selector)].filter(isOffered).map(button => ({
        group,
        label: labelOf(button),
        detail: detailOf(button),
        alias: `${button.id} ${button.dataset.test ?? ""} ${button.dataset.do ?? ""}`.replaceAll("-", " "),
        key: button.getAttribute("aria-keyshortcuts") ?? "",
        run: () => press(button),
    }));
}

function collect() {
    const { actions, views, more } = dialog.dataset;
    return [
        ...commandsOf(OF_OFFERS, actions),
        ...commandsOf(OF_CONVERSATION, actions),
        ...commandsOf(VIEWS, views),
        ...commandsOf(GENERAL, more),
    ].filter(command => command.label);
}

// How well the letters fit: less is better, and Infinity is not at all.
function rank(name, letters) {
    const text = plain(name);
    const at = text.indexOf(letters);
    if (at >= 0) {
        return at === 0 ? 0 : /\w/.test(text[at - 1]) ? 2 : 1;
    }
    let next = 0;
    for (const letter of letters.replaceAll(" ", "")) {
        next = text.indexOf(letter, next) + 1;
        if (next === 0) {
            return Infinity;
        }
    }
    return 3;
}

function rankOf(command, letters) {
    return Math.min(rank(command.label, letters), 0.5 + rank(command.alias, letters));
}

function matching(all, letters) {
    return all
        .map(command => ({ command, rank: rankOf(command, letters) }))
        .filter(each => each.rank < Infinity)
        .sort((one, other) => one.rank - other.rank)
        .map(each => each.command);
}

// Results of the server become options that open them.
function optionsOf(html, group) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return [...parsed.querySelectorAll(".palette-option")].map(element => {
        const { conversation, message, address, label, number } = element.dataset;
        const run = () => (address ? location.assign(address) : visit(conversation, message));
        return { group, label, alias: number, element, run };
    });
}

function visit(conversation, message) {
    const isOpen = find(`#conversation[data-conversation="${conversation}"]`);
    if (isOpen && message && showEntry(message, "smooth")) {
        return;
    }
    const list = find("#worklist").dataset.query;
    const at = message ? `&at=${message}` : "";
    openConversation(`/desk/conversations/${conversation}?${list}${at}`);
}

function optionOf(command) {
    const option = command.element ?? document.createElement("div");
    if (!command.element) {
        option.className = "palette-option palette-command";
        const label = document.createElement("span");
        label.textContent = command.label;
        const detail = document.createElement("span");
        detail.className = "meta";
        detail.textContent = command.detail;
        option.append(label, detail);
        if (command.key) {
            const cap = document.createElement("kbd");
            cap.textContent = command.key.toUpperCase();
            option.append(cap);
        }
        option.setAttribute("role", "option");
        command.element = option;
    }
    option.command = command;
    return option;
}

function show() {
    const letters = plain(field.value.trim());
    const commandsNow = letters ? matching(commands, letters) : commands;
    const ownNow = letters ? matching(own, letters) : own;
    const shown = [...commandsNow, ...ownNow.slice(0, MOST_OWN)];
    const opened = new Set(ownNow.map(command => command.element.id));
    const isCurrent = letters !== "" && foundFor === letters;
    if (isCurrent) {
        shown.push(...found.filter(command => !opened.has(command.element.id)));
    }
    if (letters) {
        shown.push(searchAll(field.value.trim()));
    }
    render(grouped(shown));
    const waiting = letters !== "" && !isCurrent && maySearch(letters);
    const nothing = shown.length === (letters ? 1 : 0) ? dialog.dataset.none : "";
    status.textContent = trouble || (waiting ? dialog.dataset.searching : nothing);
}

// The groups in the order of their best fit.
function grouped(all) {
    const groups = [...new Set(all.map(command => command.group))];
    return groups.flatMap(group => all.filter(command => command.group === group));
}

function searchAll(text) {
    return {
        group: dialog.dataset.found,
        label: dialog.dataset.search.replace("{0}", () => text),
        alias: "",
        detail: "",
        key: "/",
        run: () => openSearch(text),
    };
}

function render(ordered) {
    const before = current()?.id;
    list.replaceChildren();
    let group;
    for (const command of ordered) {
        if (group?.dataset.name !== command.group) {
            group = document.createElement("div");
            group.setAttribute("role", "group");
            group.setAttribute("aria-label", command.group);
            group.dataset.name = command.group;
            const title = document.createElement("p");
            title.className = "palette-group";
            title.setAttribute("aria-hidden", "true");
            title.textContent = command.group;
            group.append(title);
            list.append(group);
        }
        group.append(optionOf(command));
    }
    const options = [...list.querySelectorAll("[role=option]")];
    options.forEach(option => (option.id ||= `palette-command-${(serial += 1)}`));
    select(options.find(option => option.id === before && moved) ?? options[0]);
}

const current = () => list.querySelector("[aria-selected=true]");

function select(option) {
    for (const each of list.querySelectorAll("[role=option]")) {
        each.setAttribute("aria-selected", String(each === option));
    }
    if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    } else {
        field.removeAttribute("aria-activedescendant");
    }
}

function move(step) {
    const all = [...list.querySelectorAll("[role=option]")];
    const next = all.indexOf(current()) + step;
    moved = true;
    select(all[(next + all.length) % all.length]);
}

function choose(option) {
    if (option) {
        dialog.close();
        option.command.run();
    }
}

function ask(text, signal) {
    return sendRequest(`/desk/palette?q=${encodeURIComponent(text)}`, { signal, within: ANSWER_WITHIN });
}

// One letter of an alphabet finds too much.
function maySearch(letters) {
    return letters.length > 1 || ANY_SCRIPT.test(letters) || /\d/.test(letters);
}

async function searchServer() {
    const letters = plain(field.value.trim());
    if (!maySearch(letters)) {
        return;
    }
    request?.abort();
    request = new AbortController();
    const { signal } = request;
    const { ok, text } = await ask(field.value.trim(), signal);
    if (signal.aborted) {
        return;
    }
    if (ok) {
        found = optionsOf(text, dialog.dataset.found);
        foundFor = letters;
    }
    trouble = ok ? "" : dialog.dataset.failed;
    if (dialog.open) {
        show();
    }
}

async function open() {
    commands = collect();
    own = [];
    found = [];
    foundFor = "";
    trouble = "";
    moved = false;
    field.value = "";
    dialog.showModal();
    field.focus();
    show();
    // Neither waits for the other.
    const opened = commands;
    macroCommands().then(macros => add(() => opened.push(...macros)));
    const { ok, text } = await ask("");
    add(() => (own = ok ? optionsOf(text, dialog.dataset.conversations) : []));
}

function add(more) {
    more();
    if (dialog.open) {
        show();
    }
}

document.addEventListener("keydown", event => {
    const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isKey || event.key.toLowerCase() !== "k" || event.repeat) {
        return;
    }
    event.preventDefault();
    if (dialog.open) {
        dialog.close();
    } else if (!find("dialog[open]")) {
        open();
    }
});

function typed() {
    moved = false;
    trouble = "";
    clearTimeout(pending);
    pending = setTimeout(searchServer, PAUSE);
    show();
}

field.addEventListener("input", event => event.isComposing || typed());
field.addEventListener("compositionend", typed);
field.addEventListener("keydown", event => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) {
        event.preventDefault();
        move(steps[event.key]);
    } else if (event.key === "Enter") {
        event.preventDefault();
        choose(current());
    }
});
list.addEventListener("click", event => choose(event.target.closest("[role=option]")));
list.addEventListener("mousedown", event => event.preventDefault());
dialog.addEventListener("click", event => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => {
    clearTimeout(pending);
    request?.abort();
});
