// Shows step by step whether this browser lets notifications and sound through. The operating system
// does not say whether it showed a notification, nor whether a sound was heard: the user is asked.
import { testSound } from "./notificationSound.js";

const SHOWN_WITHIN = 5_000;
const texts = document.getElementById("alert-texts").dataset;
const steps = document.getElementById("alert-steps");
const answers = steps.querySelector(".alert-answers");
const step = name => steps.querySelector(`[data-step=${name}]`);

function mark(name, state, help = "") {
    const line = step(name);
    line.dataset.state = state;
    line.querySelector(".alert-state").textContent = texts[state];
    const more = line.querySelector(".alert-help");
    more.textContent = help ? texts[help] : "";
    more.hidden = !help;
}

async function notifications() {
    if (!("Notification" in window)) {
        mark("support", "bad", isSecureContext ? "unsupported" : "insecure");
        return false;
    }
    mark("support", isSecureContext ? "good" : "bad", isSecureContext ? "" : "insecure");
    const permission = isSecureContext ? await Notification.requestPermission() : "denied";
    if (permission !== "granted") {
        mark("permission", "bad", permission === "denied" ? "denied" : "dismissed");
        return false;
    }
    mark("permission", "good");
    const shown = await showOne();
    mark("shown", shown ? "good" : "bad", shown ? "" : "blocked");
    return shown;
}

function showOne() {
    return new Promise(resolve => {
        setTimeout(resolve, SHOWN_WITHIN, false);
        try {
            const { notificationTitle, notificationBody } = texts;
            const test = new Notification(notificationTitle, { body: notificationBody, tag: "parley-test" });
            test.addEventListener("show", () => resolve(true));
            test.addEventListener("error", () => resolve(false));
        } catch {
            // Browsers of telephones allow notifications only to installed apps.
            resolve(false);
        }
    });
}

async function run() {
    steps.hidden = false;
    answers.hidden = true;
    for (const line of steps.children) {
        mark(line.dataset.step, "waiting");
    }
    // At once, while the browser remembers the click.
    const audible = await testSound();
    mark("sound", audible ? "good" : "bad", audible ? "" : "silence");
    const shown = await notifications();
    for (const line of steps.querySelectorAll("[data-state=waiting]")) {
        mark(line.dataset.step, "skipped");
    }
    if (shown && audible) {
        mark("seen", "waiting", "ask");
        answers.hidden = false;
    }
}

document.getElementById("alert-test-start").addEventListener("click", run);
answers.addEventListener("click", event => {
    const { answer } = event.target.closest("[data-answer]")?.dataset ?? {};
    if (answer) {
        answers.hidden = true;
        const isGood = answer === "yes";
        mark("seen", isGood ? "good" : "bad", isGood ? "done" : answer);
    }
});
