import { h, safe } from "./dom.js";
import { language, t } from "./strings.js";

// A receipt: the items, their cost, and the shipping address.
export function receipt(payload) {
    const money = amount => currency(amount, payload.currency);
    const sum = (name, amount) => amount !== undefined && h("li", {}, h("span", {}, name), h("span", {}, money(amount)));
    const { subtotal, shipping_cost: shipping, total_tax: tax, total_cost: total } = payload.summary ?? {};
    const order = safe(payload.order_url);
    return h("div", { class: "card receipt" },
        h("div", { class: "card-text" }, h("b", {}, t.order(payload.order_number ?? "")), h("small", {}, payload.recipient_name)),
        h("ul", {}, (payload.elements ?? []).map(one => item(one, money))),
        h("dl", {},
            payload.payment_method && [h("dt", {}, t.paidWith), h("dd", {}, payload.payment_method)],
            payload.address && [h("dt", {}, t.shipTo), h("dd", {}, addressOf(payload.address))]),
        h("ul", { class: "sums" },
            sum(t.subtotal, subtotal), sum(t.shipping, shipping), sum(t.tax, tax),
            (payload.adjustments ?? []).map(one => sum(one.name ?? t.adjustment, -(one.amount ?? 0)))),
        h("p", { class: "card-total" }, h("b", {}, t.total), h("b", {}, money(total))),
        order && h("div", { class: "card-buttons" }, h("a", { class: "card-button", href: order, target: "_blank", rel: "noopener noreferrer", title: t.onlyText }, t.viewOrder)));
}

function item(one, money) {
    const picture = safe(one.image_url);
    return h("li", {},
        picture && h("img", { src: picture, alt: "", loading: "lazy", onerror: event => event.target.remove() }),
        h("span", {}, one.quantity > 1 ? `${one.quantity} × ${one.title}` : one.title, one.subtitle && h("small", {}, one.subtitle)),
        h("span", {}, money(one.price)));
}

const addressOf = ({ street_1: street, street_2: more, postal_code: code, city, state, country }) =>
    [street, more, [code, city].filter(Boolean).join(" "), state, country].filter(Boolean).join(", ");

function currency(amount, code) {
    if (amount === undefined) return "";
    try {
        return new Intl.NumberFormat(language, { style: "currency", currency: code, minimumFractionDigits: Number.isInteger(amount) ? 0 : undefined }).format(amount);
    } catch {
        return `${amount} ${code ?? ""}`;
    }
}
