// Reacting to a customer's message: a row of emoji beside it. The current one is marked, and
// choosing it again removes it.
const menu = () => document.getElementById("reaction-menu");
const buttons = () => [...menu().querySelectorAll("button")];
let about = null;

function open(opener) {
    const entry = opener.closest(".entry");
    about = { opener, message: entry.dataset.message };
    const current = entry.querySelector("[data-ours]")?.dataset.ours;
    for (const button of buttons()) {
        button.setAttribute("aria-checked", String(button.dataset.reaction === current));
    }
    menu().showPopover();
    place(opener);
    (buttons().find(isChecked) ?? buttons()[0]).focus();
}

function isChecked(button) {
    return button.getAttribute("aria-checked") === "true";
}

function place(opener) {
    const at = opener.getBoundingClientRect();
    const { width, height } = menu().getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left), innerWidth - width - 8);
    menu().style.left = `${left}px`;
    menu().style.top = `${Math.max(8, at.top - height - 4)}px`;
}

function react(button) {
    const reaction = isChecked(button) ? "" : button.dataset.reaction;
    menu().hidePopover();
    about.opener.focus();
    htmx.ajax("POST", `/desk/messages/${about.message}/reaction`, {
        source: about.opener,
        values: reaction ? { reaction } : {},
        swap: "none",
    });
}

document.addEventListener("click", event => {
    const opener = event.target.closest("[data-do=react]");
    const button = event.target.closest("#reaction-menu button");
    if (opener) {
        open(opener);
    } else if (button) {
        react(button);
    }
});
document.addEventListener("keydown", event => {
    const at = buttons().indexOf(event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at >= 0 && step) {
        event.preventDefault();
        buttons().at((at + step) % buttons().length).focus();
    }
});
