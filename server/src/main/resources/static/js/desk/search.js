// The search: takes the place of the list, below the offers, and stays there with its results while
// conversations are opened from it. A click on a message of the open conversation only scrolls to it.
import { showEntry } from "./opening.js";

const PAUSE = 250;
const find = selector => document.querySelector(selector);
const pane = () => find("#search");
const links = () => [...document.querySelectorAll("#search .search-item > a")];
let pending;
let composing = false;

// Whether the user sees it: with one pane at a time, an open conversation covers it.
export const isSearching = () => Boolean(pane() && !pane().hidden && pane().checkVisibility());

export async function openSearch(text) {
    const box = pane();
    box.hidden = false;
    box.toggleAttribute("data-over", !box.checkVisibility());
    if (!find("#search-form")) {
        await htmx.ajax("GET", "/desk/search/form", { source: "#search", target: "#search", swap: "innerHTML" });
    }
    const field = find("#search-text");
    if (!field) {
        box.hidden = true;
        return;
    }
    if (text !== undefined && text !== field.value) {
        field.value = text;
        search();
    }
    field.focus();
    field.select();
}

export function closeSearch() {
    pane().hidden = true;
    pane().removeAttribute("data-over");
    (find(".work-item > a[aria-current]") ?? find(".work-item > a") ?? find("#rail-search"))?.focus();
}

// Esc goes back one step: from elsewhere to the results, from there to the list.
export function leaveSearch() {
    if (!isSearching()) {
        return false;
    }
    if (pane().contains(document.activeElement)) {
        closeSearch();
    } else {
        (find("#search a[aria-current]") ?? find("#search-text")).focus();
    }
    return true;
}

export function moveInResults(step) {
    const all = links();
    const current = find("#search a:focus") ?? find("#search a[aria-current]");
    const at = all.indexOf(current);
    if (at === 0 && step < 0) {
        find("#search-text").focus();
        return;
    }
    all[at < 0 ? 0 : Math.min(all.length - 1, at + step)]?.focus();
}

function search() {
    clearTimeout(pending);
    const form = find("#search-form");
    form.elements.list.value = find("#worklist").dataset.query;
    htmx.trigger(form, "find");
}

function soon() {
    clearTimeout(pending);
    pending = setTimeout(search, PAUSE);
}

function countFilters() {
    const filters = [...document.querySelectorAll(".search-fields :is(select, input)")];
    const used = filters.filter(each => each.value).length;
    const count = find(".search-filters .count");
    count.textContent = used;
    count.hidden = used === 0;
}

function reset() {
    for (const field of document.querySelectorAll(".search-fields :is(select, input)")) {
        field.value = "";
    }
    countFilters();
    search();
}

function choose(link) {
    links().forEach(each => each.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
    pane().removeAttribute("data-over");
}

function showInPage(event, { conversation, message }) {
    const open = find(`#conversation[data-conversation="${conversation}"]`);
    if (open && message && showEntry(message, "smooth")) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
}

document.addEventListener("input", event => {
    if (event.target.id === "search-text" && !composing) {
        soon();
    }
});
document.addEventListener("compositionstart", () => (composing = true));
document.addEventListener("compositionend", event => {
    composing = false;
    if (event.target.id === "search-text") {
        soon();
    }
});
document.addEventListener("change", event => {
    if (event.target.closest(".search-fields")) {
        countFilters();
        search();
    }
});
document.addEventListener("submit", event => {
    if (event.target.id === "search-form") {
        event.preventDefault();
        search();
    }
});

// From the field, the arrow keys and Enter lead into the results; Enter searches at once if what is
// shown belongs to other words.
document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.target.id !== "search-text") {
        return;
    }
    const shown = find("#search-results").dataset.text === event.target.value.trim();
    if (event.key === "ArrowDown" || (event.key === "Enter" && shown && links().length)) {
        event.preventDefault();
        links()[0]?.focus();
    }
});

document.addEventListener(
    "click",
    event => {
        const link = event.target.closest?.(".search-item > a");
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            choose(link);
            showInPage(event, link.parentElement.dataset);
        }
    },
    true,
);
document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doing === "search") {
        openSearch();
    } else if (doing === "search-close") {
        closeSearch();
    } else if (doing === "search-reset") {
        reset();
    }
});
