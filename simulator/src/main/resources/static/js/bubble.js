import { avatar, h } from "./dom.js";
import { icon } from "./icons.js";
import { discard, retry } from "./actions.js";
import { attachments } from "./attachments.js";
import { t } from "./strings.js";
import { exactly, timeOf } from "./time.js";
import { reactionFace, reactionName } from "./faces.js";
import { ADDRESS, inShort, onlyEmoji } from "./wording.js";

// One message with its quoted message, reactions and delivery state.
export function bubble(row, page) {
    const { message } = row;
    return {
        key: message.mid,
        stamp: JSON.stringify([message, row.first, row.last, row.state, row.readHere, row.original, page.name, page.picture]),
        draw: old => draw(row, page, old),
    };
}

function draw({ message, first, last, original, state, readHere }, page, old) {
    const mine = message.from === "person";
    const article = h("article", {
        class: `row ${mine ? "mine" : "theirs"}${first ? " first" : ""}${last ? " last" : ""}${reactions(message).length ? " reacted" : ""}`,
        tabindex: old?.getAttribute("tabindex") ?? "-1", "data-row": message.mid, title: exactly(message.timestamp),
        "aria-label": t.said(mine ? t.self : message.persona ?? page.name, `${spoken(message, page)}, ${timeOf(message.timestamp)}`),
    },
        !mine && h("span", { class: "face" }, last && avatar(message.persona ? { name: message.persona } : page, "tiny")),
        h("div", { class: "body" },
            first && message.persona && h("p", { class: "persona" }, t.persona(message.persona, page.name)),
            message.replyTo && quote(message, original, page),
            h("div", { class: "line" },
                h("div", { class: "stack", "data-mid": message.mid, "data-from": message.from },
                    message.unsent ? h("p", { class: "text gone" }, spoken(message, page)) : content(message)),
                !message.unsent && tools()),
            reactionChip(message, page),
            message.edited > 0 && !message.unsent && edits(message),
            state && mark(state, page),
            readHere && h("p", { class: "mark" }, avatar(page, "mini"), h("span", { class: "unseen" }, t.read))));
    return article;
}

const spoken = (message, page) => message.unsent ? (message.from === "person" ? t.unsentYou : t.unsentPage(page.name)) : inShort(message);

function content(message) {
    const text = message.text ?? message.postback?.title;
    const hasTemplate = (message.attachments ?? []).some(one => one.type === "template");
    return [
        text && !(hasTemplate && text === message.attachments[0].payload?.text)
            && h("p", { class: `text${onlyEmoji(text) ? " emoji" : ""}`, dir: "auto" }, linked(text)),
        ...attachments(message.attachments ?? [], message),
    ];
}

// {@return the text, with its URLs as links}
function linked(text) {
    const parts = [];
    let end = 0;
    for (const { 0: address, index } of text.matchAll(ADDRESS)) {
        parts.push(text.slice(end, index), h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address));
        end = index + address.length;
    }
    return [...parts, text.slice(end)];
}

// The mark of an edit; when opened, it shows the earlier texts.
function edits(message) {
    return h("details", { class: "edited", "data-test": "edited" }, h("summary", {}, t.edited),
        h("ol", {}, (message.earlier ?? []).map(text => h("li", { dir: "auto" }, text))));
}

function tools() {
    const tool = (name, text) => h("button", { type: "button", class: "tool", tabindex: "-1", "data-tool": name, "data-test": `tool-${name}`, "aria-label": text, title: text }, icon(name));
    return h("div", { class: "tools" }, tool("smile", t.react), tool("reply", t.reply), tool("more", t.more));
}

function quote(message, original, page) {
    const text = original ? (original.unsent ? spoken(original, page) : inShort(original)) : t.original;
    return h("button", { type: "button", class: "quote", tabindex: "-1", "data-goto": message.replyTo },
        h("span", { class: "quote-who" }, icon("reply"), message.from === "person" ? t.repliedYou : t.repliedPage(page.name)),
        h("span", { class: "quote-text" }, text));
}

function reactions(message) {
    return message.unsent ? [] : Object.entries(message.reactions ?? {}).filter(([, kind]) => kind);
}

function reactionChip(message, page) {
    const all = reactions(message);
    if (!all.length) return null;
    const label = all.map(([who, kind]) => `${who === "person" ? t.reactedYou : t.reactedPage(page.name)}: ${reactionName(kind)}`).join(", ");
    return h("button", { type: "button", class: "reactions", tabindex: "-1", "data-tool": "smile", "aria-label": label, title: label, "data-test": "reactions" },
        [...new Set(all.map(([, kind]) => kind))].map(reactionFace), all.length > 1 && h("b", {}, String(all.length)));
}

function mark(state, page) {
    return h("p", { class: "mark", "data-test": "state", "data-state": state },
        state === "read" ? avatar(page, "mini") : h("i", { class: `tick ${state}`, "aria-hidden": "true" }), t[state]);
}

// A message that is not accepted yet, or was refused.
export function localBubble(local, page, last) {
    const { message, state } = local;
    return {
        key: local.key,
        stamp: JSON.stringify([state, last]),
        draw: () => h("article", { class: `row mine local last ${state}`, tabindex: "-1" },
            h("div", { class: "body" },
                h("div", { class: "line" }, h("div", { class: "stack", "data-from": "person" }, content(preview(message)))),
                state === "failed"
                    ? h("p", { class: "mark bad", role: "alert", "data-test": "state", "data-state": "failed" }, `${t.failed} ${local.why} `,
                        h("button", { type: "button", class: "link", onclick: () => retry(local) }, t.retry),
                        h("button", { type: "button", class: "link", onclick: () => discard(local) }, t.discard))
                    : last && h("p", { class: "mark", "data-test": "state", "data-state": "sending" }, h("i", { class: "tick", "aria-hidden": "true" }), t.sending))),
    };
}

function preview(message) {
    const kinds = [...(message.attachments ?? [])];
    if (message.sticker) kinds.push({ type: "sticker", payload: { sticker_id: message.sticker } });
    if (message.location) kinds.push({ type: "location", payload: { coordinates: message.location } });
    return { ...message, attachments: kinds };
}
