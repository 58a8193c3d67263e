import { h } from "./dom.js";
import { t } from "./strings.js";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

// A body, formatted and highlighted, and exactly as it was sent.
export function json(body, title) {
    const raw = typeof body === "string" ? body : JSON.stringify(body);
    const code = h("code", {});
    const toggle = h("button", { type: "button", class: "link", onclick: () => show(!plain) });
    let plain = false;
    show(false);
    return h("section", { class: "json" }, h("header", {}, h("h4", {}, title), toggle), h("pre", { tabindex: "0", "aria-label": title }, code));

    function show(asSent) {
        plain = asSent;
        toggle.textContent = asSent ? t.pretty : t.asSent;
        code.replaceChildren(...(asSent ? [raw] : coloured(laidOut(raw))));
    }
}

function laidOut(raw) {
    try {
        return JSON.stringify(JSON.parse(raw), null, 2);
    } catch {
        return raw;
    }
}

function coloured(text) {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
        parts.push(text.slice(end, match.index));
        const [whole, string, colon, word] = match;
        const kind = string ? (colon ? "key" : "string") : word ? "word" : "number";
        parts.push(h("span", { class: kind }, string ?? whole), colon ?? "");
        end = match.index + whole.length;
    }
    parts.push(text.slice(end));
    return parts;
}
