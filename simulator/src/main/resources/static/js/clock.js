import { api } from "./api.js";
import { h } from "./dom.js";
import { behind } from "./actions.js";
import { conversation, model, now, watch } from "./model.js";
import { t } from "./strings.js";
import { exactly, span } from "./time.js";

// The simulator's clock, the steps by which it can be moved, and the remaining reply window.
export function clock(root) {
    const time = h("time", { class: "clock-time", "data-test": "clock" });
    const drift = h("span", { class: "clock-drift" });
    const left = h("p", { class: "clock-window" });
    const leap = (text, body, test) => h("button", { type: "button", class: "button", "data-test": test, onclick: () => behind(() => api.setClock(body), "state", "threads", ...(model.page ? ["thread"] : [])) }, text);
    const back = leap(t.backToNow, { live: true }, "clock-now");
    const wanted = h("input", { type: "datetime-local", class: "clock-set", "aria-label": t.setClock, title: t.setClock, "data-test": "clock-set",
        onchange: () => wanted.value && behind(() => api.setClock({ at: new Date(wanted.value).toISOString() }), "state", "threads", ...(model.page ? ["thread"] : [])) });
    root.append(
        h("div", { class: "clock-face" }, h("h3", { class: "unseen" }, t.clock), time, drift),
        h("div", { class: "clock-leaps", role: "group", "aria-label": t.clock },
            leap(t.hours, { advance: "PT1H" }, "clock-hour"), leap(t.almostDay, { advance: "PT23H" }, "clock-almost-day"),
            leap(t.week, { advance: "P7D" }, "clock-week"), back, wanted),
        left);

    function tick() {
        const off = Math.abs(model.ahead) >= 1000;
        time.textContent = exactly(now());
        drift.textContent = !off ? t.clockReal : model.ahead > 0 ? t.clockAhead(span(model.ahead)) : t.clockBehind(span(model.ahead));
        drift.classList.toggle("off", off);
        back.disabled = !off;
        const closes = model.thread?.windowClosesAt ?? conversation()?.windowClosesAt;
        left.hidden = !model.page;
        left.textContent = !closes ? t.windowNever : closes > now() ? t.windowOpen(span(closes - now())) : t.windowShut(exactly(closes));
        left.classList.toggle("shut", Boolean(closes) && closes <= now());
    }

    watch(tick);
    setInterval(tick, 1000);
}
