import { avatar, announce, h, keep, wide } from "./dom.js";
import { icon } from "./icons.js";
import { look, press, send } from "./actions.js";
import { conversation, me, model, now, page, redraw, watch } from "./model.js";
import { arrange } from "./arrange.js";
import { bubble, localBubble } from "./bubble.js";
import { menu } from "./menu.js";
import { getStartedPayload, greeting, iceBreakers } from "./profile.js";
import { t } from "./strings.js";
import { separator } from "./time.js";
import { inShort } from "./wording.js";

const NEAR = 80;
const SHOWN = 200;

// The messages of the open thread. Keeps the scroll position while they change, and follows at the end.
export function thread(root) {
    const list = h("div", { class: "messages", role: "group", tabindex: "-1" });
    const scroller = h("div", { class: "scroller", tabindex: "0" }, list);
    const pill = h("button", { type: "button", class: "newer", hidden: true, onclick: () => toEnd(true) }, icon("down"), t.newMessages);
    root.append(scroller, pill);
    const actions = menu(root, list);
    let shown = SHOWN, typingEnds = 0;
    let drawn = null, newest = null, lookedAt = null, sentSoFar = 0;

    const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    let following = true;
    scroller.addEventListener("scroll", () => { following = atEnd(); if (following) pill.hidden = true; }, { passive: true });
    new ResizeObserver(() => { if (following) toEnd(); }).observe(scroller);
    new ResizeObserver(() => { if (following) toEnd(); }).observe(list);
    document.addEventListener("visibilitychange", () => redraw());

    function toEnd(smooth = false) {
        following = true;
        scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant" });
    }

    function draw() {
        const one = page();
        if (!one) { keep(list, []); drawn = null; return; }
        scroller.setAttribute("aria-label", t.messages(one.name));
        const which = `${model.person} ${model.page}`;
        const opened = which !== drawn;
        if (opened) { shown = SHOWN; newest = null; pill.hidden = true; following = true; sentSoFar = model.outbox.length; actions.close(); }
        list.classList.toggle("settled", !opened && Boolean(model.thread));
        keep(list, rows(one, shown, earlier));
        if (model.thread) drawn = which;
        const sent = model.outbox.length > sentSoFar;
        sentSoFar = model.outbox.length;
        if (opened || sent || following) toEnd();
        notice(one);
        seen();
        stopTyping();
    }

    // No event is sent when the typing indicator expires.
    function stopTyping() {
        const until = model.thread?.typing ? model.thread.typingUntil : 0;
        if (!until || until === typingEnds) return;
        typingEnds = until;
        setTimeout(redraw, Math.max(0, until - now()) + 50);
    }

    function earlier() {
        const below = scroller.scrollHeight - scroller.scrollTop;
        shown += SHOWN;
        following = false;
        draw();
        scroller.scrollTop = scroller.scrollHeight - below;
    }

    // Announces a new message of the page once, and offers a button to scroll down if it is not visible.
    function notice(one) {
        const last = model.thread?.messages.filter(message => message.from === "page").at(-1);
        if (!model.thread) return;
        if (newest !== null && last && last.mid !== newest) {
            announce(t.said(one.name, inShort(last)));
            if (!following) pill.hidden = false;
        }
        newest = last?.mid ?? "";
    }

    // The messages count as read while the thread is visible.
    function seen() {
        const visible = document.visibilityState === "visible" && (wide() ? model.view !== "backstage" || matchMedia("(min-width: 1100px)").matches : model.view === "thread");
        const last = model.thread?.messages.at(-1)?.mid;
        if (!visible || !last || !conversation()?.unread) return;
        const what = `${model.person} ${model.page} ${last}`;
        if (what === lookedAt) return;
        lookedAt = what;
        look();
    }

    watch(draw);
    return { toEnd, actions };
}

