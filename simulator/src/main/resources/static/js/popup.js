import { h } from "./dom.js";

// A small panel that opens above its button and closes automatically.
export function popup(button, label, content) {
    const panel = h("div", { class: "menu popup", popover: "auto", role: "dialog", "aria-label": label }, content);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => panel.togglePopover());
    panel.addEventListener("toggle", event => {
        const open = event.newState === "open";
        button.setAttribute("aria-expanded", String(open));
        if (!open) return;
        place();
        panel.querySelector("button")?.focus();
    });
    panel.addEventListener("keydown", walk);

    function place() {
        const box = button.getBoundingClientRect();
        const edge = button.closest(".phone")?.getBoundingClientRect().right ?? innerWidth;
        panel.style.left = `${Math.max(8, Math.min(box.left, edge - panel.offsetWidth - 16))}px`;
        panel.style.bottom = `${innerHeight - box.top + 8}px`;
    }

    return { panel, close: () => panel.hidePopover() };
}

// The arrow keys move through the buttons of a group.
export function walk(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
    event.preventDefault();
}
