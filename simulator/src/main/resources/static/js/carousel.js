import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

// Cards in a row, scrolled by touch, wheel, keys, or the two buttons at the sides.
export function carousel(cards) {
    const row = h("div", { class: "cards", tabindex: "0", role: "group", "aria-label": t.cards(cards.length), onscroll: update }, cards);
    const step = (name, to) => h("button", { type: "button", class: `step ${name}`, tabindex: "-1", "aria-label": t[name], "data-test": `cards-${name}`, onclick: () => row.scrollBy({ left: to * 228, behavior: "smooth" }) }, icon("chevron"));
    const back = step("previous", -1), on = step("next", 1);
    back.hidden = true;

    function update() {
        back.hidden = row.scrollLeft < 4;
        on.hidden = row.scrollLeft > row.scrollWidth - row.clientWidth - 4;
    }

    return h("div", { class: "carousel" }, row, back, on);
}