function rows(one, shown, earlier) {
    if (!model.thread) return [{ key: "loading", stamp: "", draw: () => h("p", { class: "loading", role: "status" }, t.loading) }];
    const sent = new Set(model.thread.messages.map(message => message.mid));
    const locals = model.outbox.filter(local => local.page === model.page && local.person === model.person && !sent.has(local.mid));
    const waiting = locals.length > 0;
    const { messages, typing: isTyping, typingUntil } = model.thread;
    return [
        messages.length > shown ? { key: "earlier", stamp: "", draw: () => h("button", { type: "button", class: "button earlier", onclick: earlier }, t.earlier) } : intro(one),
        ...arrange(messages.slice(-shown), notesSince(messages.at(-shown)), { waiting, delivered: delivered() }).map(row => rowOf[row.kind](row, one)),
        ...locals.map((local, at) => localBubble(local, one, at === locals.length - 1)),
        ...(isTyping && (!typingUntil || typingUntil > now()) ? [typing(one)] : []),
        ...(waiting ? [] : quickReplies(messages.at(-1))),
    ];
}

const rowOf = { time: timeRow, note: noteRow, message: bubble };

// {@return the notes between the messages that are shown}
function notesSince(oldest) {
    return (model.thread.notes ?? []).filter(note => !oldest || note.at >= oldest.timestamp);
}

// {@return the ids of messages whose webhook the app has accepted}
function delivered() {
    if (taken.from === model.webhooks) return taken.mids;
    const mids = new Set();
    for (const webhook of model.webhooks) {
        if (webhook.state !== "delivered") continue;
        for (const [, mid] of String(webhook.body).matchAll(/"mid"\s*:\s*"([^"]+)"/g)) mids.add(mid);
    }
    taken = { from: model.webhooks, mids };
    return mids;
}

let taken = {};

const intro = one => ({
    key: "intro", stamp: JSON.stringify([one.name, one.picture, one.messengerProfile, model.person, model.thread.messages.length > 0]),
    draw: () => h("div", { class: "intro" }, avatar(one, "huge"), h("strong", {}, one.name), h("p", {}, t.startOf(one.name)), !model.thread.messages.length && [
        h("p", { class: "greeting" }, greeting(one, me()) ?? t.startMore),
        h("button", { type: "button", class: "button primary", "data-test": "get-started", onclick: () => press({ title: t.getStarted, payload: getStartedPayload(one) }) }, t.getStarted),
        h("div", { class: "ice" }, iceBreakers(one).map(({ question, payload }) =>
            h("button", { type: "button", class: "quick-reply", "data-test": "ice-breaker", onclick: () => press({ title: question, payload }) }, question)))]),
});

function timeRow(row) {
    const text = separator(row.at, now());
    return { key: `time-${row.before}`, stamp: text, draw: () => h("p", { class: "when" }, h("time", { datetime: new Date(row.at).toISOString() }, text)) };
}

function noteRow({ note: { at, kind, about } }, one) {
    const text = t.notes[kind]?.(about, one.name) ?? about;
    return { key: `note-${at}`, stamp: text, draw: () => h("p", { class: "note", "data-test": "note" }, text) };
}

const typing = one => ({
    key: "typing", stamp: one.id,
    draw: () => h("div", { class: "typing", "data-test": "page-typing" }, avatar(one, "tiny"),
        h("span", { class: "dots", role: "img", "aria-label": t.typing(one.name) }, h("i"), h("i"), h("i"))),
});

// Values that Messenger would offer from the person's own profile.
const address = person => `${(/^[a-z]+/.exec(person?.firstName.toLowerCase()) ?? ["me"])[0]}@example.com`;

function quickReplies(last) {
    const replies = last?.from === "page" && !last.unsent ? last.quickReplies ?? [] : [];
    if (!replies.length) return [];
    return [{
        key: `quick-${last.mid}`, stamp: JSON.stringify(replies),
        draw: () => h("div", { class: "quick", role: "group", "aria-label": t.quickReplies }, replies.map(reply => {
            const filled = { user_email: address(me()), user_phone_number: "+886 912 345 678" }[reply.contentType ?? reply.payload];
            const title = filled ?? reply.title ?? "";
            return h("button", {
                type: "button", class: "quick-reply", "data-test": "quick-reply",
                onclick: () => send({ text: title, quickReply: { title, payload: filled ?? reply.payload ?? title } }),
            }, reply.imageUrl && avatar({ name: title, picture: reply.imageUrl }, "tiny"), title);
        })),
    }];
}

