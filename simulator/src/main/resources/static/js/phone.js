import { avatar, h, wide } from "./dom.js";
import { icon } from "./icons.js";
import { model, now, page, show, watch } from "./model.js";
import { info } from "./info.js";
import { thread } from "./thread.js";
import { composer } from "./composer.js";
import { t } from "./strings.js";
import { exactly, timeOf } from "./time.js";

// The phone's screen: its clock, the page's name, the thread and the message field.
export function phone(root) {
    const time = h("time", { class: "phone-time" });
    const status = h("div", { class: "phone-status", "aria-hidden": "true" }, time, h("i", { class: "camera" }), h("span", { class: "phone-signs" }, h("i", { class: "bars" }), h("i", { class: "battery" })));
    const face = h("span", { class: "head-face" });
    const name = h("h2", { class: "head-name" });
    const kind = h("p", { class: "head-kind" }, t.pageKind);
    const about = info();
    const head = h("header", { class: "head" },
        h("button", { type: "button", class: "round back", "aria-label": t.back, "data-test": "back", onclick: close }, icon("back")),
        face, h("div", { class: "head-text" }, name, kind), about.button);
    const body = h("section", { class: "conversation" });
    const foot = h("footer", { class: "foot" });
    const empty = h("div", { class: "choose" }, h("span", { class: "choose-mark", "aria-hidden": "true" }), h("strong", {}, t.choose), h("p", {}, t.chooseMore));
    root.append(status, head, body, foot, empty, about.dialog);
    const log = thread(body);
    composer(foot, root, log);

    root.addEventListener("keydown", event => {
        if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest("dialog, [popover], .voice") && !wide()) close();
    });

    watch(() => {
        const one = page();
        time.textContent = timeOf(now());
        time.title = exactly(now());
        root.classList.toggle("vacant", !one);
        if (!one) return;
        body.setAttribute("aria-label", t.messages(one.name));
        const stamp = JSON.stringify([one.id, one.name, one.picture]);
        if (face.stamp === stamp) return;
        face.stamp = stamp;
        face.replaceChildren(avatar(one, "small"));
        name.textContent = one.name;
    });
}

function close() {
    show("list");
    setTimeout(() => document.querySelector(".thread-row[aria-current]")?.focus());
}
