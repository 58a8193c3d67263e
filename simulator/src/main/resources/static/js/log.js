import { api } from "./api.js";
import { counts } from "./counts.js";
import { h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { behind } from "./actions.js";
import { model, people, watch } from "./model.js";
import { json } from "./json.js";
import { t } from "./strings.js";
import { exactly, seconds } from "./time.js";

// All webhooks and Graph calls, newest first.
export function log(root) {
    let only = "all";
    const opened = new Set();
    const choices = ["all", "webhooks", "calls"].map(name => h("button", { type: "button", "data-only": name, "data-test": `only-${name}`, onclick: () => { only = name; draw(); } }, t[name]));
    const held = h("div", { class: "held", hidden: true });
    const list = h("div", { class: "entries" });
    const figures = h("ul", { class: "counts", "aria-label": t.countsLabel });
    counts(figures);
    root.append(figures, h("div", { class: "only", role: "group", "aria-label": t.show }, choices), held, list);

    function draw() {
        choices.forEach(choice => choice.setAttribute("aria-pressed", String(choice.dataset.only === only)));
        drawHeld(held);
        const rows = [
            ...(only === "calls" ? [] : model.webhooks.map(webhookRow)),
            ...(only === "webhooks" ? [] : callRows(model.calls)),
        ].sort((one, other) => happened(other) - happened(one));
        keep(list, rows.length ? rows.map(row => entry(row, opened)) : [nothing]);
    }

    watch(draw);
}

const leaps = new Map();

// {@return its real time, so that changes of the simulator's clock do not affect the order}
function happened(row) {
    if (!leaps.has(row.key)) leaps.set(row.key, model.ahead);
    return row.at - leaps.get(row.key);
}

const nothing = { key: "nothing", stamp: "", draw: () => h("div", { class: "hint" }, h("strong", {}, t.nothing), h("p", {}, t.nothingMore)) };

function drawHeld(root) {
    const count = model.webhooks.filter(one => one.state === "held").length;
    const holding = Boolean(model.state?.holding);
    const again = model.webhooks.filter(one => one.state === "pending" && one.attempts.length).length;
    const stamp = `${count} ${holding} ${again}`;
    root.hidden = !count && !holding && !again;
    if (root.stamp === stamp) return;
    root.stamp = stamp;
    const release = (text, body, test) => h("button", { type: "button", class: "button", "data-test": test, onclick: () => behind(() => api.post("webhooks/release", body), "state", "webhooks") }, text);
    const retry = again > 0 && [
        h("strong", {}, t.waitingAgain(again)),
        h("div", { class: "buttons" }, h("button", { type: "button", class: "button", "data-test": "try-all", onclick: () => behind(() => api.post("webhooks/retry"), "webhooks") }, t.tryNow))];
    root.replaceChildren(...[retry, (count > 0 || holding) && [
        h("strong", {}, count ? t.held(count) : t.holding),
        h("div", { class: "buttons" },
            release(t.releaseOrder, { order: "asIs", times: 1 }, "release"), release(t.releaseReverse, { order: "reversed", times: 1 }, "release-reversed"),
            release(t.releaseShuffle, { order: "shuffled", times: 1 }, "release-shuffled"), release(t.releaseTwice, { order: "asIs", times: 2 }, "release-twice"))]].flat().filter(one => one));
}

const whose = psid => people().find(person => person.id === psid || Object.values(person.psids ?? {}).includes(psid));
const pageName = id => model.state?.pages.find(page => page.id === id)?.name ?? "";

const titles = new Map();

// {@return the field, the number of events if several, and whether they are for standby}
function titleOf({ id, field, body }) {
    if (!titles.has(id)) titles.set(id, titled(field ?? t.webhook, body));
    return titles.get(id);
}

function titled(field, body) {
    try {
        const entries = JSON.parse(body.replace(/^\ufeff/, "")).entry ?? [];
        const events = entries.flatMap(one => [...one.messaging ?? [], ...one.standby ?? [], ...one.changes ?? []]).length;
        return [entries.some(one => one.standby) && "standby", field, events > 1 && `×${events}`].filter(Boolean).join(" ");
    } catch {
        return field;
    }
}

// {@return the app's name, unless it is the first app, which is the default here}
const otherApp = id => model.state?.apps.slice(1).find(app => app.id === id)?.name;

function webhookRow(webhook) {
    const attempts = webhook.attempts ?? [];
    const last = attempts.at(-1);
    const status = webhook.state === "held" ? t.heldState : webhook.state === "dropped" ? t.droppedState : !last ? t.waiting : last.status ? String(last.status) : t.noAnswer;
    return {
        key: `webhook-${webhook.id}`, at: webhook.at ?? timeIn(webhook) ?? attempts[0]?.at ?? 0, kind: "webhook", it: webhook,
        title: titleOf(webhook), who: joined(otherApp(webhook.app), whose(webhook.psid)?.firstName, pageName(webhook.page), phrase(webhook.body)),
        status, good: webhook.state === "delivered", bad: ["failed", "dropped"].includes(webhook.state) || (webhook.state === "pending" && Boolean(last)),
        tries: attempts.length, changing: JSON.stringify([webhook.state, attempts]),
    };
}

const joined = (...parts) => parts.filter(Boolean).join(" · ");

// {@return the text of a body, if any}
function phrase(body) {
    const found = /"(?:text|sender_action|title|emoji)"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(typeof body === "string" ? body : JSON.stringify(body ?? ""));
    try {
        return found ? JSON.parse(found[1]) : "";
    } catch {
        return "";
    }
}

function about(call) {
    const text = `${call.path} ${typeof call.body === "string" ? call.body : JSON.stringify(call.body ?? "")}`;
    const person = (text.match(/\d{4,}/g) ?? []).map(whose).find(Boolean);
    return joined(person?.firstName, phrase(call.body), call.error);
}

function timeIn(webhook) {
    const found = /"time"\s*:\s*(\d{10,})/.exec(webhook.body);
    return found ? Number(found[1]) : null;
}

function callRows(calls) {
    const seen = new Map();
    return calls.map(call => {
        const name = call.id ?? `${call.at}-${call.method}-${call.path}`;
        const nth = (seen.get(name) ?? 0) + 1;
        seen.set(name, nth);
        return {
            key: `call-${name}-${nth}`, at: call.at, kind: "call", it: call, title: `${call.method} ${call.path}`, who: about(call),
            status: call.status ? String(call.status) : t.noAnswer, good: call.status >= 200 && call.status < 300, bad: !call.status || call.status >= 400, tries: 1, changing: call.status,
        };
    });
}

function entry(row, opened) {
    return {
        key: row.key, stamp: JSON.stringify([row.changing, row.status, row.who]),
        draw: () => {
            const details = h("details", { class: `entry ${row.kind}`, "data-test": row.kind, "data-state": row.it.state ?? row.status },
                h("summary", {},
                    h("span", { class: "way", title: row.kind === "webhook" ? t.webhook : t.call }, icon(row.kind === "webhook" ? "out" : "into"), h("span", { class: "unseen" }, row.kind === "webhook" ? t.webhook : t.call)),
                    h("span", { class: "what" }, h("b", {}, row.title), row.who && h("small", {}, row.who)),
                    row.tries > 1 && h("span", { class: "tries" }, t.tries(row.tries)),
                    h("span", { class: `verdict ${row.good ? "good" : row.bad ? "bad" : "wait"}` }, row.status),
                    h("time", { title: row.at ? exactly(row.at) : null }, row.at ? seconds(row.at) : "")));
            const fill = () => { if (details.open && details.childElementCount === 1) details.append(row.kind === "webhook" ? webhookBody(row.it) : callBody(row.it)); };
            details.addEventListener("toggle", () => { opened[details.open ? "add" : "delete"](row.key); fill(); });
            details.open = opened.has(row.key);
            fill();
            return details;
        },
    };
}

const fact = (name, ...value) => [h("dt", {}, name), h("dd", {}, ...value)];

function webhookBody(webhook) {
    const attempts = webhook.attempts ?? [];
    return h("div", { class: "inside" },
        h("dl", {},
            webhook.signature && fact(t.signature, h("code", {}, webhook.signature)),
            attempts.length > 0 && fact(t.attempts, h("ol", { class: "attempts" }, attempts.map(one => h("li", { class: one.status === 200 ? "good" : "bad" },
                h("time", {}, seconds(one.at)), h("b", {}, one.status ? String(one.status) : t.noAnswer), h("span", {}, t.milliseconds(one.millis ?? 0)), one.error && h("span", {}, one.error)))))),
        json(webhook.body, t.body),
        h("button", { type: "button", class: "button", "data-test": "repeat", onclick: () => behind(() => api.post(`webhooks/${encodeURIComponent(webhook.id)}/repeat`), "webhooks") }, icon("again"), t.repeat));
}

function callBody(call) {
    return h("div", { class: "inside" },
        h("dl", {}, fact(t.answer, h("code", {}, [call.status || t.noAnswer, t.milliseconds(call.millis ?? 0), call.error].filter(Boolean).join(" · "))),
            call.query && fact(t.query, h("code", {}, call.query))),
        call.body ? json(call.body, t.request) : null,
        call.answer ? json(call.answer, t.answer) : null);
}
