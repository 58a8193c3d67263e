// The title of the window: how many conversations are waiting, and in the background who wrote.
import { say } from "./texts.js";

let shown = null;
let page = document.title;
let waiting = 0;
let writer = null;

// A title other than the one set here is that of a page that was opened since.
function show() {
    if (document.title !== shown) {
        page = document.title;
    }
    const count = waiting > 0 ? `(${waiting}) ` : "";
    shown = count + (writer === null ? page : `${say("alertTitle", writer)} · ${page}`);
    document.title = shown;
}

export function showWaiting(number) {
    waiting = number;
    show();
}

// name: of the customer; null when the user has seen it
export function showWriter(name) {
    writer = name;
    show();
}
