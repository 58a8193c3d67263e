// The event stream, which all tabs of a browser share, because browsers keep only six connections
// to a server. A shared worker reads it; where there is none, or it does not answer, the page has a
// stream of its own.
const WORKER_TIMEOUT = 3_000;

// Calls `handle` with what happens: open, beat and changed with their data, failed, refused.
//
// stale: whether this page received nothing for too long, so that the stream must be opened anew
export function subscribe(user, stale, handle) {
    return window.SharedWorker ? shared(user, stale, handle) : own(handle);
}

function shared(user, stale, handle) {
    const address = new URL("streamWorker.js", import.meta.url);
    const worker = new SharedWorker(address, { type: "module", name: "parley-desk" });
    let instead = null;
    const giveUp = () => {
        worker.port.postMessage({ kind: "leave" });
        instead ??= own(handle);
    };
    const timeout = setTimeout(giveUp, WORKER_TIMEOUT);
    worker.addEventListener("error", giveUp);
    worker.port.addEventListener("message", ({ data: { kind, text } }) => {
        clearTimeout(timeout);
        if (kind !== "here" && !instead) {
            handle(kind, text);
        }
    });
    worker.port.start();
    worker.port.postMessage({ kind: "join", user, stale });
    return {
        close() {
            clearTimeout(timeout);
            worker.port.postMessage({ kind: "leave" });
            worker.port.close();
            instead?.close();
        },
    };
}

function own(handle) {
    const stream = new EventSource("/desk/stream");
    stream.addEventListener("open", () => handle("open"));
    stream.addEventListener("beat", event => handle("beat", event.data));
    stream.addEventListener("changed", event => handle("changed", event.data));
    stream.addEventListener("error", () =>
        handle(stream.readyState === EventSource.CLOSED ? "refused" : "failed"),
    );
    return stream;
}
