// Notices when the customer wrote while a reply was being typed, and the agent has not seen it: then
// *Send* asks once more.
import { isReading } from "./reading.js";
import { say } from "./texts.js";
import { toNewest } from "./timeline.js";

// A message that was visible for so long was seen.
const SEEN_AFTER = 1_000;
// For each conversation, the customer's newest message that was there when typing began, or that was
// seen since.
const known = new Map();
let asking = false;
let timer;

const composer = () => document.getElementById("composer");
const conversation = () => composer()?.dataset.conversation;
const messages = () => [...document.querySelectorAll("#timeline > .entry[data-side=customer][data-message]")];
const line = () => document.getElementById("send-guard");
const label = () => document.getElementById("send-label");

// The customer's newest message on this page.
export function newestMessage() {
    return messages().at(-1)?.dataset.message ?? null;
}

function learn() {
    known.set(conversation(), newestMessage());
}

// Call it when the first letter of a reply is typed.
export function typingBegins() {
    learn();
}

// The first message of the customer that the agent has not seen.
function unseen() {
    const all = messages();
    const at = all.findIndex(entry => entry.dataset.message === known.get(conversation()));
    const isKnown = at >= 0 || known.get(conversation()) === null;
    return isKnown ? all[at + 1] : undefined;
}

// {return} whether to send now; otherwise the button asks.
export function maySend() {
    const entry = asking ? undefined : unseen();
    if (!entry) {
        return true;
    }
    ask(wordsOf(entry));
    return false;
}

function wordsOf(entry) {
    const author = entry.querySelector(".author").textContent.trim();
    const words = entry.querySelector(".bubble")?.textContent.trim() ?? say("attachment");
    return say("guard", author, words);
}

// {return} that the customer wrote what the agent has not seen; null if there is nothing
export function unseenWords() {
    const entry = unseen();
    return entry ? wordsOf(entry) : null;
}

export function ask(text) {
    asking = true;
    line().textContent = text;
    label().textContent = say("sendAnyway");
    composer().dataset.asking = "";
    toNewest();
}

export function stopAsking() {
    if (asking) {
        asking = false;
        line().textContent = "";
        label().textContent = say("send");
        delete composer().dataset.asking;
        learn();
    }
}

export const isAsking = () => asking;

function look() {
    clearTimeout(timer);
    if (conversation() && isReading()) {
        timer = setTimeout(() => conversation() && isReading() && learn(), SEEN_AFTER);
    }
}

document.addEventListener("merged", event => event.target.id === "timeline" && look());
document.addEventListener("scroll", event => event.target.id === "scroller" && look(), true);
document.addEventListener("visibilitychange", look);
window.addEventListener("focus", look);
for (const kind of ["htmx:load", "pane-shown"]) {
    document.addEventListener(kind, event => {
        if (composer() && event.target.contains(composer())) {
            asking = false;
            learn();
            look();
        }
    });
}
