import { api } from "./api.js";
import { h } from "./dom.js";
import { behind } from "./actions.js";
import { t } from "./strings.js";

// The rate limits of pages.
export function limits() {
    const element = h("div", { class: "limits" });
    api.limits().then(show).catch(() => {});

    function show(all) {
        element.replaceChildren(...Object.entries(all).map(([name, most]) => h("div", {},
            h("label", { for: `limit-${name}` }, t.limits[name] ?? name),
            h("input", { id: `limit-${name}`, type: "number", min: "0", max: "100000", value: String(most), "data-test": `limit-${name}`, onchange: event => change(name, event.target) }))));
    }

    const change = (name, input) => behind(() => api.put("limits", { [name]: Math.max(0, Number(input.value) || 0) }).then(show));

    return element;
}
