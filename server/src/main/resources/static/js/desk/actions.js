// An action button is disabled for a moment after it appeared or moved, because the second click of
// a hasty user was meant for what was there before. Holding down a key presses a button only once.
import { conversationChanged } from "./changes.js";
import { now } from "./times.js";

const DELAY = 800;
const NEAR = 4;
const ACTING =
    "[data-keyed] button:is([hx-post], [hx-delete], [data-do=accept], [data-do=decline])" +
    ":not(#timeline-earlier button)";
const places = new WeakMap();

// The place in the layout: scrolling and animations do not count as moving.
function placeOf(button) {
    let left = 0;
    let top = 0;
    for (let box = button; box; box = box.offsetParent) {
        left += box.offsetLeft;
        top += box.offsetTop;
    }
    return { left, top, shown: button.offsetWidth > 0 };
}

// Buttons in a menu are exempt: it opens where the user just clicked, but not over action buttons.
function moved(before, after, button) {
    const far =
        Math.abs(before.left - after.left) > NEAR || Math.abs(before.top - after.top) > NEAR;
    return far && after.shown && !button.closest("[popover]") && button !== document.activeElement;
}

function disable(button) {
    if (button.disabled && !button.dataset.disabledUntil) {
        return;
    }
    const until = String(performance.now() + DELAY);
    button.dataset.disabledUntil = until;
    button.disabled = true;
    setTimeout(() => button.dataset.disabledUntil === until && enable(button), DELAY);
}

function enable(button) {
    if (button.dataset.disabledUntil) {
        button.disabled = false;
        delete button.dataset.disabledUntil;
    }
}

function check() {
    for (const button of document.querySelectorAll(ACTING)) {
        const before = places.get(button);
        const after = placeOf(button);
        places.set(button, after);
        if (!before || moved(before, after, button)) {
            disable(button);
        }
    }
}

// For buttons that take the place of others.
export function rest(root) {
    root.querySelectorAll(ACTING).forEach(disable);
}

// A keyboard shortcut has no position on the screen, so it needs no delay.
export function press(button) {
    if (button) {
        enable(button);
        button.click();
    }
}

document.addEventListener(
    "click",
    event => {
        const button = event.target.closest?.(ACTING);
        if (button && (event.detail > 1 || button.matches(".htmx-request"))) {
            event.preventDefault();
            event.stopImmediatePropagation();
        }
    },
    true,
);

document.addEventListener(
    "keydown",
    event => {
        if (event.repeat && /^(Enter| )$/.test(event.key) && event.target.closest("button")) {
            event.preventDefault();
        }
    },
    true,
);

// Removes undo buttons that have expired, a few seconds after the action.
function removeExpiredUndo() {
    for (const button of document.querySelectorAll("[data-until]")) {
        if (Date.parse(button.dataset.until) <= now()) {
            button.removeAttribute("data-until");
            conversationChanged();
        }
    }
}

check();
new MutationObserver(check).observe(document.body, { childList: true, subtree: true });
setInterval(removeExpiredUndo, 500);
