// Selecting conversations in the list, and actions on all that are selected. The selection is kept
// while the list changes; what left the list is no longer selected.
import { refreshAll } from "./changes.js";
import { post } from "./requests.js";
import { chooseSnooze } from "./snooze.js";
import { chooseTag, closeTags } from "./tags.js";
import { say } from "./texts.js";
import { now } from "./times.js";

const SHOWN_FOR = 10_000;
const part = id => document.getElementById(id);
const boxes = () => [...document.querySelectorAll("#work [data-pick]")];
const chosen = new Set();
let all = false;
let last = null;
let shownFor = "";
let hiding;

function toggle(box, on) {
    chosen[on ? "add" : "delete"](box.dataset.pick);
    all = false;
    last = box.dataset.pick;
}

// With the shift key, everything between the last one and this one.
function choose(box, range) {
    const list = boxes();
    const from = list.findIndex(each => each.dataset.pick === last);
    const to = list.indexOf(box);
    if (range && from >= 0) {
        list.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(each => toggle(each, box.checked));
    } else {
        toggle(box, box.checked);
    }
    show();
}

function clear() {
    chosen.clear();
    all = false;
    last = null;
    show();
}

function show() {
    const list = boxes();
    const bar = part("bulk");
    if (!bar) {
        return;
    }
    for (const box of list) {
        box.checked = chosen.has(box.dataset.pick);
        box.closest(".work-item").toggleAttribute("data-picked", box.checked);
    }
    const box = part("pick-all");
    box.checked = list.length > 0 && chosen.size >= list.length;
    box.indeterminate = chosen.size > 0 && !box.checked;
    bar.hidden = chosen.size === 0;
    part("work")?.toggleAttribute("data-picking", chosen.size > 0);
    const { chosen: count, all: everything } = bar.dataset;
    part("bulk-count").replaceChildren(
        ...(all ? [everything] : [count.replace("{0}", String(chosen.size))]),
        ...(box.checked && !all && part("work-more") ? [allButton(everything)] : []),
    );
    if (chosen.size) {
        part("bulk-result").hidden = true;
    }
}

function allButton(text) {
    const button = document.createElement("button");
    button.className = "link";
    button.type = "button";
    button.dataset.do = "bulk-all";
    button.dataset.test = "bulk-all";
    button.textContent = text;
    return button;
}

// A list of other conversations starts without a selection.
function keep() {
    const { query } = part("worklist").dataset;
    if (query !== shownFor) {
        shownFor = query;
        chosen.clear();
        all = false;
    }
    const here = new Set(boxes().map(box => box.dataset.pick));
    [...chosen].filter(id => !here.has(id)).forEach(id => chosen.delete(id));
    all &&= chosen.size > 0;
    show();
}

async function send(values) {
    const { query, sort } = part("worklist").dataset;
    const selection = all ? [["all", "true"], ["list", query], ["sort", sort]] : [...chosen].map(id => ["id", id]);
    if (await request("/desk/bulk", [...selection, ...Object.entries(values)])) {
        clear();
    }
}

function sendTag(action, tag) {
    closeTags();
    send({ action, tag });
}

async function request(address, values) {
    const buttons = document.querySelectorAll("#bulk button, #bulk-result button");
    buttons.forEach(button => (button.disabled = true));
    const place = part("bulk-result");
    const { ok, status, text, failure } = await post(address, values);
    if (ok) {
        place.innerHTML = text;
    } else {
        place.textContent = status ? failure : `${failure} ${say("unsure")}`;
    }
    buttons.forEach(button => (button.disabled = false));
    place.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => (place.hidden = !part("bulk-undo")), SHOWN_FOR);
    place.classList.toggle("bad", !ok);
    refreshAll();
    return ok;
}

async function assign() {
    await htmx.ajax("GET", "/desk/bulk/agents", {
        source: "#bulk-assign-body",
        target: "#bulk-assign-body",
        swap: "innerHTML",
    });
    if (part("bulk-assign-form")) {
        part("bulk-assign").showModal();
    }
}

// Of the row that has the focus, or of the open conversation.
export function pickCurrent() {
    const row = document.querySelector(".work-item:has(a:focus)") ?? document.querySelector(".work-item:has(a[aria-current])");
    const box = row?.querySelector("[data-pick]");
    if (box && part("bulk")) {
        box.checked = !box.checked;
        choose(box, false);
    }
}

// Returns whether there was a selection.
export function leaveSelection() {
    const any = chosen.size > 0;
    clear();
    return any;
}

export const undoBulk = () => part("bulk-undo")?.click();

const actions = {
    "bulk-clear": clear,
    "bulk-all": () => {
        all = true;
        show();
    },
    "bulk-take": () => send({ action: "assign", agent: "me" }),
    "bulk-assign": assign,
    "bulk-snooze": () => chooseSnooze(until => send({ action: "snooze", until })),
    "bulk-tag": () => chooseTag(false, tag => sendTag("tag", tag)),
    "bulk-untag": () => chooseTag(true, tag => sendTag("untag", tag)),
    "bulk-close": () => send({ action: "close" }),
    "bulk-undo": button => request(`/desk/bulk/${button.dataset.bulk}/undo`, []),
};

document.addEventListener("click", event => {
    const button = event.target.closest("[data-do]");
    actions[button?.dataset.do]?.(button);
    if (event.target.matches?.("[data-pick]")) {
        choose(event.target, event.shiftKey);
    } else if (event.target.id === "pick-all") {
        const on = event.target.checked;
        boxes().forEach(box => toggle(box, on));
        show();
    }
});
document.addEventListener("submit", event => {
    if (event.target.id === "bulk-assign-form") {
        event.preventDefault();
        part("bulk-assign").close();
        send({ action: "assign", agent: part("bulk-agent").value });
    }
});
document.addEventListener("merged", event => event.target.id === "worklist" && keep());
document.addEventListener("htmx:load", event => event.target.id === "list" && keep());
// What was done is shown while it can be undone.
setInterval(() => {
    const undo = part("bulk-undo");
    if (undo && Date.parse(undo.dataset.expires) <= now()) {
        part("bulk-result").hidden = true;
        undo.remove();
    }
}, 500);
keep();
