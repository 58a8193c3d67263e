import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const KNOWN = [[25.0478, 121.517], [22.6163, 120.2846], [23.9766, 121.6176]];

// Sends a location: one of a few known ones, or any by its coordinates.
export function places(send) {
    const number = (id, name, limit) => h("input", { id, type: "number", step: "any", min: -limit, max: limit, required: true, value: name, inputmode: "decimal" });
    const lat = number("place-lat", "25.0330", 90);
    const long = number("place-long", "121.5654", 180);
    const dialog = h("dialog", { class: "dialog", "aria-labelledby": "place-title" },
        h("form", { method: "dialog", onsubmit: () => send({ lat: Number(lat.value), long: Number(long.value) }) },
            h("h2", { id: "place-title" }, t.sendPlace),
            h("div", { class: "place-known" }, t.places.map((name, at) =>
                h("button", { type: "button", class: "button", onclick: () => { dialog.close(); send({ lat: KNOWN[at][0], long: KNOWN[at][1] }); } }, icon("pin"), name))),
            h("div", { class: "place-numbers" },
                h("div", {}, h("label", { for: "place-lat" }, t.latitude), lat),
                h("div", {}, h("label", { for: "place-long" }, t.longitude), long)),
            h("div", { class: "dialog-ends" },
                h("button", { type: "button", class: "button", onclick: () => dialog.close() }, t.cancel),
                h("button", { type: "submit", class: "button primary" }, t.send))));
    return { dialog, open: () => dialog.showModal() };
}
