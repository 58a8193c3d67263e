import { h, wide } from "./dom.js";
import { model, show, watch } from "./model.js";
import { complaints } from "./actions.js";
import { language, t } from "./strings.js";

// The top bar: what this page is, the two views on a small screen, the language, and errors.
export function bar(root) {
    const tabs = { chat: tab("chat", t.viewChat), backstage: tab("backstage", t.viewBackstage) };
    const banner = h("p", { class: "banner", role: "status", hidden: true });
    root.append(
        h("a", { class: "skip", href: "#composer" }, t.skip),
        h("h1", { class: "unseen" }, t.title),
        h("p", { class: "notice" }, h("span", { class: "lamp", "aria-hidden": "true" }), h("span", {}, h("b", {}, t.bar[0]), t.bar[1])),
        h("div", { class: "views", role: "group", "aria-label": t.views }, tabs.chat, tabs.backstage),
        h("button", { class: "language", type: "button", lang: t.otherCode, "aria-label": `${t.other}: ${t.otherLabel}`, onclick: other }, t.other),
        banner);

    let timer;
    complaints.addEventListener("complaint", event => {
        say(event.detail);
        clearTimeout(timer);
        timer = setTimeout(() => { banner.hidden = model.connected; }, 6000);
    });

    function say(text) {
        banner.textContent = text;
        banner.hidden = false;
    }

    let lost = false;
    watch(() => {
        const behind = model.view === "backstage";
        tabs.chat.setAttribute("aria-pressed", String(!behind));
        tabs.backstage.setAttribute("aria-pressed", String(behind));
        const gone = model.tried && !model.connected && Boolean(model.state);
        if (gone && !lost) say(t.lost);
        if (!gone && lost) banner.hidden = true;
        lost = gone;
    });
}

function tab(name, text) {
    return h("button", { type: "button", "data-test": `view-${name}`, onclick: () => show(name === "backstage" ? name : model.page && !wide() ? "thread" : "list") }, text);
}

function other() {
    const address = new URL(location.href);
    address.searchParams.set("lang", language === "en" ? "zh-TW" : "en");
    location.assign(address);
}
