// With an input method for Chinese, Japanese or Korean, keys choose and confirm words. These events
// are stopped here so that no handler acts on them. The order of events differs: Chrome and Firefox
// send the key while composing, Safari after the end, with the old key code 229.
const FROM_INPUT_METHOD = 229;
let endedAt = -Infinity;

function isComposing(event) {
    return (
        event.isComposing ||
        event.keyCode === FROM_INPUT_METHOD ||
        event.key === "Process" ||
        event.timeStamp <= endedAt
    );
}

window.addEventListener("compositionend", event => (endedAt = event.timeStamp), true);
window.addEventListener(
    "keydown",
    event => isComposing(event) && event.stopImmediatePropagation(),
    true,
);
