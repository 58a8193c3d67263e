import { press } from "./actions.js";
import { h, keep, safe } from "./dom.js";
import { icon } from "./icons.js";
import { page, watch } from "./model.js";
import { popup } from "./popup.js";
import { menuOf } from "./profile.js";
import { t } from "./strings.js";

// The page's menu beside the message field.
export function pageMenu() {
    const button = h("button", { type: "button", class: "round", "data-test": "page-menu", "aria-label": t.pageMenu, title: t.pageMenu }, icon("menu"));
    const items = h("div", { class: "menu-items" });
    const menu = popup(button, t.pageMenu, items);

    watch(() => {
        const all = menuOf(page())?.call_to_actions ?? [];
        button.hidden = !all.length;
        keep(items, all.map((one, at) => ({ key: `menu-${at}`, stamp: JSON.stringify(one), draw: () => item(one) })));
    });

    function item(one) {
        const address = one.type === "web_url" ? safe(one.url) : null;
        return address
            ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: t.onlyText }, one.title)
            : h("button", { type: "button", "data-test": "page-menu-item", onclick: () => { menu.close(); press({ title: one.title, payload: one.payload }); } }, one.title);
    }

    return { button, panel: menu.panel };
}
