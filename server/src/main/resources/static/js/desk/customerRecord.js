// The dialog that links the customer of the open conversation to a contact, or only the conversation. It is outside of the
// parts that live updates replace, so nothing typed in it is lost.
import { refreshAll } from "./changes.js";
import { whenOpened } from "./opening.js";

const dialog = document.getElementById("link-dialog");
const body = document.getElementById("link-body");
const conversation = () => document.getElementById("conversation")?.dataset.conversation;

async function open({ dialog: kind, title }) {
    const id = conversation();
    if (!id || dialog.open) {
        return;
    }
    // What was typed for this conversation is still there when the dialog is opened again.
    document.getElementById("link-title").textContent = title;
    if (body.dataset.conversation !== id || body.dataset.kind !== kind || !body.childElementCount) {
        body.replaceChildren();
        body.dataset.conversation = id;
        body.dataset.kind = kind;
        dialog.showModal();
        await htmx.ajax("GET", `/desk/conversations/${id}/${kind}`, { source: body, target: body, swap: "innerHTML" })
            .catch(() => {});
    } else {
        dialog.showModal();
    }
    const search = body.querySelector("#link-search");
    search?.focus();
    search?.select();
}

document.addEventListener("click", event => {
    const button = event.target.closest("[data-do=link-customer]");
    if (button) {
        open(button.dataset);
    }
});

// A new contact was linked, or an existing one; or the customer was unlinked in the pane.
document.addEventListener("htmx:afterRequest", event => {
    const { elt, successful, requestConfig, xhr } = event.detail;
    if (!successful || requestConfig?.verb !== "post" || xhr.status !== 204) {
        return;
    }
    if (dialog.contains(elt)) {
        body.replaceChildren();
        dialog.close();
        refreshAll();
        document.querySelector("#customer-record a, #customer-pane")?.focus();
    } else if (elt.closest?.("#customer-record")) {
        refreshAll();
    }
});

whenOpened(() => {
    if (dialog.open && conversation() !== body.dataset.conversation) {
        dialog.close();
    }
});
