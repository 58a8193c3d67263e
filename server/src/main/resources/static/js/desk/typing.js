// Colleagues who are typing. What the server says ends after a few seconds: shortly before, the page
// asks whether they type on, and hides what it was not told to show longer.
import { changed } from "./changes.js";
import { now } from "./times.js";

const ASK_BEFORE = 1_000;
const HIDE_AFTER = 2_000;
const CHECK_EVERY = 500;
const asked = new WeakMap();

function check() {
    for (const sign of document.querySelectorAll("[data-typing-until]")) {
        const { typingUntil } = sign.dataset;
        const left = Date.parse(typingUntil) - now();
        sign.hidden = left < -HIDE_AFTER;
        if (left < ASK_BEFORE && asked.get(sign) !== typingUntil) {
            asked.set(sign, typingUntil);
            ask(sign);
        }
    }
}

function ask(sign) {
    const row = sign.closest(".work-item");
    changed(row ? "worklist" : `typing-${document.getElementById("conversation").dataset.conversation}`);
}

setInterval(check, CHECK_EVERY);
