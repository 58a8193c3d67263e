import { api } from "./api.js";
import { h, keep } from "./dom.js";
import { behind } from "./actions.js";
import { events } from "./events.js";
import { me, model, page, watch } from "./model.js";
import { t } from "./strings.js";
import { exactly } from "./time.js";

const INBOX = "263902037430900";

const apps = () => [...(model.state?.apps ?? []), { id: INBOX, name: t.pageInbox }];
const nameOf = id => apps().find(one => one.id === id)?.name ?? id;
const installed = app => app.pages?.find(one => one.id === model.page);

// The apps of the page: which one controls the open thread, which can reply, which receive events.
export function appsPanel(root) {
    const holder = h("p", { class: "holder", role: "status", "data-test": "holder" });
    const actor = chooser("actor", t.actingApp), target = chooser("target", t.passTo);
    const first = chooser("default-app", t.defaultApp);
    first.element.addEventListener("change", () => behind(() => api.put(`pages/${model.page}/default-app`, { app: first.element.value || null }), "state", "thread"));
    const list = h("ul", { class: "apps" });
    const control = (action, text) => h("button", { type: "button", class: "button", "data-test": `control-${action}`, onclick: () => hand(action) }, text);
    const here = h("div", { class: "groups" },
        section(t.whoHolds, holder,
            h("div", { class: "pair" }, actor.field, target.field),
            h("div", { class: "inline" }, control("take", t.take), control("request", t.request), control("pass", t.pass), control("release", t.release))),
        section(t.answerAs, answer(() => actor.element.value)),
        section(t.defaultApp, h("p", { class: "help" }, t.defaultAppMore), first.element));
    root.append(here, section(t.apps, list, newApp()), section(t.otherEvents, h("p", { class: "help" }, t.otherEventsMore), events()));

    const hand = action => behind(() => api.post(`threads/${model.page}/${model.person}/control`,
        { action, app: actor.element.value, to: action === "pass" ? target.element.value : undefined }), "thread", "webhooks");

    watch(() => {
        if (!model.state) return;
        here.hidden = !page() || !me();
        const held = model.thread?.holder;
        holder.textContent = held ? t.heldBy(nameOf(held.app), exactly(held.until)) : t.heldByNobody;
        holder.classList.toggle("held-by-other", Boolean(held) && held.app !== model.state.apps[0]?.id);
        actor.fill(apps(), INBOX);
        target.fill(apps(), model.state.apps[0]?.id);
        first.fill([{ id: "", name: t.nobody }, ...apps()]);
        first.element.value = page()?.defaultApp ?? "";
        keep(list, model.state.apps.map(appRow));
    });
}

const section = (title, ...content) => h("section", { class: "apps-part" }, h("h3", {}, title), content);

function chooser(name, label) {
    const element = h("select", { id: `apps-${name}`, "data-test": name, "aria-label": label });
    let filled = false;
    return {
        element,
        field: h("div", {}, h("label", { for: `apps-${name}` }, label), element),
        fill(all, usual) {
            keep(element, all.map(one => ({ key: `${name}-${one.id}`, stamp: one.name, draw: () => h("option", { value: one.id }, one.name) })));
            if (!filled && usual) element.value = usual;
            filled = true;
        },
    };
}

// Replies as an employee in Meta's own inbox, or as one of the apps through Graph.
function answer(actor) {
    const text = h("input", { type: "text", maxlength: "2000", required: true, "aria-label": t.answerText, placeholder: t.answerText, "data-test": "inbox-text" });
    return h("form", { class: "inline", onsubmit: async event => {
        event.preventDefault();
        if (await behind(() => say(actor(), text.value), "threads", "thread")) text.value = "";
    } }, text, h("button", { type: "submit", class: "button", "data-test": "inbox-send" }, t.send));
}

function say(app, text) {
    if (app === INBOX) return api.post("inbox-replies", { person: model.person, page: model.page, text });
    const token = installed(apps().find(one => one.id === app))?.token;
    return api.graph("POST", "me/messages", token, { recipient: { id: me().psids[model.page] }, messaging_type: "RESPONSE", message: { text } });
}

function appRow(app) {
    const here = installed(app);
    const fields = here?.subscribedFields ?? [];
    const state = !app.active ? t.noCallback : fields.length ? t.subscribed(fields.length) : t.unsubscribed;
    return {
        key: app.id, stamp: JSON.stringify([app.name, app.callbackUrl, fields, app.active, model.page]),
        draw: () => h("li", { "data-test": "app" },
            h("div", { class: "what" }, h("b", {}, app.name), h("small", {}, app.callbackUrl ?? app.id), h("small", { class: fields.length ? "good" : "bad" }, state)),
            fields.length > 0 && h("button", { type: "button", class: "button", title: t.unsubscribeMore, "data-test": "unsubscribe", onclick: () => behind(() => api.graph("DELETE", `${model.page}/subscribed_apps`, here.token)) }, t.unsubscribe)),
    };
}

function newApp() {
    const name = h("input", { type: "text", required: true, maxlength: "60", "aria-label": t.newApp, placeholder: t.newApp, "data-test": "app-name" });
    return h("form", { class: "inline", onsubmit: async event => {
        event.preventDefault();
        if (await behind(() => api.post("apps", { name: name.value.trim() }))) name.value = "";
    } }, name, h("button", { type: "submit", class: "button", "data-test": "app-add" }, t.add));
}
