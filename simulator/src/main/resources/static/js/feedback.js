import { rate } from "./actions.js";
import { h } from "./dom.js";
import { t } from "./strings.js";

const SCORES = { csat: [1, 5], nps: [0, 10], ces: [1, 7] };

// A page's request for feedback: the card, and the form that its button opens.
export function feedback(payload) {
    const questions = (payload.feedback_screens ?? []).flatMap(screen => screen.questions ?? []);
    const button = h("button", { type: "button", class: "card-button", "data-test": "rate", onclick: () => open(payload, questions, done) }, payload.button_title ?? t.feedback);

    function done() {
        button.disabled = true;
        button.textContent = t.answered;
    }

    return [
        h("div", { class: "card-text" }, h("b", {}, payload.title ?? t.feedback), payload.subtitle && h("small", {}, payload.subtitle)),
        h("div", { class: "card-buttons" }, button),
    ];
}

function open(payload, questions, done) {
    const fields = questions.map(one => question(one));
    const dialog = h("dialog", { class: "dialog", "aria-label": payload.title ?? t.feedback, onclose: () => dialog.remove() },
        h("form", { method: "dialog", class: "opinion", onsubmit: async () => { if (await rate(Object.fromEntries(fields.map(field => field.answer())))) done(); } },
            h("h2", {}, payload.title ?? t.feedback), fields.map(field => field.element),
            h("div", { class: "dialog-ends" },
                h("button", { type: "button", class: "button", onclick: () => dialog.close() }, t.cancel),
                h("button", { type: "submit", class: "button primary", "data-test": "rate-send" }, t.send))));
    document.body.append(dialog);
    dialog.showModal();
}

function question({ id, type = "csat", title, follow_up: more }) {
    const scored = SCORES[type];
    const free = h("textarea", { rows: "2", maxlength: "500", required: !scored, "aria-label": more?.placeholder ?? title ?? t.feedback, placeholder: more?.placeholder ?? "", "data-test": "rate-text" });
    const scale = scored && h("div", { class: "scale" }, numbers(...scored).map(score => h("label", {},
        h("input", { type: "radio", name: `score-${id}`, value: String(score), required: true, "data-test": `score-${score}` }), h("span", {}, String(score)))));
    const element = h("fieldset", {}, h("legend", {}, title ?? t.feedback), scale, (!scored || more) && free);
    return {
        element,
        answer: () => [id, scored
            ? { type, payload: element.querySelector(":checked")?.value, followUp: free.value }
            : { type: "free_form", payload: free.value }],
    };
}

const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
