// Shows an error in the part of the page where it occurred, with its reason. Requests that may
// succeed later are repeated; after a refused action, the page loads the current state.
import { isOver } from "./connection.js";
import { failureText, mayRetry, reportStatus } from "./requests.js";
import { say } from "./texts.js";

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
        reportStatus(status);
        return;
    }
    const words = late
        ? say("late")
        : failureText(status, xhr?.getResponseHeader("Content-Type"), xhr?.responseText ?? "");
    if (isRegion(elt)) {
        show(elt, words, mayRetry(status));
        if (mayRetry(status)) {
            again ??= setTimeout(askAgain, pause);
            pause = Math.min(2 * pause, LATEST);
        }
    } else {
        show(elt, mayRetry(status) ? `${words} ${say("unsure")}` : words, false);
        lookAgain();
    }
}

// The state has changed, or may have changed.
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

// Without this, a 401 for a part of the page would redirect the whole page to the sign-in, and text
// being typed would be lost.
document.addEventListener("htmx:beforeOnLoad", event => {
    if (event.detail.xhr.status === 401) {
        event.preventDefault();
        reportStatus(401);
    }
});

// The error of an action is shown until the next action.
document.addEventListener("htmx:beforeRequest", event => {
    const { elt } = event.detail;
    if (!isRegion(elt)) {
        clear(elt, ACTION);
    }
});

document.addEventListener("htmx:afterRequest", event => {
    const { elt, xhr, successful } = event.detail;
    if (xhr?.status === 422) {
        show(elt, failureText(422, xhr.getResponseHeader("Content-Type"), xhr.responseText), false);
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
