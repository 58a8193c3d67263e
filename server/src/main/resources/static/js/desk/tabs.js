// The conversations that are open as tabs: switching, closing and reopening them.
import { changed } from "./changes.js";
import { complain } from "./failures.js";
import { forget, request } from "./panes.js";
import { post, sendRequest } from "./requests.js";

const tabs = () => [...document.querySelectorAll("#tab-list > .tab")];
const linkOf = tab => tab.querySelector("a");
const current = () => tabs().findIndex(tab => linkOf(tab).hasAttribute("aria-current"));
const shown = () => document.getElementById("conversation").dataset.conversation;

function open(tab) {
    if (tab && tab.dataset.conversation !== shown()) {
        linkOf(tab).click();
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
}

function step(by) {
    const all = tabs();
    const at = current();
    open(all[at < 0 ? 0 : (at + by + all.length) % all.length]);
}

// Shows the neighbour instead, or else the list. The tab may be gone before the response arrives,
// because the server tells all windows that it was closed.
async function close(tab) {
    if (!tab) {
        return;
    }
    const { conversation } = tab.dataset;
    const next = tab.nextElementSibling ?? tab.previousElementSibling;
    const focused = tab.contains(document.activeElement);
    const { ok, failure } = await sendRequest(`/desk/tabs/${conversation}`, { method: "DELETE" });
    if (!ok) {
        complain(failure);
        return;
    }
    tab.remove();
    const instead = next?.isConnected ? next : tabs().at(-1);
    if (conversation === shown()) {
        (instead ? linkOf(instead) : document.getElementById("head-back")).click();
    } else if (focused && instead) {
        linkOf(instead).focus();
    }
    forget(conversation);
    changed("tabs");
}

async function reopen() {
    const { ok, text, failure } = await post("/desk/tabs/reopen");
    if (ok) {
        request(`/desk/conversations/${text}`);
    } else {
        complain(failure);
    }
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

// On a Mac, Option types other characters, and moves word by word in a text.
function actionOf(event) {
    const [, digit] = event.code.match(/^Digit([1-9])$/) ?? [];
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.slice(-1).toLowerCase();
    const moves = !(IS_MAC && event.target.closest("input, textarea"));
    if (digit && !event.shiftKey) {
        return () => open(tabs()[digit - 1]);
    }
    if (moves && !event.shiftKey && /^Arrow(Left|Right)$/.test(event.key)) {
        return () => step(event.key === "ArrowLeft" ? -1 : 1);
    }
    if (letter === "w") {
        return event.shiftKey ? reopen : () => close(tabs()[current()]);
    }
    return null;
}

// A tab leaves the list beside it as it is.
document.addEventListener("htmx:configRequest", event => {
    const { show } = document.getElementById("worklist").dataset;
    if (event.detail.elt.closest("#tabs") && show !== "mine") {
        event.detail.parameters.set("show", show);
    }
});
document.addEventListener("keydown", event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) {
        return;
    }
    const action = actionOf(event);
    if (action) {
        event.preventDefault();
        if (!event.repeat || /^Arrow/.test(event.key)) {
            action();
        }
    }
});
document.addEventListener("click", event => {
    const list = document.getElementById("tab-list");
    const button = event.target.closest("[data-do=close-tab]");
    if (button) {
        close(button.closest(".tab"));
    } else if (event.target.closest("#tab-list a") && list.matches(":popover-open")) {
        list.hidePopover();
    }
});

// After signing in, the desk shows the conversation that the user saw last.
if (location.pathname === "/desk" && shown()) {
    history.replaceState(history.state, "", `/desk/conversations/${shown()}`);
}
