import { h } from "./dom.js";
import { icon } from "./icons.js";
import { judge, react, unsend } from "./actions.js";
import { walk } from "./popup.js";
import { model } from "./model.js";
import { t } from "./strings.js";
import { kinds, reactionFace, reactionName } from "./faces.js";

const LONG = 450;
const EMOJI = ["🙏", "🎉", "😍", "😂", "😭", "🔥", "👏", "💯", "🧋", "✅"];

// The actions on one message: opened by hovering, by a long press, or by Enter on it.
export function menu(root, list) {
    const popover = h("div", { class: "menu", popover: "manual", role: "dialog", "aria-label": t.actions, onkeydown: walk });
    root.append(popover);
    const asked = { reply() {}, edit() {} };
    let opener = null;

    list.addEventListener("click", event => {
        const tool = event.target.closest("[data-tool]");
        const goto = event.target.closest("[data-goto]");
        if (goto) return jump(goto.dataset.goto);
        if (!tool) return;
        const message = messageAt(tool);
        if (!message) return;
        if (tool.dataset.tool === "reply") asked.reply(message);
        else open(message, tool, tool.dataset.tool === "smile" ? "reactions" : "items");
    });

    // Closed explicitly: an automatic popover would close when the long press ends.
    document.addEventListener("pointerdown", event => { if (opener && !popover.contains(event.target)) close(); });
    root.addEventListener("scroll", () => opener && close(), { capture: true, passive: true });
    addEventListener("keydown", event => { if (opener && event.key === "Escape") { event.preventDefault(); close(); } }, { capture: true });

    let timer;
    list.addEventListener("pointerdown", event => {
        clearTimeout(timer);
        if (event.pointerType !== "touch" || !event.target.closest(".stack")) return;
        const { target } = event;
        timer = setTimeout(() => {
            const message = messageAt(target);
            if (message) open(message, target.closest(".stack"), "all");
        }, LONG);
    });
    for (const end of ["pointerup", "pointercancel", "pointermove"]) {
        list.addEventListener(end, event => { if (end !== "pointermove" || Math.abs(event.movementY) > 3) clearTimeout(timer); });
    }
    list.addEventListener("contextmenu", event => { if (event.pointerType === "touch") event.preventDefault(); });

    root.addEventListener("keydown", event => {
        if (popover.contains(event.target) || event.target.closest(".newer")) return;
        const rows = [...list.querySelectorAll("[data-row]")];
        const at = rows.indexOf(event.target.closest("[data-row]"));
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (step) {
            const next = at < 0 ? rows.at(-1) : rows[at + step];
            if (next) { focus(next); event.preventDefault(); }
        } else if (at >= 0 && event.target === rows[at]) {
            const message = messageAt(rows[at]);
            if (!message) return;
            if (event.key === "Enter") { open(message, rows[at].querySelector(".stack"), "all"); event.preventDefault(); }
            if (event.key === "r" && !event.ctrlKey && !event.metaKey) { asked.reply(message); event.preventDefault(); }
        }
    });

    function focus(row) {
        list.querySelectorAll('[data-row][tabindex="0"]').forEach(one => one.setAttribute("tabindex", "-1"));
        row.setAttribute("tabindex", "0");
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: "nearest" });
    }

    function messageAt(element) {
        const mid = element.closest("[data-row]")?.dataset.row;
        const message = model.thread?.messages.find(one => one.mid === mid);
        return message?.unsent ? null : message;
    }

    function jump(mid) {
        const row = list.querySelector(`[data-row="${CSS.escape(mid)}"]`);
        if (!row) return;
        row.scrollIntoView({ block: "center" });
        row.classList.remove("pointed");
        requestAnimationFrame(() => row.classList.add("pointed"));
    }

    function open(message, beside, part) {
        close();
        opener = beside.closest("[data-row]");
        popover.replaceChildren(
            ...(part !== "items" ? [reactionsOf(message)] : []),
            ...(part !== "reactions" ? [itemsOf(message)] : []));
        popover.showPopover();
        place(beside.getBoundingClientRect(), message.from === "person");
        popover.querySelector("button")?.focus();
    }

    function place(box, right) {
        const { offsetWidth: width, offsetHeight: height } = popover;
        const left = right ? box.right - width : box.left;
        const above = box.top - height - 8;
        popover.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
        popover.style.top = `${above > 48 ? above : Math.min(box.bottom + 8, innerHeight - height - 8)}px`;
    }

    function close() {
        if (!opener) return;
        const back = popover.contains(document.activeElement) ? opener : null;
        opener = null;
        popover.hidePopover();
        back?.focus({ preventScroll: true });
    }

    function reactionsOf(message) {
        const mine = message.reactions?.person;
        return h("div", { class: "menu-reactions", role: "group", "aria-label": t.react }, kinds.map(kind =>
            h("button", {
                type: "button", "data-test": `react-${kind}`, "aria-pressed": String(kind === mine), "aria-label": kind === mine ? `${reactionName(kind)}: ${t.unreact}` : reactionName(kind), title: reactionName(kind),
                onclick: () => { close(); react(message.mid, kind === mine ? null : kind); },
            }, reactionFace(kind))), moreReactions(message));
    }

    // The other most used emoji.
    function moreReactions(message) {
        const mine = message.reactions?.person;
        const button = h("button", { type: "button", class: "more-reactions", "data-test": "react-more", "aria-label": t.moreReactions, title: t.moreReactions, "aria-expanded": "false", onclick: () => button.replaceWith(...others()) }, icon("plus"));
        const others = () => EMOJI.map(emoji => h("button", { type: "button", "data-test": "react-emoji", "aria-pressed": String(emoji === mine), "aria-label": emoji, onclick: () => { close(); react(message.mid, emoji === mine ? null : emoji); } }, emoji));
        return mine && EMOJI.includes(mine) ? others() : button;
    }

    function itemsOf(message) {
        const mine = message.from === "person";
        const item = (name, act, bad) => h("button", { type: "button", class: bad ? "bad" : null, "data-test": `menu-${name}`, onclick: () => { close(); act(); } }, icon(name), t[name]);
        return h("div", { class: "menu-items" },
            item("reply", () => asked.reply(message)),
            message.text && item("copy", () => copy(message.text)),
            mine && message.text && (message.edited ?? 0) < 5 && item("edit", () => asked.edit(message)),
            !mine && item("up", () => judge(message.mid, true)),
            !mine && item("downThumb", () => judge(message.mid, false)),
            mine && item("unsend", () => unsend(message.mid), true));
    }

    return Object.assign(asked, { close });
}

async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        const field = h("textarea", { value: text, class: "unseen" });
        document.body.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
    }
}

