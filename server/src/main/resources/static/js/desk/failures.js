// Shows an error in the part of the page where it occurred, with its reason. Requests that may
// succeed later are repeated; after a refused action, the page loads the current state.
import { refreshAll } from "./changes.js";
import { isOver } from "./connection.js";
import { failureText, mayRetry, reportStatus } from "./requests.js";
import { say } from "./texts.js";

const ANSWER_WITHIN = 10_000;
const SOONEST = 5_000;
const LATEST = 60_000;
const ACTION = "an action";
const CHANGES = "changes";
const REFUSAL = "refusal";

let pause = SOONEST;
let again;

const isAsking = element => element.id === CHANGES;
const conversation = () => document.querySelector("#conversation[data-conversation]");

function slot(element) {
    const about = isAsking(element)
        ? (conversation() ?? document.getElementById("worklist"))
        : element;
    return (
        about.closest("[data-pane]")?.querySelector(":scope > .failure") ??
        document.getElementById("failure")
    );
}

// Shows the reason for which an action failed that does not belong to one pane.
export function complain(words) {
    fill(document.getElementById("failure"), words, ACTION);
}

function show(element, words, of, mayAsk) {
    const place = slot(element);
    fill(place, words, of);
    if (mayAsk) {
        place.append(againButton());
    }
}

function fill(place, words, of) {
    place.textContent = words;
    place.dataset.of = of;
    place.hidden = false;
}

function againButton() {
    const button = document.createElement("button");
    button.className = "link";
    button.type = "button";
    button.textContent = say("again");
    button.addEventListener("click", askAgain);
    return button;
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
    if (isAsking(elt)) {
        show(elt, words, CHANGES, mayRetry(status));
        if (mayRetry(status)) {
            again ??= setTimeout(askAgain, pause);
            pause = Math.min(2 * pause, LATEST);
        }
    } else {
        show(elt, mayRetry(status) ? `${words} ${say("unsure")}` : words, ACTION, false);
        refreshAll(); // The state has changed, or may have changed.
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
    if (!isAsking(elt)) {
        clear(ACTION);
    }
});

document.addEventListener("htmx:afterRequest", event => {
    const { elt, xhr, successful } = event.detail;
    if (xhr?.status === 422) {
        const type = xhr.getResponseHeader("Content-Type");
        show(elt, failureText(422, type, xhr.responseText), ACTION, false);
    } else if (successful && isAsking(elt)) {
        pause = SOONEST;
        clear(CHANGES);
        showRefusal();
    }
});

// The open conversation cannot be read any more: the answer contains the reason.
function showRefusal() {
    const why = document.getElementById(REFUSAL)?.textContent.trim();
    if (why) {
        show(conversation(), why, REFUSAL, false);
    } else {
        clear(REFUSAL);
    }
}

function clear(of) {
    for (const place of document.querySelectorAll(`.failure[data-of="${of}"]`)) {
        place.hidden = true;
    }
}
