import { h, safe } from "./dom.js";
import { language, t } from "./strings.js";

/// A template of the page: a card, a row of cards, or a receipt, with its buttons.
export function template(payload, press) {
  switch (payload.template_type) {
    case "button": return h("div", { class: "card" }, h("p", { class: "card-text" }, payload.text), buttons(payload.buttons, press));
    case "receipt": return receipt(payload);
    case "customer_feedback": return h("div", { class: "card" }, words(payload.title ?? t.feedback, payload.subtitle), h("p", { class: "card-foot" }, payload.button_title ?? t.feedback));
    case "image_grid": return h("div", { class: "cards" }, (payload.images ?? payload.elements ?? []).map(one => card({ image_url: one.url ?? one.image_url }, press)));
    default: return cards(payload, press);
  }
}

function cards(payload, press) {
  const elements = payload.elements ?? payload.product?.elements ?? [];
  if (!elements.length) return h("div", { class: "card" }, words(payload.text ?? payload.title ?? t.template, payload.subtitle), buttons(payload.buttons, press));
  return h("div", { class: elements.length > 1 ? "cards" : "cards single" }, elements.map(one => card(one, press)));
}

function card(element, press) {
  const picture = safe(element.image_url ?? element.url);
  return h("div", { class: "card" },
    picture && h("img", { class: "card-picture", src: picture, alt: "", loading: "lazy", onerror: event => event.target.remove() }),
    (element.title || element.subtitle) && words(element.title, element.subtitle),
    buttons(element.buttons, press));
}

const words = (title, subtitle) => h("div", { class: "card-text" }, h("b", {}, title ?? ""), subtitle && h("small", {}, subtitle));

function buttons(all, press) {
  if (!all?.length) return null;
  return h("div", { class: "card-buttons" }, all.map(button => {
    const address = button.type === "web_url" ? safe(button.url) : null;
    if (address) return h("a", { class: "card-button", href: address, target: "_blank", rel: "noopener noreferrer", title: t.onlyText }, button.title);
    if (button.type === "phone_number") return h("span", { class: "card-button", title: button.payload }, button.title);
    return h("button", { type: "button", class: "card-button", "data-test": "template-button", onclick: () => press({ title: button.title, payload: button.payload }) }, button.title ?? "");
  }));
}

function receipt(payload) {
  const money = amount => amount === undefined ? "" : currency(amount, payload.currency);
  const items = (payload.elements ?? []).map(one => h("li", {}, h("span", {}, one.quantity > 1 ? `${one.quantity} × ${one.title}` : one.title), h("span", {}, money(one.price))));
  return h("div", { class: "card receipt" }, words(`${t.order} ${payload.order_number ?? ""}`, payload.recipient_name),
    h("ul", {}, items), h("p", { class: "card-total" }, h("b", {}, t.total), h("b", {}, money(payload.summary?.total_cost))));
}

function currency(amount, code) {
  try {
    return new Intl.NumberFormat(language, { style: "currency", currency: code }).format(amount);
  } catch {
    return `${amount} ${code ?? ""}`;
  }
}
