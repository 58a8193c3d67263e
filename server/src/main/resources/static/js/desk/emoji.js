// Inserts an emoji into the reply at the cursor. The list is loaded when it is first opened.
import { insertText } from "../insertText.js";
import { read, write } from "./storage.js";

const MOST_RECENT = 16;

const picker = () => document.getElementById("emoji-picker");
const reply = () => document.getElementById("reply-text");
const find = () => document.getElementById("emoji-find");
const groups = () => document.getElementById("emoji-groups");
const none = () => document.getElementById("emoji-none");
const opener = () => document.querySelector("[data-do=emoji]");
const buttons = () => [...groups().querySelectorAll("button")];
const isOpen = () => picker() !== null && !picker().hidden;

let known = null;

async function load() {
    const { EMOJI } = await import("./emojiList.js");
    const chinese = document.documentElement.lang.startsWith("zh");
    known ??= EMOJI.map(([group, emoji, english, inChinese]) => ({
        group,
        emoji,
        name: (chinese ? inChinese : english).split(chinese ? "、" : ",")[0],
        words: `${english} ${inChinese}`.normalize("NFKC").toLowerCase(),
    }));
}

async function open() {
    document.dispatchEvent(new CustomEvent("insert-panel", { detail: picker() }));
    picker().hidden = false;
    opener().setAttribute("aria-expanded", "true");
    find().value = "";
    find().focus();
    try {
        await load();
    } catch {
        close(); // Without a connection. The next attempt loads it again.
        return;
    }
    if (isOpen()) {
        show();
    }
}

function close() {
    picker().hidden = true;
    opener().setAttribute("aria-expanded", "false");
}

function back() {
    close();
    reply().focus();
}

function show() {
    const terms = find().value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    const parts = (terms.length ? [["found", found(terms)]] : all()).filter(([, list]) => list.length);
    groups().replaceChildren(...parts.map(([group, list]) => part(group, list)));
    groups().scrollTop = 0;
    none().textContent = parts.length ? "" : none().dataset.words;
    tabStop(buttons()[0]);
}

function all() {
    const recent = (read("emoji", "recent") ?? [])
        .map(emoji => known.find(one => one.emoji === emoji))
        .filter(Boolean);
    return [["recent", recent], ...Map.groupBy(known, one => one.group)];
}

// First those that have a whole word in common with the search.
function found(terms) {
    const matching = known.filter(one =>
        terms.every(term => one.words.includes(term) || one.emoji === term),
    );
    const [whole, part] = [[], []];
    for (const one of matching) {
        const words = one.words.split(/[\s,、-]+/);
        (terms.every(term => words.includes(term)) ? whole : part).push(one);
    }
    return [...whole, ...part];
}

function part(group, list) {
    const box = document.createElement("div");
    box.className = "emoji-group";
    box.setAttribute("role", "group");
    const title = document.createElement("p");
    title.className = "meta";
    title.id = `emoji-${group}`;
    title.textContent = picker().dataset[group];
    box.setAttribute("aria-labelledby", title.id);
    box.append(title, ...list.map(button));
    return box;
}

function button({ emoji, name }) {
    const one = document.createElement("button");
    one.type = "button";
    one.tabIndex = -1;
    one.textContent = emoji;
    one.title = name;
    one.setAttribute("aria-label", name);
    one.dataset.emoji = emoji;
    return one;
}

function tabStop(one) {
    groups().querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    one?.setAttribute("tabindex", "0");
}

function go(to) {
    if (to) {
        tabStop(to);
        to.focus();
    }
}

// The nearest one in the next or previous row.
function vertical(from, down) {
    const here = from.getBoundingClientRect();
    const rows = buttons()
        .map(one => ({ one, at: one.getBoundingClientRect() }))
        .filter(({ at }) => (down ? at.top > here.top + 1 : at.top < here.top - 1));
    const tops = rows.map(({ at }) => at.top);
    const next = down ? Math.min(...tops) : Math.max(...tops);
    const inRow = rows.filter(({ at }) => Math.abs(at.top - next) <= 1);
    inRow.sort((a, b) => Math.abs(a.at.left - here.left) - Math.abs(b.at.left - here.left));
    return inRow[0]?.one ?? (down ? null : find());
}

function insert(one) {
    const { emoji } = one.dataset;
    const recent = (read("emoji", "recent") ?? []).filter(other => other !== emoji);
    write("emoji", "recent", [emoji, ...recent].slice(0, MOST_RECENT));
    close();
    insertText(reply(), emoji);
}

function inList(event) {
    const all = buttons();
    const at = all.indexOf(event.target);
    const to = {
        ArrowRight: () => all[at + 1],
        ArrowLeft: () => (at > 0 ? all[at - 1] : find()),
        ArrowDown: () => vertical(event.target, true),
        ArrowUp: () => vertical(event.target, false),
        Home: () => all[0],
        End: () => all.at(-1),
    }[event.key];
    if (to) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const next = to();
        if (next === find()) {
            find().focus();
        } else {
            go(next);
        }
    }
}

function pressed(event) {
    if (event.altKey && event.code === "KeyM" && opener()?.checkVisibility()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        toggle();
        return;
    }
    if (!isOpen() || !picker().contains(event.target)) {
        return;
    }
    if (event.key === "Escape") {
        event.preventDefault();
        event.stopImmediatePropagation();
        back();
    } else if (event.target === find()) {
        const first = buttons()[0];
        if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            event.stopImmediatePropagation();
            if (event.key === "Enter" && first && find().value.trim()) {
                insert(first);
            } else {
                go(first);
            }
        }
    } else {
        inList(event);
    }
}

function toggle() {
    if (isOpen()) {
        back();
    } else if (opener().checkVisibility()) {
        open();
    }
}

document.addEventListener("input", event => event.target === find() && known && show());
document.addEventListener("keydown", pressed, true);
document.addEventListener("click", event => {
    const one = event.target.closest("#emoji-groups button");
    if (one) {
        insert(one);
    } else if (event.target.closest("[data-do=close-emoji]")) {
        back();
    } else if (event.target.closest("[data-do=emoji]")) {
        toggle();
    } else if (isOpen() && !picker().contains(event.target)) {
        close();
    }
});
document.addEventListener("insert-panel", event => {
    if (event.detail !== picker() && isOpen()) {
        close();
    }
});
