import { api } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { arrival, behind, edit, forgetArrival, send } from "./actions.js";
import { me, model, page, watch } from "./model.js";
import { menuOf } from "./profile.js";
import { tray } from "./tray.js";
import { pageMenu } from "./pagemenu.js";
import { plus } from "./plus.js";
import { stickers } from "./stickers.js";
import { voice } from "./voice.js";
import { t } from "./strings.js";
import { ADDRESS, inShort } from "./wording.js";

const LIKE = { small: "369239263222822", medium: "369239343222814", large: "369239383222810" };

// The message field, with files, a reply or an edit. Stores a draft for each thread.
export function composer(root, phone, log) {
    let replyTo = null, editing = null, thread = null;
    const text = h("textarea", { id: "composer", rows: "1", "data-test": "composer", maxlength: "20000", placeholder: t.placeholder, oninput: typed, onkeydown: keyed, onpaste: pasted });
    const submit = h("button", { type: "submit", class: "round accent", "data-test": "send", "aria-label": t.send, title: t.send }, icon("send"));
    const like = h("button", { type: "button", class: "round accent", "data-test": "like", "aria-label": t.sendLike, title: t.sendLike, onpointerdown: grow, onclick: liked }, icon("like"));
    const about = h("div", { class: "about", hidden: true });
    const files = tray(phone, refreshed);
    const offered = pageMenu();
    const more = plus(send);
    const drawer = stickers(send);
    const speech = voice(send);
    const came = h("div", { class: "about", hidden: true });
    const form = h("form", { class: "composer", onsubmit: submitted },
        offered.button, more.button,
        h("button", { type: "button", class: "round", "data-test": "attach", "aria-label": t.attach, title: t.attach, onclick: () => files.choose() }, icon("photo")),
        speech.button,
        h("div", { class: "field" }, text, drawer.button), submit, like);
    const blockedText = h("span");
    const blocked = h("div", { class: "blocked", hidden: true, role: "status" }, blockedText,
        h("button", { type: "button", class: "button", "data-test": "unblock", onclick: () => behind(() => api.post("blocks", { person: model.person, page: model.page, blocked: false }), "state", "thread") }, t.unblock));
    const gone = h("p", { class: "blocked", hidden: true, role: "status" }, t.goneMore);
    root.append(came, about, files.element, form, speech.bar, blocked, gone, offered.panel, drawer.panel, ...more.rest);
    log.actions.reply = message => { editing = null; replyTo = message; aboutChanged(); text.focus(); };
    log.actions.edit = message => { replyTo = null; editing = message; text.value = message.text; aboutChanged(); text.focus(); };

    const draftKey = () => `draft ${thread}`;

    function typed() {
        if (!editing) sessionStorage.setItem(draftKey(), text.value);
        refreshed();
    }

    function refreshed() {
        text.style.height = "auto";
        text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
        const something = text.value.trim() || files.count();
        form.classList.toggle("ready", Boolean(something || editing));
        submit.disabled = files.busy();
    }

    function keyed(event) {
        if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
        else if (event.key === "Escape" && (replyTo || editing)) { event.preventDefault(); cancel(); }
        else if (event.key === "ArrowUp" && !text.value && !editing) {
            const last = model.thread?.messages.filter(one => one.from === "person" && one.text && !one.unsent).at(-1);
            if (last) { event.preventDefault(); log.actions.edit(last); }
        }
    }

    function pasted(event) {
        const pictures = [...event.clipboardData.files];
        if (pictures.length) { event.preventDefault(); files.add(pictures); }
    }

    function submitted(event) {
        event.preventDefault();
        const written = text.value.trim();
        if (files.busy() || (!written && !files.count())) return;
        if (editing) {
            if (written && written !== editing.text) edit(editing.mid, written);
            return cancel();
        }
        const message = {};
        if (written) message.text = written;
        const enclosed = [...preview(written), ...files.take()];
        if (enclosed.length) message.attachments = enclosed;
        if (replyTo) message.replyTo = replyTo.mid;
        text.value = "";
        sessionStorage.removeItem(draftKey());
        cancel();
        send(message);
    }

    // Holding the thumb makes it larger, as in Messenger.
    let pressed = 0;
    function grow() { pressed = performance.now(); like.classList.add("growing"); }
    function liked() {
        const held = pressed ? performance.now() - pressed : 0;
        pressed = 0;
        like.classList.remove("growing");
        send({ sticker: LIKE[held > 1400 ? "large" : held > 600 ? "medium" : "small"] });
    }
    for (const end of ["pointerleave", "pointercancel"]) like.addEventListener(end, () => like.classList.remove("growing"));

    function cancel() {
        if (editing) text.value = sessionStorage.getItem(draftKey()) ?? "";
        replyTo = editing = null;
        aboutChanged();
    }

    function aboutChanged() {
        about.hidden = !replyTo && !editing;
        submit.setAttribute("aria-label", editing ? t.save : t.send);
        if (!about.hidden) {
            const one = editing ?? replyTo;
            about.replaceChildren(
                h("div", { class: "about-text" }, h("b", {}, editing ? t.editing : one.from === "person" ? t.replyingSelf : t.replyingTo(page()?.name ?? "")), h("span", {}, inShort(one))),
                h("button", { type: "button", class: "round", "aria-label": t.cancel, onclick: () => { cancel(); text.focus(); } }, icon("close")));
        }
        refreshed();
    }

    // The referral, until the first message reports it to the page.
    function cameChanged() {
        const way = arrival();
        const words = way ? way.ad ? t.cameByAd(way.ad.title) : t.cameByLink(way.ref ?? "") : "";
        if (came.stamp === words) return;
        came.stamp = words;
        came.hidden = !words;
        came.replaceChildren(
            h("div", { class: "about-text", "data-test": "arrival" }, h("b", {}, words), h("span", {}, t.cameMore)),
            h("button", { type: "button", class: "round", "aria-label": t.cancel, onclick: forgetArrival }, icon("close")));
    }

    watch(() => {
        const one = page();
        const which = `${model.person} ${model.page}`;
        if (one) text.setAttribute("aria-label", t.compose(one.name));
        gone.hidden = !me()?.gone;
        blocked.hidden = !gone.hidden || !model.thread?.blocked;
        form.hidden = !blocked.hidden || !gone.hidden;
        form.classList.toggle("menu-only", Boolean(menuOf(one)?.composer_input_disabled));
        cameChanged();
        blockedText.textContent = t.blocked(one?.name ?? "");
        if (which === thread) return;
        thread = which;
        replyTo = editing = null;
        text.value = sessionStorage.getItem(draftKey()) ?? "";
        files.clear();
        aboutChanged();
    });
}

// {@return the attachment that Messenger creates from the first URL in a text}
function preview(text) {
    const [address] = text.match(ADDRESS) ?? [];
    return address ? [{ type: "fallback", payload: { url: address, title: address.replace(/^https?:\/\/(www\.)?/, "") } }] : [];
}
