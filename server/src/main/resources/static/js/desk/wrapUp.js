// The disposition code in wrap-up, by one key. When a conversation cannot be closed without one, the
// first code gets the focus.
import { press } from "./actions.js";

const options = () => document.getElementById("wrap-up-options");

document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    if (!options() || typing || !isPlain || event.repeat || event.defaultPrevented) {
        return;
    }
    const option = options().querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (option && !document.querySelector("dialog[open], :popover-open")) {
        event.preventDefault();
        press(option);
    }
});
document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
    if (elt.id === "head-close" && xhr?.status === 422) {
        options()?.querySelector("button")?.focus();
    }
});
