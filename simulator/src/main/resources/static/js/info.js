import { api } from "./api.js";
import { avatar, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { arrive, behind, consent, follow, link } from "./actions.js";
import { me, model, page, watch } from "./model.js";
import { t } from "./strings.js";

// Actions on a page besides writing: arrive by a link or an ad, sign in, block it.
export function info() {
    const who = h("header", { class: "info-head" });
    const block = h("button", { type: "button", class: "button bad", "data-test": "block", onclick: () => toggleBlock() });
    const dialog = h("dialog", { class: "dialog info", "aria-label": t.about },
        h("button", { type: "button", class: "round info-close", "aria-label": t.close, onclick: () => dialog.close() }, icon("close")),
        who, ways(() => dialog.close()), permissions(),
        h("section", {}, h("h3", {}, t.privacy), h("p", { class: "help" }, t.blockMore), h("div", { class: "inline" }, block, leaves("deletion", t.forgetMe), leaves("deauthorize", t.removeApp)), h("p", { class: "help" }, t.forgetMore)));
    const button = h("button", { type: "button", class: "round", "data-test": "info", "aria-label": t.about, title: t.about, onclick: () => dialog.showModal() }, icon("info"));

    const toggleBlock = () => behind(() => api.post("blocks", { person: model.person, page: model.page, blocked: !model.thread?.blocked }), "state", "thread");

    watch(() => {
        const one = page();
        if (!one) return;
        keep(who, [{ key: one.id, stamp: `${one.name} ${one.picture}`, draw: () => h("div", {}, avatar(one, "huge"), h("h2", {}, one.name), h("p", {}, t.pageKind)) }]);
        block.textContent = model.thread?.blocked ? t.unblock : t.block(one.name);
    });

    return { button, dialog };
}

// Meta itself notifies the app of a person's request about their data.
function leaves(kind, text) {
    return h("button", { type: "button", class: "button", "data-test": kind, onclick: () => behind(() => api.post("privacy", { kind, person: model.person }), "state") }, text);
}

// The referral of a new person is sent with their first action, that of a known person immediately.
function ways(close) {
    const ref = h("input", { id: "way-ref", value: "summer-2026", maxlength: "200", "data-test": "way-ref" });
    const title = h("input", { id: "way-ad", value: t.adUsual, maxlength: "200", "data-test": "way-ad" });
    const began = () => Boolean(model.thread?.messages.length);
    const come = act => () => { close(); act(); };
    const way = (name, text, act) => h("button", { type: "button", class: "button", "data-test": `way-${name}`, onclick: come(act) }, icon(name), text);
    return h("section", {}, h("h3", {}, t.arrive), h("p", { class: "help" }, t.arriveMore),
        h("label", { for: "way-ref" }, t.reference), ref,
        h("label", { for: "way-ad" }, t.adTitle), title,
        h("div", { class: "inline" },
            way("link", t.followLink, () => began() ? follow({ ref: ref.value }) : arrive({ ref: ref.value, source: "SHORTLINK" })),
            way("ad", t.followAd, () => arrive({ ref: ref.value, source: "ADS", ad: { title: title.value, photo: page()?.picture } })),
            way("share", t.usePlugin, () => consent({ ref: ref.value }))));
}

function permissions() {
    const button = (name, text, act) => h("button", { type: "button", class: "button", "data-test": name, onclick: act }, text);
    return h("section", {}, h("h3", {}, t.consent), h("p", { class: "help" }, t.consentMore),
        h("div", { class: "inline" },
            button("resume", t.getUpdates, () => consent({ title: t.updates, payload: "UPDATES" })),
            button("stop", t.stopUpdates, () => consent({ title: t.updates, payload: "UPDATES", stop: true })),
            button("log-in", t.logIn, () => link(true)), button("log-out", t.logOut, () => link(false))));
}

// Actions on the own account: go offline, or delete it permanently.
export function self() {
    const online = h("input", { type: "checkbox", role: "switch", "data-test": "online", onchange: () => behind(() => api.post("presence", { person: model.person, online: online.checked })) });
    const sure = h("button", { type: "button", class: "button bad", hidden: true, "data-test": "leave-sure", onclick: leave }, t.leaveSure);
    const first = h("button", { type: "button", class: "button", "data-test": "leave", onclick: () => { sure.hidden = false; first.hidden = true; sure.focus(); } }, t.leave);
    const name = h("h2", {});
    const gone = h("p", { class: "help" }, t.goneMore);
    const rest = h("div", {},
        h("label", { class: "switch" }, h("span", {}, h("b", {}, t.online), h("small", {}, t.onlineMore)), online),
        h("section", {}, h("h3", {}, t.leave), h("p", { class: "help" }, t.leaveMore), h("div", { class: "inline" }, first, sure)));
    const dialog = h("dialog", { class: "dialog info", "aria-label": t.you, onclose: () => { sure.hidden = true; first.hidden = false; } },
        h("button", { type: "button", class: "round info-close", "aria-label": t.close, onclick: () => dialog.close() }, icon("close")), name, gone, rest);
    const button = h("button", { type: "button", class: "round", "data-test": "self", "aria-label": t.aboutYou, title: t.aboutYou, onclick: () => dialog.showModal() }, icon("more"));

    async function leave() {
        await behind(() => api.remove(`people/${encodeURIComponent(model.person)}`), "state", "threads");
        dialog.close();
    }

    watch(() => {
        const person = me();
        if (!person) return;
        name.textContent = person.name;
        online.checked = person.online !== false;
        gone.hidden = !person.gone;
        rest.hidden = person.gone;
    });

    return { button, dialog };
}
