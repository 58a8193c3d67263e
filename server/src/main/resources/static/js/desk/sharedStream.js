// The event stream, which all tabs of a browser share, because browsers keep only six connections
// to a server. A shared worker holds it; where there is none, or it does not answer, the page has a
// stream of its own.
const PATIENCE = 3_000;

// Calls `hear` with what happens: open, beat and changed with their data, failed, refused.
//
// dead: whether this page heard nothing for too long, so that the stream must be opened anew
export function connect(user, dead, hear) {
    return window.SharedWorker ? shared(user, dead, hear) : own(hear);
}

function shared(user, dead, hear) {
    const address = new URL("streamWorker.js", import.meta.url);
    const worker = new SharedWorker(address, { type: "module", name: "parley-desk" });
    let instead = null;
    const giveUp = () => {
        worker.port.postMessage({ kind: "leave" });
        instead ??= own(hear);
    };
    const silent = setTimeout(giveUp, PATIENCE);
    worker.addEventListener("error", giveUp);
    worker.port.addEventListener("message", ({ data: { kind, text } }) => {
        clearTimeout(silent);
        if (kind !== "here" && !instead) {
            hear(kind, text);
        }
    });
    worker.port.start();
    worker.port.postMessage({ kind: "join", user, dead });
    return {
        close() {
            clearTimeout(silent);
            worker.port.postMessage({ kind: "leave" });
            worker.port.close();
            instead?.close();
        },
    };
}

function own(hear) {
    const stream = new EventSource("/desk/stream");
    stream.addEventListener("open", () => hear("open"));
    stream.addEventListener("beat", event => hear("beat", event.data));
    stream.addEventListener("changed", event => hear("changed", event.data));
    stream.addEventListener("error", () =>
        hear(stream.readyState === EventSource.CLOSED ? "refused" : "failed"),
    );
    return stream;
}
