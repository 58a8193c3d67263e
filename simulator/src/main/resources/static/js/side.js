import { api } from "./api.js";
import { avatar, h, keep, wide } from "./dom.js";
import { icon } from "./icons.js";
import { behind } from "./actions.js";
import { self } from "./info.js";
import { me, model, now, page, pages, people, select, watch } from "./model.js";
import { t } from "./strings.js";
import { ago, exactly } from "./time.js";
import { inShort } from "./wording.js";

const SHOWN = 200;

// The selected person, and the list of their threads.
export function side(root) {
    root.setAttribute("aria-label", t.chats);
    const crowd = h("div", { class: "crowd", role: "group", "aria-label": t.you, onwheel: roll });
    const who = h("p", { class: "who" });
    const search = h("input", { type: "search", class: "search", placeholder: t.search, "aria-label": t.search, autocomplete: "off", oninput: draw });
    const list = h("div", { class: "threads", onkeydown: walk });
    const own = self();
    root.append(
        h("header", { class: "side-head" }, h("div", {}, h("h2", {}, t.chats), who), own.button, addButton()),
        crowd,
        h("label", { class: "search-box" }, icon("search"), search),
        list,
        personDialog(root), own.dialog);

    let shownAs = null;

    function draw() {
        const person = me();
        who.textContent = person ? `${t.you} ${person.name}` : "";
        keep(crowd, people().map(personRow));
        if (person && person.id !== shownAs) crowd.querySelector("[aria-pressed=true]").scrollIntoView({ block: "nearest", inline: "nearest" });
        shownAs = person?.id;
        keep(list, rows(search.value.trim().toLowerCase()));
    }

    watch(draw);
}

function personRow(person) {
    const chosen = person.id === model.person;
    const noted = model.noted.has(person.id);
    return {
        key: person.id,
        stamp: JSON.stringify([chosen, noted, person.name, person.picture, person.online, person.gone]),
        draw: () => h("button", {
            type: "button", class: `person${person.gone ? " gone" : ""}`, "data-test": `person-${person.id}`, "aria-pressed": String(chosen), title: person.gone ? t.gone(person.name) : person.name,
            onclick: () => select({ person: person.id }),
        }, h("span", { class: "ring" }, avatar(person, "large"), person.online !== false && !person.gone && h("i", { class: "here" })),
            h("span", { class: "first" }, person.firstName || person.name),
            noted && !chosen && h("b", { class: "dot" }, h("span", { class: "unseen" }, t.newNote))),
    };
}

const addButton = () => h("button", {
    type: "button", class: "round", "data-test": "add-person", "aria-label": t.addPerson, title: t.addPerson,
    onclick: () => document.getElementById("new-person").showModal(),
}, icon("person"));

function rows(wanted) {
    if (!model.state) return model.tried ? [unreachable()] : skeletons();
    if (!pages().length) return [hint("no-pages", t.noPages, t.noPagesMore)];
    const threads = (model.threads ?? []).map(thread => ({ thread, page: pages().find(one => one.id === thread.page) })).filter(row => row.page);
    const begun = new Set(threads.map(row => row.page.id));
    const fits = row => row.page.name.toLowerCase().includes(wanted);
    const rest = pages().filter(one => !begun.has(one.id)).map(one => ({ page: one })).filter(fits);
    const found = threads.filter(fits);
    if (!found.length && !rest.length) return [hint("none", t.noMatch, "")];
    return [
        ...found.map(threadRow),
        ...(rest.length ? [{ key: "others", stamp: "", draw: () => h("h3", { class: "others" }, t.others) }] : []),
        ...rest.slice(0, SHOWN).map(threadRow),
    ];
}

function threadRow({ page: one, thread }) {
    const last = thread?.lastMessage;
    const unread = thread?.unread ?? 0;
    const chosen = one.id === model.page;
    const text = !last ? t.pageKind : last.unsent ? (last.from === "person" ? t.unsentYou : t.unsentPage(one.name))
        : last.from === "person" ? t.yours(inShort(last)) : inShort(last);
    const when = last ? ago(last.timestamp, now()) : "";
    return {
        key: `page-${one.id}`,
        stamp: JSON.stringify([one.name, one.picture, text, unread, chosen, when]),
        draw: () => h("button", {
            type: "button", class: "thread-row", "data-test": `thread-${one.id}`, "data-unread": String(unread),
            "aria-current": chosen ? "true" : null, onclick: () => open(one.id),
        }, avatar(one, "medium"),
            h("span", { class: "thread-text" }, h("span", { class: "name" }, one.name),
                h("span", { class: "last" }, h("span", { class: "snippet" }, text), last && h("time", { title: exactly(last.timestamp) }, `· ${when}`))),
            unread > 0 && h("b", { class: "dot" }, h("span", { class: "unseen" }, t.unread(unread)))),
    };
}

function open(page) {
    select({ page });
    setTimeout(() => document.querySelector(wide() ? "#composer" : ".back")?.focus());
}

const skeletons = () => [1, 2, 3].map(n => ({
    key: `skeleton-${n}`, stamp: "", draw: () => h("div", { class: "skeleton", "aria-hidden": "true" }, h("i"), h("span")),
}));

const hint = (key, title, more) => ({
    key, stamp: "", draw: () => h("div", { class: "hint" }, h("strong", {}, title), more && h("p", {}, more)),
});

function unreachable() {
    return {
        key: "unreachable", stamp: "",
        draw: () => h("div", { class: "hint" }, h("strong", {}, t.unreachable), h("p", {}, t.unreachableMore),
            h("button", { type: "button", class: "button", onclick: () => location.reload() }, t.tryNow)),
    };
}

function roll(event) {
    if (!event.deltaX && event.currentTarget.scrollWidth > event.currentTarget.clientWidth) {
        event.currentTarget.scrollLeft += event.deltaY;
        event.preventDefault();
    }
}

function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step) return;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (next) { next.focus(); event.preventDefault(); }
}

function personDialog() {
    const name = h("input", { id: "person-name", name: "name", required: true, maxlength: "80", autocomplete: "off", "aria-describedby": "person-hint" });
    const dialog = h("dialog", { id: "new-person", class: "dialog", "aria-labelledby": "person-title" },
        h("form", { method: "dialog", onsubmit: add },
            h("h2", { id: "person-title" }, t.addPerson),
            h("label", { for: "person-name" }, t.personName), name,
            h("p", { class: "help", id: "person-hint" }, t.personNameHint),
            h("div", { class: "dialog-ends" },
                h("button", { type: "button", class: "button", onclick: () => dialog.close() }, t.cancel),
                h("button", { type: "submit", class: "button primary" }, t.add))));
    return dialog;

    async function add() {
        const wanted = name.value.trim();
        name.value = "";
        if (!wanted) return;
        const person = await behind(() => api.post("people", { name: wanted }));
        if (person?.id) select({ person: person.id, page: page()?.id ?? null });
    }
}
