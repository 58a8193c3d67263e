// Offers: a sound, a countdown, accepting and declining. The tab's title shows how many conversations
// are waiting.
import { changed } from "./changes.js";
import { request } from "./panes.js";
import { playSound, testSound } from "./notificationSound.js";
import { refusal } from "./requests.js";
import { announce, say } from "./texts.js";

const deadlines = new Map();

async function showSoundTest() {
    const result = document.getElementById("sound-tested");
    result.textContent = say((await testSound()) ? "soundPlayed" : "soundOff");
    result.hidden = false;
}

function tick() {
    for (const offer of document.querySelectorAll(".offer")) {
        const id = offer.dataset.offer;
        const seconds = offer.querySelector(".ring-seconds");
        if (!deadlines.has(id)) {
            deadlines.set(id, performance.now() + Number(seconds.textContent) * 1000);
            announce(say("offered", offer.querySelector("h2").lastChild.textContent));
            playSound();
        }
        const left = Math.max(0, Math.ceil((deadlines.get(id) - performance.now()) / 1000));
        const round = offer.querySelector(".ring");
        round.style.setProperty("--left", (100 * left) / Number(offer.dataset.seconds));
        round.classList.toggle("last", left <= 10);
        seconds.textContent = left;
        if (left === 0 && !offer.classList.contains("busy")) {
            offer.classList.add("busy");
            setTimeout(changed, 1_000, "offers");
        }
    }
}

function showTitle() {
    const unread = Number(document.getElementById("rail").dataset.unread);
    const waiting = unread + document.querySelectorAll(".offer").length;
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
}

export async function settle(offer, what) {
    if (!offer || offer.classList.contains("busy")) {
        return;
    }
    offer.classList.add("busy");
    const failure = await refusal(`/desk/offers/${offer.dataset.offer}/${what}`);
    if (failure === null) {
        changed("offers");
        if (what === "accept") {
            await open(offer.dataset.conversation);
        }
        return;
    }
    offer.classList.remove("busy");
    const error = offer.querySelector(".error");
    error.textContent = failure;
    error.hidden = false;
}

async function open(conversation) {
    await request(`/desk/conversations/${conversation}`);
    document.getElementById("reply-text")?.focus();
}

document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doing === "accept" || doing === "decline") {
        settle(event.target.closest(".offer"), doing);
    } else if (doing === "test-sound") {
        showSoundTest();
    }
});
for (const kind of ["merged", "htmx:load", "htmx:afterSettle"]) {
    document.addEventListener(kind, () => {
        tick();
        showTitle();
    });
}
setInterval(tick, 1_000);
