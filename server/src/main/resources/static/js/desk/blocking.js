// Blocking the customer of the open conversation: a dialog that asks for the reason. A reason that
// was typed is still there when the dialog is opened again for the same conversation.
import { refreshAll } from "./changes.js";
import { refusal } from "./requests.js";

const dialog = document.getElementById("block");
const reason = document.getElementById("block-reason");
const conversation = () => document.getElementById("conversation")?.dataset.conversation;

function fail(text) {
    document.getElementById("block-error").textContent = text;
}

document.addEventListener("click", event => {
    if (event.target.closest("[data-do=block]")) {
        if (dialog.dataset.conversation !== conversation()) {
            dialog.dataset.conversation = conversation();
            reason.value = "";
        }
        fail("");
        dialog.showModal();
    }
});

document.getElementById("block-form").addEventListener("submit", async event => {
    event.preventDefault();
    fail("");
    const failure = await refusal(`/desk/conversations/${dialog.dataset.conversation}/block`, { reason: reason.value });
    if (failure === null) {
        reason.value = "";
        dialog.close();
    } else {
        fail(failure);
    }
    refreshAll();
});
