// Alerts the user of new conversations and of new messages in their own: sound, desktop notification,
// title of the window. Of several windows one alerts: each claims the alert, those in front first.
import { playSound } from "./notificationSound.js";
import { request } from "./panes.js";
import { read, write } from "./storage.js";
import { say } from "./texts.js";
import { showWriter } from "./windowTitle.js";

// How long a window in the background waits for one in front, whose answer may come later.
const LET_OTHERS_FIRST = 300;
const REMEMBERED = 100;
const MOST_REPEATS = 10;
// What is not answered yet, by its key: an offer, or unread messages of a conversation.
const pending = new Map();
const settings = () => document.getElementById("alerts").dataset;
const isInFront = () => !document.hidden && document.hasFocus();

async function claim(key, hasPriority) {
    if (!hasPriority) {
        await new Promise(resolve => setTimeout(resolve, LET_OTHERS_FIRST));
    }
    const take = () => {
        const claimed = read("alerts", "claimed") ?? [];
        if (claimed.includes(key)) {
            return false;
        }
        write("alerts", "claimed", [...claimed, key].slice(-REMEMBERED));
        return true;
    };
    return navigator.locks ? navigator.locks.request("parley-alerts", take) : take();
}

async function sound(key) {
    // A window without a click of the user cannot be heard.
    if (navigator.userActivation?.hasBeenActive && (await claim(`sound-${key}`, isInFront()))) {
        playSound();
    }
}

async function notify(key, alert) {
    if (window.Notification?.permission !== "granted" || !(await claim(`desktop-${key}`, isInFront()))) {
        return;
    }
    if (alert.desktop === "ALWAYS" || !isInFront()) {
        show(alert);
    }
}

function show(alert) {
    alert.shown?.close();
    try {
        alert.shown = new Notification(alert.title, { body: alert.text, tag: alert.key });
        alert.shown.addEventListener("click", () => {
            window.focus();
            alert.shown.close();
            alert.open();
        });
        if (!pending.has(alert.key)) {
            alert.shown.close();
        }
    } catch {
        // Browsers of telephones allow notifications only to installed apps.
    }
}

function raise(alert) {
    alert.at = performance.now();
    const key = `${alert.key}-${alert.news}-${alert.times}`;
    if (alert.sound) {
        sound(key);
    }
    if (alert.desktop !== "NEVER") {
        notify(key, alert);
    }
    if (alert.writer && settings().title === "true" && !isInFront()) {
        showWriter(alert.writer);
    }
}

// alert: `key` of what it is about, which a later alert replaces; `news`, the same in all windows for
// the same event; `sound`; `desktop`; `title` and `text` of a desktop notification; `writer`, the
// name of a customer; `open`, for a click on the notification
export function alertUser(alert) {
    silence(alert.key);
    pending.set(alert.key, { ...alert, times: 0 });
    raise(pending.get(alert.key));
}

export function silence(key) {
    pending.get(key)?.shown?.close();
    pending.delete(key);
}

function repeat() {
    const after = Number(settings().repeat) * 1_000;
    for (const alert of pending.values()) {
        if (after && performance.now() - alert.at >= after && alert.times < MOST_REPEATS) {
            alert.times += 1;
            raise(alert);
        }
    }
}

// Unread messages, as the server counts them. What was unread before the page was opened is not news.
let known = null;

function unreadNow() {
    const all = [...document.getElementById("alerts").children];
    return new Map(all.map(one => [one.dataset.conversation, one]));
}

function compare() {
    const now = unreadNow();
    for (const [conversation, row] of now) {
        if (known && row.dataset.at !== known.get(conversation)) {
            written(conversation, row);
        }
    }
    for (const key of pending.keys()) {
        if (key.startsWith("message-") && !now.has(key.slice("message-".length))) {
            silence(key);
        }
    }
    known = new Map([...now].map(([conversation, row]) => [conversation, row.dataset.at]));
    if (![...pending.values()].some(alert => alert.writer)) {
        showWriter(null);
    }
}

function written(conversation, row) {
    const opened = document.getElementById("conversation")?.dataset.conversation;
    const key = `message-${conversation}`;
    const news = row.dataset.at;
    const name = row.querySelector("b").textContent;
    if (opened === conversation && isInFront()) {
        // The other windows need not report it either.
        claim(`sound-${key}-${news}-0`, true);
        claim(`desktop-${key}-${news}-0`, true);
        return;
    }
    alertUser({
        key,
        news,
        sound: settings().sound === "true",
        desktop: settings().desktop,
        title: say("alertWrote", name),
        text: row.querySelector("i").textContent,
        writer: name,
        open: () => request(`/desk/conversations/${conversation}`),
    });
}

document.addEventListener("merged", event => event.target.id === "alerts" && compare());
for (const [where, kind] of [[document, "visibilitychange"], [window, "focus"]]) {
    where.addEventListener(kind, () => isInFront() && showWriter(null));
}
setInterval(repeat, 1_000);
