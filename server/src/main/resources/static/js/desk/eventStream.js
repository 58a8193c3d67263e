// The server reports what changed; the page asks for it. After a lost connection it asks for
// everything. A connection can also die silently, after a sleep or on a train: when the server's
// heartbeat is missing, the stream is opened again.
import { changed } from "./changes.js";
import { isDown, isOver, isUp, shutOut, signedOut } from "./connection.js";
import { subscribe } from "./sharedStream.js";
import { failureText, headers } from "./requests.js";

const DISCONNECTED_AFTER = 3_000;
const RETRY_AFTER = 3_000;
const HEARTBEATS = 22_000;
const CONNECTING = 8_000;
const CHECK_EVERY = 2_000;
// How many connections browsers keep to a server, and how long each has to prove that it works.
const CONNECTIONS = 6;
const PROBE = 3_000;

const user = document.body.dataset.user ?? "";
let stream;
let open = false;
let disconnectTimer;
let lastEventAt;

// stale: whether the stream's last event was too long ago, so that it must be opened anew
function connect(stale) {
    stream?.close();
    open = false;
    restartClocks();
    stream = subscribe(user, stale, (kind, text) => handlers[kind](text));
}

const handlers = {
    open() {
        open = true;
        alive();
        htmx.trigger(document.body, "reconnected");
    },
    beat,
    changed(text) {
        const names = text.split("\n");
        alive();
        changed(...names);
        for (const detail of names) {
            document.dispatchEvent(new CustomEvent("notified", { detail }));
        }
    },
    failed,
    refused() {
        failed();
        refused();
    },
};

// The heartbeat contains the signed-in user's key: a page that another user opened is reloaded.
function beat(signedIn) {
    alive();
    if (user && signedIn && user !== signedIn) {
        location.reload();
    }
}

function alive() {
    restartClocks();
    clearTimeout(disconnectTimer);
    disconnectTimer = undefined;
    isUp();
}

// Two clocks, because one may be adjusted, and the other may stop while the computer sleeps.
function restartClocks() {
    lastEventAt = { date: Date.now(), ticks: performance.now() };
}

function silence() {
    return Math.max(Date.now() - lastEventAt.date, performance.now() - lastEventAt.ticks);
}

function failed() {
    open = false;
    disconnectTimer ??= setTimeout(isDown, DISCONNECTED_AFTER);
}

function checkHeartbeat() {
    if (!isOver() && silence() > (open ? HEARTBEATS : CONNECTING)) {
        isDown();
        stream.close();
        restartClocks();
        dropDeadConnections().then(() => isOver() || connect(true));
    }
}

// The stream is not the only connection that died. A browser would use the others again, one after
// the other, and each request would wait for an answer that cannot come.
function dropDeadConnections() {
    const icon = document.querySelector("link[rel=icon]").href;
    const probe = () =>
        fetch(icon, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PROBE) });
    return Promise.allSettled(Array.from({ length: CONNECTIONS }, probe));
}

// The browser does not retry when the response is not an event stream: finds out the reason.
async function refused() {
    const answer = await fetch("/desk/rail", { headers: headers() }).catch(() => null);
    if (answer?.status === 401) {
        signedOut();
    } else if (answer?.status === 403) {
        shutOut(failureText(403, answer.headers.get("Content-Type"), await answer.text()));
    } else {
        setTimeout(connect, RETRY_AFTER, false);
    }
}

window.addEventListener("pagehide", () => stream.close());
window.addEventListener("pageshow", event => event.persisted && connect(false));
window.addEventListener("offline", isDown);
window.addEventListener("online", () => isOver() || connect(true));
document.addEventListener("visibilitychange", checkHeartbeat);
document.addEventListener("resume", checkHeartbeat);
setInterval(checkHeartbeat, CHECK_EVERY);
connect(false);
