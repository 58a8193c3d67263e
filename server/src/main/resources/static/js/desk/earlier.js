// Loads earlier messages while the reader scrolls up, before the first one is reached. The button does
// the same, for the keyboard and where nothing scrolls.
import { shownEntries } from "./changes.js";

const AHEAD = "600px";
const button = () => document.querySelector("#timeline-earlier button");
let observer = null;
let asked = "";

// Requests send which rows are shown, and only what is missing is returned.
document.addEventListener("htmx:configRequest", event => {
    if (event.target.closest("#timeline-earlier")) {
        event.detail.parameters.entries = shownEntries();
    }
});

// A request that failed, or led no further, is repeated only by the reader.
function load(entries) {
    const { target, isIntersecting } = entries.at(-1);
    const page = target.getAttribute("hx-post") + target.getAttribute("hx-vals");
    if (isIntersecting && target === button() && page !== asked) {
        asked = page;
        target.click();
    }
}

// The button is another element after each page.
function watch() {
    observer?.disconnect();
    const root = document.getElementById("scroller");
    if (root && button()) {
        observer = new IntersectionObserver(load, { root, rootMargin: `${AHEAD} 0px 0px` });
        observer.observe(button());
    }
}

document.addEventListener("merged", event => event.target.id === "timeline" && watch());
document.addEventListener("htmx:load", event => {
    const box = document.getElementById("scroller");
    if (box && event.target.contains(box)) {
        asked = "";
        watch();
    }
});
document.addEventListener("pane-shown", watch);
watch();
