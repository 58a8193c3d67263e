// Shows the state of the connection to the server: lost, or the user is no longer signed in. Typed
// text remains in place.
import { headers } from "./requests.js";
import { say } from "./texts.js";

const line = () => document.getElementById("connection");
let over = false;

export function isUp() {
    if (!over) {
        show("up", "");
    }
}

export function isDown() {
    if (!over) {
        show("down", say("lost"));
    }
}

export function isOver() {
    return over;
}

// Links to the sign-in, and from there back to this page.
export function signedOut() {
    end(say("signedOut"), say("signIn"));
}

// Still signed in, but without access to this page: only a full reload can show the current state.
export function shutOut(why) {
    end(why, say("reload"));
}

function end(text, link) {
    if (over) {
        return;
    }
    over = true;
    show("over", text);
    const anchor = document.createElement("a");
    anchor.href = location.href;
    anchor.textContent = link;
    line().append(" ", anchor);
    window.addEventListener("popstate", () => (anchor.href = location.href));
    document.addEventListener("htmx:pushedIntoHistory", () => (anchor.href = location.href));
}

function show(state, text) {
    if (line().dataset.state !== state) {
        line().dataset.state = state;
        line().textContent = text;
        line().hidden = !text;
    }
}

// The user signed in again in another window: this page is reloaded, and typed text is restored.
async function look() {
    if (over && !document.hidden) {
        const answer = await fetch("/desk/rail", { headers: headers() }).catch(() => null);
        if (answer?.ok) {
            location.reload();
        }
    }
}

document.addEventListener("refused", event => event.detail === 401 && signedOut());
document.addEventListener("visibilitychange", look);
window.addEventListener("focus", look);
