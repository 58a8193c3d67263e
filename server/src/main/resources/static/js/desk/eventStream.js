// The server reports what changed; the page asks for it. After a lost connection it asks for
// everything. A connection can also die silently, after a sleep or on a train: when the server's
// heartbeat is missing, the stream is opened again.
import { changed } from "./changes.js";
import { isDown, isOver, isUp, shutOut, signedOut } from "./connection.js";
import { connect } from "./sharedStream.js";
import { failureText, headers } from "./requests.js";

const PATIENCE = 3_000;
const HEARTBEATS = 22_000;
const CONNECTING = 8_000;
const LOOK_EVERY = 2_000;
// How many connections browsers keep to a server, and how long each has to prove that it works.
const CONNECTIONS = 6;
const PROBE = 3_000;

const user = document.body.dataset.user ?? "";
let stream;
let open = false;
let worried;
let heard;

function listen(dead) {
    stream?.close();
    open = false;
    wait();
    stream = connect(user, dead, (kind, text) => hearing[kind](text));
}

const hearing = {
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
            document.dispatchEvent(new CustomEvent("rung", { detail }));
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
    wait();
    clearTimeout(worried);
    worried = undefined;
    isUp();
}

// Two clocks, because one may be adjusted, and the other may stop while the computer sleeps.
function wait() {
    heard = { date: Date.now(), ticks: performance.now() };
}

function silence() {
    return Math.max(Date.now() - heard.date, performance.now() - heard.ticks);
}

function failed() {
    open = false;
    worried ??= setTimeout(isDown, PATIENCE);
}

function look() {
    if (!isOver() && silence() > (open ? HEARTBEATS : CONNECTING)) {
        isDown();
        stream.close();
        wait();
        dropDeadConnections().then(() => isOver() || listen(true));
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
        setTimeout(listen, PATIENCE, false);
    }
}

window.addEventListener("pagehide", () => stream.close());
window.addEventListener("pageshow", event => event.persisted && listen(false));
window.addEventListener("offline", isDown);
window.addEventListener("online", () => isOver() || listen(true));
document.addEventListener("visibilitychange", look);
document.addEventListener("resume", look);
setInterval(look, LOOK_EVERY);
listen(false);
