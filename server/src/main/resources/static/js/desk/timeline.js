// Keeps the scroll position of the timeline: at the newest message if the reader is there, else
// exactly where they were, with a pill that shows how many messages arrived below.
import { isRead } from "./changes.js";
import { mark, openedAt, showEntry } from "./opening.js";
import { atNewest, isReading } from "./reading.js";
import { announce, say } from "./texts.js";

let unseen = 0;
let saved = null;

const timeline = () => document.getElementById("timeline");
const scroller = () => document.getElementById("scroller");

export function toNewest() {
    const box = scroller();
    box.scrollTop = box.scrollHeight;
    unseen = 0;
    showPill();
}

function showPill() {
    const pill = document.getElementById("newer");
    pill.hidden = atNewest();
    pill.textContent = unseen > 0 ? say("newer", unseen) : say("newest");
}

// The next request reports that the agent is reading. A message is marked in this way only once.
let marked = null;
function markRead() {
    const list = timeline();
    const last = list?.querySelector(".entry.customer:nth-last-child(1 of .entry.customer)")?.id;
    if (list && Number(list.dataset.unread) && isReading() && marked !== last) {
        marked = last;
        isRead();
    }
}

function saveScroll() {
    const top = scroller().getBoundingClientRect().top;
    // Days and the beginning do not stay where they are when earlier messages are inserted.
    const anchor = [...timeline().children].find(
        each => !each.matches(".timeline-day, .timeline-edge") && each.getBoundingClientRect().bottom > top,
    );
    const newest = ":scope > .entry:nth-last-child(1 of .entry[data-message])";
    const last = timeline().querySelector(newest);
    saved = { newest: atNewest(), anchor, top: anchor?.getBoundingClientRect().top, last };
}

function restoreScroll(added) {
    const entries = added.filter(node => node.matches(".entry"));
    const below = entries.filter(
        entry =>
            !saved.last ||
            saved.last.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const theirs = below.filter(entry => entry.dataset.side === "customer");
    for (const entry of theirs) {
        const author = entry.querySelector(".author").textContent;
        const words = entry.querySelector(".bubble")?.textContent ?? say("attachment");
        announce(say("says", author, words));
    }
    if (saved.newest) {
        toNewest();
    } else {
        unseen += theirs.length;
        if (saved.anchor?.isConnected) {
            scroller().scrollTop += saved.anchor.getBoundingClientRect().top - saved.top;
        }
        showPill();
    }
    markRead();
}

function opened() {
    const box = scroller();
    const found = showFound();
    let newest = !found;
    box.addEventListener("scroll", () => {
        newest = atNewest();
        if (newest) {
            unseen = 0;
            markRead();
        }
        showPill();
    });
    // The newest message remains visible when the composer grows or a picture is loaded.
    const sizes = new ResizeObserver(() => box.isConnected && newest && toNewest());
    sizes.observe(box);
    sizes.observe(timeline());
    marked = null;
    if (found) {
        showPill();
    } else {
        toNewest();
    }
    markRead();
}

// Opened before, and shown again as it was left.
function reopened() {
    unseen = 0;
    marked = null;
    showFound();
    showPill();
    markRead();
}

// Returns whether the conversation was opened at a message, which is shown now.
function showFound() {
    const id = openedAt();
    if (id && !showEntry(id)) {
        const place = document.querySelector("#conversation > .failure");
        place.textContent = say("foundFar");
        place.hidden = false;
        return false;
    }
    return id !== null;
}

function showQuoted(link) {
    const entry = document.querySelector(link.hash);
    entry?.scrollIntoView({ block: "center", behavior: "smooth" });
    mark(entry);
}

document.addEventListener("merging", event => event.target.id === "timeline" && saveScroll());
document.addEventListener("merged", event => {
    if (event.target.id === "timeline") {
        restoreScroll(event.detail);
    }
});
document.addEventListener("visibilitychange", markRead);
window.addEventListener("focus", markRead);
document.addEventListener("htmx:load", event => {
    if (event.target.contains(scroller()) && scroller()) {
        opened();
    }
});
document.addEventListener("pane-shown", reopened);
document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]");
    if (doing?.dataset.do === "newest") {
        toNewest();
    } else if (doing?.dataset.do === "quoted" && doing.hash) {
        event.preventDefault();
        showQuoted(doing);
    }
});
