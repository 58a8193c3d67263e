// Updates relative times while the page is open, by the server's clock.
import { conversationChanged } from "./changes.js";
import { say } from "./texts.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let ahead = 0;

export function now() {
    return Date.now() + ahead;
}

function setClock(root) {
    const at = root.querySelector("[data-now]") ?? root.closest("[data-now]");
    if (at) {
        ahead = Date.parse(at.dataset.now) - Date.now();
    }
}

function age(passed) {
    if (passed < MINUTE) {
        return say("now");
    }
    if (passed < HOUR) {
        return say("minutes", Math.floor(passed / MINUTE));
    }
    return passed < DAY
        ? say("hours", Math.floor(passed / HOUR))
        : say("days", Math.floor(passed / DAY));
}

function span(left) {
    const minutes = Math.max(1, Math.floor(left / MINUTE));
    if (minutes < 60) {
        return say("spanMinutes", minutes);
    }
    return minutes < 24 * 60
        ? say("spanHours", Math.floor(minutes / 60), minutes % 60)
        : say("spanDays", Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24);
}

function write(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

function refresh() {
    for (const time of document.querySelectorAll("time[data-age]")) {
        const passed = now() - Date.parse(time.dateTime);
        if (passed < 7 * DAY) {
            write(time, age(passed));
        }
    }
    for (const element of document.querySelectorAll("[data-closes]")) {
        const left = Date.parse(element.dataset.closes) - now();
        write(element, say("left", span(left)));
        element.closest(".window")?.classList.toggle("soon", left < HOUR);
        if (left <= 0 && element.closest("#composer-state")) {
            conversationChanged();
        }
    }
}

setClock(document.body);
setInterval(refresh, 30_000);
document.addEventListener("merged", event => setClock(event.target));
document.addEventListener("visibilitychange", refresh);
document.addEventListener("pane-shown", refresh);
