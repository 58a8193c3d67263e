import { h } from "./dom.js";
import { model, watch } from "./model.js";
import { clock } from "./clock.js";
import { log } from "./log.js";
import { appsPanel } from "./apps.js";
import { faults, faultCount } from "./faults.js";
import { t } from "./strings.js";

// The panel beside the phone: the clock, the requests, and the faults.
export function backstage(root) {
    root.setAttribute("aria-label", t.backstage);
    const badge = h("b", { class: "badge", hidden: true });
    const tabs = {
        log: h("button", { type: "button", role: "tab", id: "tab-log", "aria-controls": "panel-log", "data-test": "tab-activity", onclick: () => choose("log") }, t.activity),
        faults: h("button", { type: "button", role: "tab", id: "tab-faults", "aria-controls": "panel-faults", "data-test": "tab-faults", onclick: () => choose("faults") }, t.faults, badge),
        apps: h("button", { type: "button", role: "tab", id: "tab-apps", "aria-controls": "panel-apps", "data-test": "tab-apps", onclick: () => choose("apps") }, t.apps),
    };
    const panels = {
        log: h("div", { class: "panel", role: "tabpanel", id: "panel-log", "aria-labelledby": "tab-log" }),
        faults: h("div", { class: "panel", role: "tabpanel", id: "panel-faults", "aria-labelledby": "tab-faults" }),
        apps: h("div", { class: "panel", role: "tabpanel", id: "panel-apps", "aria-labelledby": "tab-apps" }),
    };
    const time = h("div", { class: "clock" });
    root.append(
        h("header", { class: "backstage-head" }, h("h2", {}, t.backstage), h("p", {}, t.backstageMore)),
        time,
        h("div", { class: "tabs", role: "tablist", "aria-label": t.backstage, onkeydown: walk }, Object.values(tabs)),
        ...Object.values(panels));
    clock(time);
    log(panels.log);
    faults(panels.faults);
    appsPanel(panels.apps);
    let chosen;
    choose("log");

    function choose(name) {
        chosen = name;
        for (const one of Object.keys(tabs)) {
            tabs[one].setAttribute("aria-selected", String(one === name));
            tabs[one].tabIndex = one === name ? 0 : -1;
            panels[one].hidden = one !== name;
        }
    }

    function walk(event) {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!step) return;
        const names = Object.keys(tabs);
        const other = names.at((names.indexOf(chosen) + step) % names.length);
        choose(other);
        tabs[other].focus();
    }

    watch(() => {
        const count = faultCount(model.state);
        badge.hidden = !count;
        badge.textContent = String(count);
        badge.setAttribute("aria-label", t.someFaults(count));
    });
}
