// Consulting a colleague: a dialog to choose whom; and handing the conversation over to one who is in
// it. The note stays until the colleague is asked.
import { refreshAll } from "./changes.js";
import { refusal } from "./requests.js";
import { read, write } from "./storage.js";
import { newUuid } from "./uuid.js";

let key;

const part = id => document.getElementById(id);
const form = () => part("consult-form");
const note = () => part("consult-note");

async function open() {
    const { conversation } = part("conversation").dataset;
    await htmx.ajax("GET", `/desk/conversations/${conversation}/consult`, {
        source: "#conversation",
        target: "#consult-body",
        swap: "innerHTML",
    });
    if (form()?.dataset.conversation === conversation) {
        key = newUuid();
        note().value = read("consult-note", conversation) ?? "";
        part("consult").showModal();
    }
}

function filter() {
    const wanted = part("consult-filter").value.trim().toLowerCase();
    for (const target of form().querySelectorAll(".transfer-target")) {
        target.hidden = !target.querySelector("span").textContent.toLowerCase().includes(wanted);
    }
}

async function ask() {
    const { conversation } = form().dataset;
    const button = form().querySelector("[type=submit]");
    const agent = form().querySelector("[name=agent]:checked")?.value ?? "";
    button.disabled = true;
    const values = { agent, note: note().value, key };
    const failure = await refusal(`/desk/conversations/${conversation}/consult`, values);
    if (failure === null) {
        write("consult-note", conversation, null);
        part("consult").close();
    } else {
        part("consult-error").textContent = failure;
    }
    button.disabled = false;
    refreshAll();
}

async function transferTo(button) {
    const { conversation } = part("conversation").dataset;
    button.disabled = true;
    const values = { target: `agent:${button.dataset.user}`, key: newUuid() };
    const failure = await refusal(`/desk/conversations/${conversation}/transfer`, values);
    button.disabled = false;
    const error = part("participants-error");
    if (failure !== null && error) {
        error.textContent = failure;
        error.hidden = false;
    }
    refreshAll();
}

document.addEventListener("click", event => {
    const button = event.target.closest("[data-do]");
    if (button?.dataset.do === "consult") {
        open();
    } else if (button?.dataset.do === "transfer-to") {
        transferTo(button);
    }
});
document.addEventListener("input", event => {
    if (event.target.id === "consult-filter") {
        filter();
    } else if (event.target === note()) {
        write("consult-note", form().dataset.conversation, note().value || null);
    }
});
document.addEventListener("submit", event => {
    if (event.target === form()) {
        event.preventDefault();
        ask();
    }
});
