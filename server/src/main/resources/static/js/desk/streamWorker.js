// Reads the event stream for all tabs of a browser, and passes every event to each. The pages
// notice when it is silent; then they join again, and the stream is opened anew.
const JUST_NOW = 2_000;
const pages = new Set();
let stream = null;
let user = null;
let lastEventAt = 0;

function broadcast(kind, text) {
    lastEventAt = Date.now();
    for (const page of pages) {
        page.postMessage({ kind, text });
    }
}

function open() {
    stream?.close();
    user = null;
    lastEventAt = Date.now();
    stream = new EventSource("/desk/stream");
    stream.addEventListener("open", () => broadcast("open"));
    stream.addEventListener("beat", event => {
        user = event.data;
        broadcast("beat", user);
    });
    stream.addEventListener("changed", event => broadcast("changed", event.data));
    stream.addEventListener("error", failed);
}

function failed() {
    const closed = stream.readyState === EventSource.CLOSED;
    if (closed) {
        stream = null;
    }
    broadcast(closed ? "refused" : "failed");
}

// Another user has signed in, or the page received nothing for too long.
function isUseless(page) {
    const other = user !== null && user !== page.user;
    return other || (page.stale && Date.now() - lastEventAt > JUST_NOW);
}

function join(port, page) {
    pages.add(port);
    port.postMessage({ kind: "here" });
    if (!stream || isUseless(page)) {
        open();
    } else if (stream.readyState === EventSource.OPEN) {
        port.postMessage({ kind: "open" });
    }
}

function leave(port) {
    pages.delete(port);
    port.close();
    if (!pages.size) {
        stream?.close();
        stream = null;
    }
}

self.addEventListener("connect", ({ ports: [port] }) => {
    port.addEventListener("message", ({ data }) =>
        data.kind === "join" ? join(port, data) : leave(port),
    );
    port.start();
});
