// What failed is said in the part of the page where it failed, with its reason. What may pass is
// asked for again; after what was refused, the page is asked for how things are now.
import { isOver } from "./connection.js";
import { heed, mayPass, say, whyNot } from "./speech.js";

const ANSWER_WITHIN = 10_000;
const SOONEST = 5_000;
const LATEST = 60_000;
const ACTION = "an action";

let pause = SOONEST;
let again;

const isRegion = element => element.matches("[data-keyed]");

function slot(element) {
    return (
        element.closest("[data-pane]")?.querySelector(":scope > .failure") ??
        document.getElementById("failure")
    );
}

function show(element, words, mayAsk) {
    const place = slot(element);
    place.textContent = words;
    place.dataset.of = isRegion(element) ? element.id : ACTION;
    if (mayAsk) {
        const button = document.createElement("button");
        button.className = "link";
        button.type = "button";
        button.textContent = say("again");
        button.addEventListener("click", askAgain);
        place.append(button);
    }
    place.hidden = false;
}

function askAgain() {
    clearTimeout(again);
    again = undefined;
    htmx.trigger(document.body, "reconnected");
}

function failed({ elt, xhr }, late) {
    const status = late ? 408 : (xhr?.status ?? 0);
    if (status === 401 || isOver()) {
        heed(status);
        return;
    }
    const words = late
        ? say("late")
        : whyNot(status, xhr?.getResponseHeader("Content-Type"), xhr?.responseText ?? "");
    if (isRegion(elt)) {
        show(elt, words, mayPass(status));
        if (mayPass(status)) {
            again ??= setTimeout(askAgain, pause);
            pause = Math.min(2 * pause, LATEST);
        }
    } else {
        show(elt, mayPass(status) ? `${words} ${say("unsure")}` : words, false);
        lookAgain();
    }
}

// The world moved on, or nobody knows whether it did.
function lookAgain() {
    const open = document.getElementById("conversation")?.dataset.conversation;
    for (const name of ["worklist", "offers", "presence", ...(open ? [`conversation-${open}`] : [])]) {
        htmx.trigger(document.body, name);
    }
}

htmx.config.timeout = ANSWER_WITHIN;
document.addEventListener("htmx:responseError", event => failed(event.detail, false));
document.addEventListener("htmx:sendError", event => failed(event.detail, false));
document.addEventListener("htmx:timeout", event => failed(event.detail, true));

// A part of the page that finds nobody signed in would take the whole page to the sign-in, and what
// is being typed with it.
document.addEventListener("htmx:beforeOnLoad", event => {
    if (event.detail.xhr.status === 401) {
        event.preventDefault();
        heed(401);
    }
});

// What an action met is said until the next one.
document.addEventListener("htmx:beforeRequest", event => {
    const { elt } = event.detail;
    if (!isRegion(elt)) {
        clear(elt, ACTION);
    }
});

document.addEventListener("htmx:afterRequest", event => {
    const { elt, xhr, successful } = event.detail;
    if (xhr?.status === 422) {
        show(elt, whyNot(422, xhr.getResponseHeader("Content-Type"), xhr.responseText), false);
    } else if (successful && isRegion(elt)) {
        pause = SOONEST;
        clear(elt, elt.id);
    }
});

function clear(element, of) {
    const place = slot(element);
    if (place.dataset.of === of) {
        place.hidden = true;
    }
}
