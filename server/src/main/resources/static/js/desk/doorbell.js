// The server says what changed; the regions ask for it again. A lost ring is made good by asking
// for everything when the line is back.
import { say } from "./speech.js";

const PATIENCE = 3_000;
let stream;
let worried;

function listen() {
    stream = new EventSource("/desk/stream");
    stream.addEventListener("changed", event => htmx.trigger(document.body, event.data));
    stream.addEventListener("open", () => {
        clearTimeout(worried);
        worried = undefined;
        banner("");
        htmx.trigger(document.body, "reconnected");
    });
    stream.addEventListener("error", () => {
        worried ??= setTimeout(() => banner(say("lost")), PATIENCE);
        if (stream.readyState === EventSource.CLOSED) {
            refused();
        }
    });
}

// The browser gives up when it is answered with anything but a stream: find out why.
async function refused() {
    const answer = await fetch("/desk/rail", { redirect: "manual" }).catch(() => undefined);
    if (answer && (answer.type === "opaqueredirect" || answer.status === 401)) {
        clearTimeout(worried);
        banner(say("signedOut"), say("signIn"));
    } else {
        setTimeout(listen, PATIENCE);
    }
}

function banner(text, link) {
    const line = document.getElementById("connection");
    line.textContent = text;
    line.hidden = !text;
    if (link) {
        const anchor = document.createElement("a");
        anchor.href = location.href;
        anchor.textContent = link;
        line.append(" ", anchor);
    }
}

window.addEventListener("pagehide", () => stream.close());
window.addEventListener("pageshow", event => event.persisted && listen());
listen();
