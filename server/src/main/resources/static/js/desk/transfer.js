// Transferring a conversation: a dialog with the queues and agents. The note stays until the
// conversation is transferred.
import { refreshAll } from "./changes.js";
import { refusal } from "./requests.js";
import { read, write } from "./storage.js";
import { newUuid } from "./uuid.js";

let key;

const dialog = () => document.getElementById("transfer");
const form = () => document.getElementById("transfer-form");
const note = () => document.getElementById("transfer-note");

async function open() {
    const { conversation } = document.getElementById("conversation").dataset;
    await htmx.ajax("GET", `/desk/conversations/${conversation}/transfer`, {
        source: "#conversation",
        target: "#transfer-body",
        swap: "innerHTML",
    });
    if (form()?.dataset.conversation === conversation) {
        key = newUuid();
        note().value = read("transfer-note", conversation) ?? "";
        dialog().showModal();
    }
}

function filter() {
    const wanted = document.getElementById("transfer-filter").value.trim().toLowerCase();
    for (const target of document.querySelectorAll(".transfer-target")) {
        target.hidden = !target.querySelector("span").textContent.toLowerCase().includes(wanted);
    }
}

function fail(text) {
    document.getElementById("transfer-error").textContent = text;
}

async function transfer() {
    const { conversation } = form().dataset;
    const button = form().querySelector("[type=submit]");
    const target = form().querySelector("[name=target]:checked")?.value ?? "";
    button.disabled = true;
    const values = { target, note: note().value, key };
    const failure = await refusal(`/desk/conversations/${conversation}/transfer`, values);
    if (failure === null) {
        write("transfer-note", conversation, null);
        dialog().close();
    } else {
        fail(failure);
    }
    button.disabled = false;
    refreshAll();
}

document.addEventListener("click", event => {
    if (event.target.closest("[data-do=transfer]")) {
        open();
    }
});
document.addEventListener("input", event => {
    if (event.target.id === "transfer-filter") {
        filter();
    } else if (event.target === note()) {
        write("transfer-note", form().dataset.conversation, note().value || null);
    }
});
document.addEventListener("submit", event => {
    if (event.target === form()) {
        event.preventDefault();
        transfer();
    }
});
