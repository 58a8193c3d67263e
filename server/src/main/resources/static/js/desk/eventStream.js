// The server reports what changed; the regions request it again. After a lost connection everything
// is requested again. A connection can also die silently, after a sleep or on a train: when the
// server's heartbeat is missing, the stream is opened again.
import { isDown, isOver, isUp, shutOut, signedOut } from "./connection.js";
import { failureText, headers } from "./requests.js";

const PATIENCE = 3_000;
const HEARTBEATS = 22_000;
const CONNECTING = 8_000;
const LOOK_EVERY = 2_000;
// How many connections browsers keep to a server, and how long each has to prove that it works.
const CONNECTIONS = 6;
const PROBE = 3_000;

let stream;
let open = false;
let worried;
let heard;

function listen() {
    stream?.close();
    open = false;
    wait();
    stream = new EventSource("/desk/stream");
    stream.addEventListener("open", opened);
    stream.addEventListener("beat", beat);
    stream.addEventListener("changed", event => {
        alive();
        htmx.trigger(document.body, event.data);
        document.dispatchEvent(new CustomEvent("rung", { detail: event.data }));
    });
    stream.addEventListener("error", failed);
}

function opened() {
    open = true;
    alive();
    htmx.trigger(document.body, "reconnected");
}

// The heartbeat contains the signed-in user's key: a page that another user opened is reloaded.
function beat(event) {
    alive();
    const { user } = document.body.dataset;
    if (user && event.data && user !== event.data) {
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
    if (stream.readyState === EventSource.CLOSED) {
        refused();
    }
}

function look() {
    if (!isOver() && silence() > (open ? HEARTBEATS : CONNECTING)) {
        isDown();
        stream.close();
        wait();
        dropDeadConnections().then(() => isOver() || listen());
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
        setTimeout(listen, PATIENCE);
    }
}

window.addEventListener("pagehide", () => stream.close());
window.addEventListener("pageshow", event => event.persisted && listen());
window.addEventListener("offline", isDown);
window.addEventListener("online", () => isOver() || listen());
document.addEventListener("visibilitychange", look);
document.addEventListener("resume", look);
setInterval(look, LOOK_EVERY);
listen();
