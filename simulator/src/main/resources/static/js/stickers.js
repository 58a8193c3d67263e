import { h } from "./dom.js";
import { icon } from "./icons.js";
import { popup } from "./popup.js";
import { t } from "./strings.js";

const COUNT = 12;
const FIRST = 126361874215276;

// A panel of stickers; a tap sends one.
export function stickers(send) {
    const button = h("button", { type: "button", class: "round in-field", "data-test": "stickers", "aria-label": t.chooseSticker, title: t.chooseSticker }, icon("sticker"));
    const drawer = popup(button, t.chooseSticker, h("div", { class: "drawer" }, Array.from({ length: COUNT }, (_, at) => {
        const id = String(FIRST + at * 7);
        return h("button", { type: "button", "data-test": "sticker", "aria-label": t.stickerNumber(at + 1), onclick: () => { drawer.close(); send({ sticker: id }); } },
            h("img", { src: `files/stickers/${id}.png`, alt: "", loading: "lazy" }));
    })));
    return { button, panel: drawer.panel };
}
