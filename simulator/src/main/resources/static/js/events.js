import { api } from "./api.js";
import { h } from "./dom.js";
import { behind } from "./actions.js";
import { model } from "./model.js";
import { t } from "./strings.js";

// Events that no action here causes: a kind, its editable content, and the button that sends the event.
export function events() {
    let samples = {};
    const kind = h("select", { "aria-label": t.eventKind, "data-test": "event-kind", onchange: show });
    const words = h("textarea", { rows: "5", spellcheck: "false", "aria-label": t.eventWords, "data-test": "event-words", oninput: () => words.setCustomValidity(isJson(words.value) ? "" : t.notJson) });
    const form = h("form", { class: "event", onsubmit: tell }, kind, words, h("button", { type: "submit", class: "button", "data-test": "event-tell" }, t.tell));
    api.events().then(all => {
        samples = all;
        kind.replaceChildren(...Object.keys(all).map(name => h("option", { value: name }, name)));
        show();
    }).catch(() => {});

    function show() {
        words.setCustomValidity("");
        words.value = JSON.stringify(samples[kind.value]?.value ?? {}, null, 2);
    }

    function tell(event) {
        event.preventDefault();
        behind(() => api.post("events", { kind: kind.value, page: model.page, person: model.person, ...changed() }), "webhooks");
    }

    // Placeholders in braces are filled in only if the sample is unchanged.
    function changed() {
        const value = JSON.parse(words.value);
        return JSON.stringify(value) === JSON.stringify(samples[kind.value]?.value) ? {} : { value };
    }

    return form;
}

function isJson(text) {
    try {
        return Boolean(JSON.parse(text));
    } catch {
        return false;
    }
}
