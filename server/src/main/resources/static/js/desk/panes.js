// The panes of conversations that were open before, with their scroll position and what is typed in
// them: opening such a conversation again shows at once what was there, and then what is new.
import { rest } from "./actions.js";
import { refreshAll } from "./changes.js";
import { entryIn } from "./opening.js";
import { post } from "./requests.js";

const MOST = 10;
const ADDRESS = /^\/desk\/conversations\/([0-9a-f-]{36})(?:\?|$)/;
const panes = new Map();
let typing = false;
// The request for the conversation that is to be shown next. The answer of an earlier one is dropped,
// or it would come beside another conversation.
let opening = null;
const fields = ["reply-text", "note-text"];

const section = () => document.getElementById("conversation");
const customer = () => document.getElementById("customer-pane");
const shown = () => section().dataset.conversation;
const title = () => document.title.replace(/^\(\d+\) /, "");

export function forget(conversation) {
    panes.delete(conversation);
}

// Takes the current panes out of the page; {return} what takes their place until others are there.
function putAside() {
    const box = document.getElementById("scroller");
    const pane = { section: section(), customer: customer(), title: title() };
    const places = [pane.section, pane.customer].map(part => part.cloneNode(false));
    pane.top = box?.scrollTop;
    pane.atEnd = box && box.scrollHeight - box.scrollTop - box.clientHeight < 2;
    typing = fields.includes(document.activeElement?.id);
    if (shown()) {
        panes.delete(shown());
        panes.set(shown(), pane);
        [...panes.keys()].slice(0, -MOST).forEach(forget);
    }
    pane.section.replaceWith(places[0]);
    pane.customer.replaceWith(places[1]);
    return places;
}

function show(conversation, address) {
    const pane = panes.get(conversation);
    const [first, second] = putAside();
    panes.delete(conversation);
    pane.customer.removeAttribute("data-open");
    first.replaceWith(pane.section);
    second.replaceWith(pane.customer);
    const box = document.getElementById("scroller");
    box.scrollTop = pane.atEnd ? box.scrollHeight : pane.top;
    document.title = pane.title;
    history.pushState({ htmx: true }, "", address);
    mark(conversation);
    backToList(pane.section.querySelector("#head-back"));
    rest(pane.section);
    pane.section.dispatchEvent(new CustomEvent("pane-shown", { bubbles: true }));
    focus();
    refreshAll();
    post(`/desk/tabs/${conversation}`);
}

// Requests a conversation or a list. The source of a request must stay in the page.
export function request(address) {
    return htmx.ajax("GET", address, {
        source: "#content",
        target: "#conversation",
        select: "#conversation",
        selectOOB: "#customer-pane,#worklist:morph,#rail:morph,#tabs:morph",
        swap: "outerHTML",
        push: address,
    }).catch(() => {});
}

function focus() {
    if (typing) {
        fields.map(id => document.getElementById(id)).find(field => field?.checkVisibility())?.focus();
    } else if (document.activeElement === document.body) {
        section().focus();
    }
}

// The list may be another than when this pane was opened.
function backToList(link) {
    const address = `/desk?${document.getElementById("worklist").dataset.query}`;
    if (link.getAttribute("href") !== address) {
        link.setAttribute("href", address);
        link.setAttribute("hx-get", address);
        htmx.process(link);
    }
}

// The list and the tabs show at once which conversation is open.
function mark(conversation) {
    for (const link of document.querySelectorAll(":is(.work-item, .tab) > a")) {
        if (link.parentElement.dataset.conversation === conversation) {
            link.setAttribute("aria-current", "page");
        } else {
            link.removeAttribute("aria-current");
        }
    }
}

// Whether its pane is here, with the message at which it is to be opened.
function holds(conversation, address) {
    const id = entryIn(address);
    const pane = panes.get(conversation);
    return Boolean(pane && (!id || pane.section.querySelector(`#entry-${id}`)));
}

document.addEventListener("htmx:beforeRequest", event => {
    const { elt, requestConfig, target } = event.detail;
    const [, conversation] = requestConfig.path.match(ADDRESS) ?? [];
    if (target.id === "conversation" && !target.contains(elt)) {
        opening?.abort();
        opening = event.detail.xhr;
    }
    if (requestConfig.verb === "get" && target.id === "conversation" && holds(conversation, requestConfig.path)) {
        event.preventDefault();
        opening?.abort();
        opening = null;
        const { query: list } = document.getElementById("worklist").dataset;
        const inTabs = elt.closest("#tabs") && list !== "view=mine";
        show(conversation, requestConfig.path + (inTabs ? `?${list}` : ""));
    } else if (target.id === "conversation" && target.contains(elt)) {
        event.preventDefault();
        request(requestConfig.path);
    }
});
document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target.id === "conversation" && event.detail.shouldSwap) {
        [event.detail.target] = putAside();
    }
});
document.addEventListener("htmx:load", event => {
    if (event.target.id === "conversation") {
        forget(shown());
        focus();
    }
});
document.addEventListener("merged", event => {
    if (event.target.id === "tabs") {
        const open = new Set([...event.target.querySelectorAll(".tab")].map(tab => tab.dataset.conversation));
        [...panes.keys()].filter(one => !open.has(one)).forEach(forget);
    }
});
