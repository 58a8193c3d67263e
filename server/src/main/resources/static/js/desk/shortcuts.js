// Every action has a keyboard shortcut; the dialog opened with `?` lists them.
import { press } from "./actions.js";
import { leaveSelection, pickCurrent, undoBulk } from "./bulk.js";
import { setMode } from "./notes.js";
import { settle } from "./offers.js";
import { isSearching, leaveSearch, moveInResults, openSearch } from "./search.js";

const find = selector => document.querySelector(selector);
let leader = -Infinity;
let finished = -Infinity;

function move(step) {
    if (isSearching()) {
        moveInResults(step);
        return;
    }
    const links = [...document.querySelectorAll(".work-item > a")];
    const current = find(".work-item > a:focus") ?? find(".work-item > a[aria-current]");
    const at = links.indexOf(current);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function toggleCustomer() {
    const pane = find("#customer-pane");
    if (pane.hidden) {
        return;
    }
    const open = pane.toggleAttribute("data-open");
    (open ? pane : find("#head-customer"))?.focus();
}

function back() {
    if (find("#customer-pane[data-open]")) {
        toggleCustomer();
        return;
    }
    if (leaveSearch() || leaveSelection()) {
        return;
    }
    const link = find("#head-back");
    if (link?.checkVisibility()) {
        link.click();
    } else {
        (find(".work-item > a[aria-current]") ?? find(".work-item > a"))?.focus();
    }
}

// An offer outside of the visible area is scrolled into view first, and not answered unseen.
function answer(what) {
    const offer = document.activeElement.closest(".offer") ?? find("#offers > .offer");
    if (!offer?.checkVisibility() || (what === "decline" && !offer.querySelector("[data-do=decline]"))) {
        return;
    }
    const box = offer.getBoundingClientRect();
    const list = find("#list").getBoundingClientRect();
    const bar = find("#worklist-head").offsetHeight;
    const top = Math.max(0, list.top + bar);
    if (box.top + box.height / 2 < top || box.top + box.height / 2 > Math.min(innerHeight, list.bottom)) {
        offer.scrollIntoView({ block: "center" });
        return;
    }
    settle(offer, what);
}

function click(key) {
    press(find(`#head-actions [aria-keyshortcuts=${key}]`));
}

// A second press directly after the one that ended the conversation does nothing.
function finish() {
    if (performance.now() - finished > 1_500) {
        finished = performance.now();
        click("e");
    }
}

const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => answer("accept"),
    d: () => answer("decline"),
    r: () => setMode("reply"),
    n: () => setMode("note"),
    f: () => find("[data-do=attach]")?.click(),
    q: () => find("[data-do=canned]")?.click(),
    m: () => find("[data-do=emoji]")?.click(),
    e: finish,
    h: () => click("h"),
    c: () => click("c"),
    s: () => click("s"),
    o: () => click("o"),
    p: () => click("p"),
    "#": () => press(find("#head-tags")),
    t: () => click("t"),
    x: pickCurrent,
    y: () => click("y"),
    b: () => click("b"),
    u: () => click("u"),
    z: () => (find("#bulk-undo")?.checkVisibility() ? undoBulk() : click("z")),
    i: toggleCustomer,
    v: () => find("#views-open")?.click(),
    w: () => find("#filters-open")?.click(),
    "/": () => openSearch(),
    l: () => find("[data-do=link-customer]")?.click(),
    "?": () => find("#shortcuts").showModal(),
    Escape: back,
};

// Outside of the list, the arrow keys scroll.
const inList = () => find(":is(.work-item, .search-item) > a:focus") !== null;
const arrows = { ArrowDown: () => move(1), ArrowUp: () => move(-1) };

const afterG = {
    m: () => find("#rail-mine")?.click(),
    w: () => find("#rail-waiting")?.click(),
    s: () => find("#rail-snoozed")?.click(),
    o: () => find("#rail-open")?.click(),
    l: () => find("#rail-all")?.click(),
    c: () => find("#rail-closed")?.click(),
    u: () => find("#rail-customers")?.click(),
    n: () => find("#rail-mentions")?.click(),
};

document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
        return;
    }
    if (find("dialog[open], :popover-open") || (typing && event.key !== "Escape")) {
        return;
    }
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (name === "g") {
        leader = event.timeStamp;
        return;
    }
    const led = event.timeStamp - leader < 1_000;
    leader = -Infinity;
    const act = led ? afterG[name] : (keys[name] ?? (inList() ? arrows[name] : undefined));
    if (act) {
        event.preventDefault();
        act();
    }
});

document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doing === "shortcuts") {
        find("#shortcuts").showModal();
    } else if (doing === "customer") {
        toggleCustomer();
    }
});

// With one pane at a time, the clicked element is gone, so the focus moves to the new pane.
document.addEventListener("htmx:afterSettle", event => {
    if (event.target.id === "conversation" && document.activeElement === document.body) {
        event.target.focus();
    }
});
