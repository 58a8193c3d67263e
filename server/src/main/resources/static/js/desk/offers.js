// Offers: an alert, a countdown, accepting and declining; and conversations that were assigned without
// asking. The title of the window shows how many conversations are waiting.
import { alertUser, silence } from "./alerts.js";
import { changed } from "./changes.js";
import { setMode } from "./notes.js";
import { request } from "./panes.js";
import { testSound } from "./notificationSound.js";
import { refusal } from "./requests.js";
import { announce, say } from "./texts.js";
import { showWaiting } from "./windowTitle.js";

const deadlines = new Map();

async function showSoundTest() {
    const result = document.getElementById("sound-tested");
    result.textContent = say((await testSound()) ? "soundPlayed" : "soundOff");
    result.hidden = false;
}

// When each offer ends, on the clock of this page; an assigned conversation is shown until dismissed.
function tick() {
    const shown = new Set();
    for (const offer of document.querySelectorAll(".offer")) {
        const id = offer.dataset.offer;
        const seconds = offer.querySelector(".ring-seconds");
        shown.add(id);
        if (!deadlines.has(id)) {
            const left = seconds ? Number(seconds.textContent) * 1000 : Infinity;
            deadlines.set(id, performance.now() + left);
            alertOf(offer);
        }
        if (seconds) {
            countDown(offer, seconds);
        }
    }
    for (const id of deadlines.keys()) {
        if (!shown.has(id)) {
            deadlines.delete(id);
            silence(`offer-${id}`);
        }
    }
}

function alertOf(offer) {
    const { offer: id, sound, desktop } = offer.dataset;
    const title = offer.querySelector("h2").textContent.trim();
    const showText = document.getElementById("alerts").dataset.showText === "true";
    announce(title);
    alertUser({
        key: `offer-${id}`,
        news: "",
        sound: sound === "true",
        desktop,
        title,
        text: (showText && offer.querySelector("blockquote")?.textContent) || "",
        open: () => document.getElementById(`offer-${id}`)?.scrollIntoView({ block: "center" }),
    });
}

function countDown(offer, seconds) {
    const left = Math.ceil((deadlines.get(offer.dataset.offer) - performance.now()) / 1000);
    const round = offer.querySelector(".ring");
    const shown = Math.max(0, left);
    round.style.setProperty("--left", (100 * shown) / Number(offer.dataset.seconds));
    round.classList.toggle("last", shown <= 10);
    seconds.textContent = shown;
    if (shown === 0 && !offer.classList.contains("busy")) {
        offer.classList.add("busy");
        setTimeout(changed, 1_000, "offers");
    }
}

function showTitle() {
    const unread = Number(document.getElementById("rail").dataset.unread);
    showWaiting(unread + document.querySelectorAll(".offer:not(.assigned)").length);
}

// what: accept or decline; a conversation that is assigned already is opened, or its notice dismissed
export async function settle(offer, what) {
    if (!offer || offer.classList.contains("busy")) {
        return;
    }
    offer.classList.add("busy");
    const { acceptAddress, declineAddress, conversation, kind } = offer.dataset;
    const failure = await refusal(what === "accept" ? acceptAddress : declineAddress);
    if (failure === null) {
        changed("offers");
        if (what === "accept") {
            await open(conversation);
            if (kind === "CONSULT") {
                setMode("note");
            }
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
