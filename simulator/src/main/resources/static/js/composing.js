// With an input method, by which Chinese, Japanese and Korean are written, keys choose and confirm words and mean
// nothing else. Here they end, so that no handler takes them for its own. Browsers tell in different orders: Chrome
// and Firefox send the key while composing, Safari after the end, with the old code 229.
const FROM_INPUT_METHOD = 229;
let endedAt = -Infinity;

function isComposing(event) {
    return event.isComposing || event.keyCode === FROM_INPUT_METHOD || event.key === "Process" || event.timeStamp <= endedAt;
}

addEventListener("compositionend", event => { endedAt = event.timeStamp; }, true);
addEventListener("keydown", event => { if (isComposing(event)) event.stopImmediatePropagation(); }, true);
