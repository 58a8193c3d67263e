// Snoozing a conversation: a dialog with the usual times, which the keys 1 to 4 choose.
import { refreshAll } from "./changes.js";
import { refusal } from "./requests.js";

const dialog = () => document.getElementById("snooze");

function fail(text) {
    document.getElementById("snooze-error").textContent = text;
}

// What is done with the chosen time; null to snooze the open conversation.
let chosen = null;

function open(then) {
    chosen = then;
    fail("");
    dialog().showModal();
}

// Lets the user choose a time for something else.
export const chooseSnooze = open;

async function snooze(until) {
    if (chosen) {
        dialog().close();
        chosen(until);
        return;
    }
    const { conversation } = document.getElementById("conversation").dataset;
    fail("");
    const failure = await refusal(`/desk/conversations/${conversation}/snooze`, { until });
    if (failure === null) {
        dialog().close();
    } else {
        fail(failure);
    }
    refreshAll();
}

document.addEventListener("click", event => {
    const { until } = event.target.closest("#snooze [data-until]")?.dataset ?? {};
    if (until) {
        snooze(until);
    } else if (event.target.closest("[data-do=snooze]")) {
        open(null);
    }
});
document.addEventListener("keydown", event => {
    if (dialog().open && !event.target.closest("input") && !event.repeat) {
        const { until } = dialog().querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)?.dataset ?? {};
        if (until) {
            event.preventDefault();
            snooze(until);
        }
    }
});
document.addEventListener("submit", event => {
    if (event.target.id === "snooze-form") {
        event.preventDefault();
        snooze(document.getElementById("snooze-until").value);
    }
});
