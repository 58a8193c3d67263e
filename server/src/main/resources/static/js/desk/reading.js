// Whether the agent is reading the newest message: it is visible, in a focused window.
const NEAR = 80;

export function atNewest() {
    const box = document.getElementById("scroller");
    return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
}

export function isReading() {
    return !document.hidden && document.hasFocus() && atNewest();
}
