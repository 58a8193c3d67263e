import { api, Refused } from "./api.js";
import { model, now, redraw, refresh } from "./model.js";
import { announce } from "./dom.js";
import { t } from "./strings.js";

const between = () => ({ person: model.person, page: model.page });
const here = () => `${model.person} ${model.page}`;
let last = Promise.resolve();
let count = 0;

// Shows the message immediately and posts it after the earlier ones, so that they arrive in order.
export function send(message) {
    const local = { key: `local-${++count}`, ...between(), message: { ...message, ...taken() }, timestamp: now(), state: "sending" };
    model.outbox.push(local);
    redraw();
    last = last.then(() => post(local));
    return last;
}

// The referral is sent with the person's first action.
export const arrival = () => model.arrivals.get(here());

export function arrive(way) {
    model.arrivals.set(here(), way);
    redraw();
}

export function forgetArrival() {
    model.arrivals.delete(here());
    redraw();
}

function taken() {
    const referral = arrival();
    model.arrivals.delete(here());
    return referral ? { referral } : {};
}

async function post(local) {
    try {
        const { person, page } = local;
        const sent = await api.post("messages", { person, page, ...local.message });
        local.mid = sent.mid;
        await refresh("threads", ...(page === model.page ? ["thread"] : [])).catch(() => {});
        discard(local);
    } catch (error) {
        local.state = "failed";
        local.why = error instanceof Refused ? error.message : "";
        redraw();
    }
}

export function retry(local) {
    discard(local);
    send(local.message);
}

export function discard(local) {
    model.outbox = model.outbox.filter(one => one !== local);
    redraw();
}

// Performs an action and shows the result, or the reason of a refusal.
async function act(path, body) {
    try {
        await api.post(path, body);
        await refresh("threads", "thread");
        return true;
    } catch (error) {
        complain(error);
        return false;
    }
}

export const react = (mid, reaction) => act("reactions", { ...between(), mid, reaction });
export const edit = (mid, text) => act("edits", { ...between(), mid, text });
export const unsend = mid => act("unsends", { ...between(), mid });
export const press = ({ title, payload }) => act("postbacks", { ...between(), title, payload, ...taken() });
export const follow = way => act("referrals", { ...between(), ...way });
export const consent = ({ title, payload, frequency, stop, ref }) => act("optins", { ...between(), title, payload, frequency, stop, ref });
export const link = linked => act("account-links", { ...between(), linked });
export const rate = answers => act("feedback", { ...between(), answers });
export const judge = (mid, good) => act("opinions", { ...between(), mid, good });
export const look = () => api.post("reads", between()).then(() => refresh("threads")).catch(() => {});

// For the backstage: performs an action and reloads what may have changed, or shows the refusal.
export async function behind(work, ...names) {
    try {
        const answer = await work();
        await refresh(...(names.length ? names : ["state"]));
        return answer ?? true;
    } catch (error) {
        complain(error);
        return null;
    }
}

export const complaints = new EventTarget();

export function complain(error) {
    const text = t.refused(error instanceof Refused ? error.message : t.unreachable);
    announce(text);
    complaints.dispatchEvent(new CustomEvent("complaint", { detail: text }));
}
