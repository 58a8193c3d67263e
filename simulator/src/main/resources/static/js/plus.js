import { h } from "./dom.js";
import { icon } from "./icons.js";
import { popup } from "./popup.js";
import { places } from "./places.js";
import { share } from "./share.js";
import { t } from "./strings.js";

// Other content to send: a location, a post, a reel, a question about a product.
export function plus(send) {
    const button = h("button", { type: "button", class: "round", "data-test": "plus", "aria-label": t.more, title: t.more }, icon("plus"));
    const place = places(location => send({ location }));
    const shared = share(send);
    const item = (name, text, open) => h("button", { type: "button", "data-test": `plus-${name}`, onclick: () => { menu.close(); open(); } }, icon(name), text);
    const menu = popup(button, t.more, h("div", { class: "menu-items" },
        item("pin", t.sendPlace, place.open),
        item("share", t.sharePost, () => shared.open("post")),
        item("reel", t.shareReel, () => shared.open("reel")),
        item("bag", t.askProduct, () => shared.open("product"))));
    return { button, rest: [menu.panel, place.dialog, shared.dialog] };
}
