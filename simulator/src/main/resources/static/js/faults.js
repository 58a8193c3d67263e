import { api } from "./api.js";
import { h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { behind } from "./actions.js";
import { GROUPS, isOf, NARROWER, nameOf } from "./faultkinds.js";
import { limits } from "./limits.js";
import { me, model, page, pages, watch } from "./model.js";
import { t } from "./strings.js";

const between = () => ({ person: model.person, page: model.page });
const known = () => model.state?.faults?.list ?? [];
const allowsMore = kind => kind === "humanAgentApproved";

// {@return the number of current faults}
export function faultCount(state) {
    const wrong = (state?.faults?.list ?? []).filter(fault => !allowsMore(fault.kind)).length;
    return wrong + (state?.blocks?.length ?? 0) + (state?.holding ? 1 : 0);
}

// All faults: for one page or all, for the next few calls or until turned off.
export function faults(root) {
    const summary = h("p", { class: "faults-summary" });
    const clear = h("button", { type: "button", class: "button", "data-test": "clear-faults", onclick: () => behind(clearAll, "state", "webhooks") }, t.clearFaults);
    const scope = h("select", { id: "fault-scope", "data-test": "fault-scope", onchange: draw });
    const narrow = Object.fromEntries(Object.keys(NARROWER).map(group => [group, narrower(group, draw)]));
    const set = h("ul", { class: "rules", "aria-label": t.faultsNow });
    const groups = h("div", { class: "groups" });
    root.append(h("div", { class: "faults-head" }, summary, clear), set,
        h("div", { class: "scope" }, h("label", { for: "fault-scope" }, t.faultsFor), scope), h("p", { class: "scope-help" }, t.faultsHow), groups);
    watch(draw);

    function draw() {
        if (!model.state) return;
        const count = faultCount(model.state);
        summary.textContent = count ? t.someFaults(count) : t.noFaults;
        clear.disabled = !count;
        keep(scope, [{ id: "", name: t.allPages }, ...pages()].map(one => ({ key: `for-${one.id}`, stamp: one.name, draw: () => h("option", { value: one.id }, one.name) })));
        keep(set, known().map(rule));
        keep(groups, rows());
    }

    function rows() {
        const { blocks = [], holding } = model.state;
        const on = page(), self = me();
        const blocked = blocks.some(one => one.page === model.page && one.person === model.person);
        return [
            title("sends", t.groupSends, narrow.sends), ...kindsOf("sends"), { key: "other-error", stamp: "", draw: () => otherError(where) },
            title("webhooks", t.groupWebhooks, narrow.webhooks),
            toggle("hold", t.hold, t.holdMore, Boolean(holding), wanted => behind(() => wanted ? api.post("webhooks/hold") : release(), "state", "webhooks")),
            ...kindsOf("webhooks"),
            title("rights", t.groupRights), approval(), ...kindsOf("rights"),
            title("limits", t.groupLimits), { key: "limits", stamp: "", draw: limits },
            ...(self && on ? [title("person", self.name),
                toggle("online", t.online, t.onlineMore, self.online !== false, wanted => behind(() => api.post("presence", { person: self.id, online: wanted }))),
                toggle("block", t.block(on.name), t.blockMore, blocked, wanted => behind(() => api.post("blocks", { ...between(), blocked: wanted })))] : []),
            { key: "reset", stamp: "", draw: reset },
        ];
    }

    const where = group => ({ page: scope.value || null, only: narrow[group]?.value || null });
    const kindsOf = group => Object.entries(GROUPS[group]).map(([name, order]) => faultRow(name, t.faultNames[group][name], order, where(group)));
}

async function clearAll() {
    await api.clearFaults();
    if (model.state?.holding) await release();
}

const release = () => api.post("webhooks/release", { order: "asIs", times: 1 });

const title = (key, text, ...more) => ({ key: `title-${key}`, stamp: text, draw: () => h("div", { class: "group-head" }, h("h3", {}, text), more) });

function narrower(group, changed) {
    return h("select", { "aria-label": t.only, "data-test": `only-${group}`, onchange: changed },
        h("option", { value: "" }, t.narrow[group]), NARROWER[group].map(name => h("option", { value: name }, t.callKinds[name] ?? name)));
}

// One current fault, of any page.
function rule(fault) {
    const where = [pages().find(one => one.id === fault.page)?.name, fault.only && (t.callKinds[fault.only] ?? fault.only)].filter(Boolean).join(" · ");
    const text = t.rule(nameOf(fault), fault.always ? null : fault.next);
    return {
        key: fault.id, stamp: text + where,
        draw: () => h("li", { "data-test": "fault-set", class: allowsMore(fault.kind) ? "permissive" : null }, h("span", {}, text, where && h("small", {}, where)),
            h("button", { type: "button", class: "round small", "aria-label": t.remove(nameOf(fault)), onclick: () => behind(() => api.remove(`faults/${fault.id}`)) }, icon("close"))),
    };
}

// One fault that can be set: for a number of calls or events, or for all until turned off.
function faultRow(name, [text, more], order, where) {
    const mine = known().filter(one => isOf(one, order) && (one.page ?? null) === where.page && (one.only ?? null) === where.only);
    const left = mine.reduce((sum, one) => sum + (one.next ?? 0), 0);
    const always = mine.some(one => one.always);
    const put = (which, wanted) => behind(async () => {
        for (const old of mine.filter(which)) await api.remove(`faults/${old.id}`);
        if (wanted) await api.post("faults", { ...order, ...given(where), ...wanted });
    });
    return {
        key: `fault-${name}`, stamp: JSON.stringify([left, always, where, mine.map(one => one.id)]),
        draw: () => h("div", { class: `switch${left ? " on" : ""}`, role: "group", "aria-label": text },
            h("span", {}, h("b", {}, text), more && h("small", {}, more)),
            h("input", { type: "number", min: "0", max: "999", value: String(left), "aria-label": t.hitsNext, title: t.hitsNext, "data-test": `next-${name}`,
                onchange: event => put(one => !one.always, Number(event.target.value) > 0 ? { next: Number(event.target.value) } : null) }),
            h("input", { type: "checkbox", role: "switch", checked: always, "aria-label": t.untilOff, title: t.untilOff, "data-test": `fault-${name}`,
                onchange: event => put(one => one.always, event.target.checked ? { always: true } : null) })),
    };
}

// Any error of Meta's, by code and subcode.
function otherError(where) {
    const number = (name, text, more) => h("div", {}, h("label", { for: `error-${name}` }, text), h("input", { id: `error-${name}`, type: "number", min: "1", "data-test": `error-${name}`, ...more }));
    const form = h("form", { class: "rule-form", onsubmit: event => {
        event.preventDefault();
        const [code, subcode, next] = ["code", "subcode", "next"].map(name => Number(form.querySelector(`#error-${name}`).value) || null);
        const error = { code, subcode, message: `(#${code}) ${t.anError}`, status: 400 };
        behind(() => api.post("faults", { kind: "error", error, next, ...given(where("sends")) }));
    } }, h("b", {}, t.otherError), number("code", t.code, { required: true, value: "613" }), number("subcode", t.subcode), number("next", t.hitsNext, { value: "1", max: "999", required: true }),
        h("button", { type: "submit", class: "button", "data-test": "error-add" }, t.add));
    return form;
}

const given = where => Object.fromEntries(Object.entries(where).filter(([, value]) => value));

// The only condition that is off at the start and allows more instead of less.
function approval() {
    const approved = known().find(one => allowsMore(one.kind));
    return toggle("humanAgentApproved", t.human, t.humanMore, Boolean(approved),
        wanted => behind(() => wanted ? api.post("faults", { kind: "humanAgentApproved", always: true }) : api.remove(`faults/${approved.id}`)));
}

function toggle(name, text, more, on, change) {
    return {
        key: `toggle-${name}`, stamp: JSON.stringify([text, on]),
        draw: () => h("label", { class: "switch" },
            h("span", {}, h("b", {}, text), h("small", {}, more)),
            h("input", { type: "checkbox", role: "switch", "data-test": `fault-${name}`, checked: on, onchange: event => { const wanted = event.target.checked; Promise.resolve(change(wanted)).then(done => { if (!done) event.target.checked = !wanted; }); } })),
    };
}

function reset() {
    const sure = h("button", { type: "button", class: "button bad", hidden: true, "data-test": "reset-sure", onclick: () => behind(() => api.post("reset"), "state", "webhooks", "calls").then(() => location.reload()) }, t.resetSure);
    return h("div", { class: "extra reset" }, h("p", {}, h("b", {}, t.reset), h("small", {}, t.resetMore)),
        h("div", { class: "inline" }, h("button", { type: "button", class: "button", "data-test": "reset", onclick: event => { sure.hidden = false; event.target.hidden = true; sure.focus(); } }, t.reset), sure));
}
