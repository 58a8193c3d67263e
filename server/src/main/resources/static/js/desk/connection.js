// What the desk says about its line to the server: down, or that nobody is signed in any more. What
// was typed stays where it is.
import { headers, say } from "./speech.js";

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

// Leads to the sign-in, and from there back to this very place.
export function signedOut() {
    end(say("signedOut"), say("signIn"));
}

// Still signed in, but not for this page: only a whole page can show how things are.
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

// Somebody signed in again in another window: this page is of no use, but what was typed is kept.
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
