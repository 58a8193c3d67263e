// Reply buttons under the message that is being written: short answers that the customer presses.
// Stored with the draft.
import { say } from "./texts.js";

const box = () => document.getElementById("composer-reply-buttons");
const input = () => document.getElementById("reply-button");
const chips = () => [...box().querySelectorAll("li")];

export function titles() {
    return chips().map(chip => chip.firstChild.textContent);
}

// Includes the text in the field, even if it was not added yet.
export function replyButtons() {
    add();
    return titles();
}

export function show(list) {
    box().querySelector("ul").replaceChildren(...list.map(chip));
    input().value = "";
    keep();
    open(list.length > 0);
}

function chip(title) {
    const item = document.createElement("li");
    item.className = "reply-button";
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "button quiet icon small";
    remove.textContent = "×";
    remove.setAttribute("aria-label", say("removeReplyButton", title));
    remove.dataset.do = "remove-reply-button";
    item.append(title, remove);
    return item;
}

function add() {
    const title = input().value.trim();
    if (title && !titles().includes(title)) {
        box().querySelector("ul").append(chip(title));
    }
    input().value = "";
    keep();
}

function keep() {
    const list = titles();
    input().hidden = list.length >= Number(input().dataset.most);
    document.dispatchEvent(new CustomEvent("replyButtons"));
}

function open(wanted) {
    box().hidden = !wanted;
    const button = document.querySelector("[data-do=reply-buttons]");
    button.setAttribute("aria-expanded", String(wanted));
}

function toggle() {
    if (box().hidden) {
        open(true);
    }
    input().focus();
}

function leave() {
    add();
    open(chips().length > 0);
    document.getElementById("reply-text").focus();
}

document.addEventListener("keydown", event => {
    if (event.target !== input()) {
        return;
    }
    if (event.key === "Enter" && input().value.trim()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        add();
    } else if (event.key === "Backspace" && !input().value) {
        chips().at(-1)?.remove();
        keep();
    } else if (event.key === "Escape") {
        event.stopImmediatePropagation();
        leave();
    }
});
document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]");
    if (doing?.dataset.do === "reply-buttons") {
        toggle();
    } else if (doing?.dataset.do === "remove-reply-button") {
        doing.parentElement.remove();
        keep();
        input().focus();
    }
});
