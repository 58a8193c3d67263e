// With an input method, as used for Chinese, Japanese and Korean, keys only choose and confirm words. They are
// stopped here, so that no other handler reacts to them. The order of events differs: Chrome and Firefox send
// the key while composing, Safari after the end, with the old code 229.
const FROM_INPUT_METHOD = 229;
let endedAt = -Infinity;

function isComposing(event) {
    return event.isComposing || event.keyCode === FROM_INPUT_METHOD || event.key === "Process" || event.timeStamp <= endedAt;
}

addEventListener("compositionend", event => { endedAt = event.timeStamp; }, true);
addEventListener("keydown", event => { if (isComposing(event)) event.stopImmediatePropagation(); }, true);
