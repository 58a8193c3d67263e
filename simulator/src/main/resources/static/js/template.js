import { consent, link } from "./actions.js";
import { carousel } from "./carousel.js";
import { h, safe } from "./dom.js";
import { feedback } from "./feedback.js";
import { receipt } from "./receipt.js";
import { t } from "./strings.js";

// A template of the page: a card, a row of cards, a receipt, a question, with its buttons.
export function template(payload, press) {
    switch (payload.template_type) {
        case "button": return h("div", { class: "card" }, h("p", { class: "card-text" }, payload.text), buttons(payload.buttons, press));
        case "media": return media(payload, press);
        case "receipt": return receipt(payload);
        case "customer_feedback": return h("div", { class: "card" }, feedback(payload));
        case "notification_messages": return h("div", { class: "card" }, picture(payload.image_url), words(payload.title ?? t.updates, t.updatesMore), buttons([{ type: "consent", title: t.getUpdates, payload }], press));
        case "coupon": return coupon(payload, press);
        case "image_grid": return carousel((payload.images ?? payload.elements ?? []).map(one => card({ image_url: one.url ?? one.image_url }, press)));
        default: return cards(payload, press);
    }
}

function cards(payload, press) {
    const elements = payload.elements ?? payload.product?.elements ?? [];
    const square = payload.image_aspect_ratio === "square" ? "square" : "";
    if (!elements.length) return h("div", { class: "card" }, words(payload.text ?? payload.title ?? t.template, payload.subtitle), buttons(payload.buttons, press));
    const all = elements.map(one => card(one, press, square));
    return all.length > 1 ? carousel(all) : h("div", { class: "cards single" }, all);
}

function card(element, press, shape = "") {
    const top = [picture(element.image_url ?? element.url, shape), (element.title || element.subtitle) && words(element.title, element.subtitle)];
    const address = safe(element.default_action?.url);
    return h("div", { class: "card" },
        address ? h("a", { class: "card-top", href: address, target: "_blank", rel: "noopener noreferrer", title: t.onlyText }, top) : top,
        buttons(element.buttons, press));
}

// An image or video with buttons. A page on Facebook cannot be shown here, so it is linked.
function media(payload, press) {
    const [one = {}] = payload.elements ?? [];
    const address = safe(one.url);
    const file = address && /facebook\.com\//.test(address) ? null : address;
    return h("div", { class: "card" },
        file && (one.media_type === "video" ? h("video", { class: "card-film", src: file, controls: true, preload: "metadata" }) : picture(file, "whole")),
        address && !file && h("a", { class: "card-text", href: address, target: "_blank", rel: "noopener noreferrer" }, t.sharedLink),
        !address && words(one.media_type === "video" ? t.video : t.photo),
        buttons(one.buttons, press));
}

function coupon(payload, press) {
    return h("div", { class: "card" }, picture(payload.image_url), words(payload.title ?? t.coupon, payload.subtitle),
        payload.coupon_code && h("p", { class: "card-code" }, h("code", {}, payload.coupon_code)),
        payload.coupon_url && buttons([{ type: "web_url", title: payload.coupon_url_button_title ?? t.open, url: payload.coupon_url }], press));
}

const picture = (address, shape = "") => safe(address) && h("img", { class: `card-picture ${shape}`, src: safe(address), alt: "", loading: "lazy", onerror: event => event.target.remove() });

const words = (title, subtitle) => h("div", { class: "card-text" }, h("b", {}, title ?? ""), subtitle && h("small", {}, subtitle));

const buttons = (all, press) => all?.length ? h("div", { class: "card-buttons" }, all.map(one => button(one, press))) : null;

function button(one, press) {
    const address = one.type === "web_url" ? safe(one.url) : null;
    if (address) return h("a", { class: "card-button", href: address, target: "_blank", rel: "noopener noreferrer", title: t.onlyText }, one.title);
    if (one.type === "phone_number") return h("a", { class: "card-button", href: `tel:${one.payload}`, title: one.payload }, one.title);
    const tap = (title, act) => h("button", { type: "button", class: "card-button", "data-test": "template-button", onclick: act }, title);
    switch (one.type) {
        case "account_link": return tap(t.logIn, () => link(true));
        case "account_unlink": return tap(t.logOut, () => link(false));
        case "consent": return tap(one.title, () => consent(asked(one.payload)));
        default: return tap(one.title ?? "", () => press({ title: one.title, payload: one.payload }));
    }
}

const asked = ({ title, payload, notification_messages_frequency: frequency }) => ({ title, payload, frequency });
