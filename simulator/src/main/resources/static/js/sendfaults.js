import { api } from "./api.js";
import { h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { behind } from "./actions.js";
import { model } from "./model.js";
import { t } from "./strings.js";

export const rulesOf = faults => [faults?.sends ?? []].flat().filter(rule => rule && rule.next !== 0);

const graph = (code, subcode, message, status = 400, extra = {}) => ({ error: { code, subcode, message, status, type: "OAuthException", transient: false, ...extra } });

const KINDS = {
  rate: graph(613, null, "(#613) Calls to this api have exceeded the rate limit."),
  window: graph(10, 2018278, "(#10) This message is sent outside of allowed window."),
  person: graph(551, 1545041, "(#551) This person isn't available right now."),
  token: graph(190, 463, "Error validating access token: Session has expired.", 401),
  temporary: graph(2, null, "An unexpected error has occurred. Please retry your request later.", 500, { transient: true }),
  html: { status: 500, html: true },
  cutBefore: { cut: "before" },
  cutAfter: { cut: "after" },
  slow: { delayMillis: 8000 },
};

/// What is to happen to the next messages of the page, one rule after the other.
export function sendFaults() {
  const next = h("input", { type: "number", id: "fault-next", min: "1", max: "999", value: "1", "data-test": "fault-next" });
  const kind = h("select", { id: "fault-kind", "data-test": "fault-kind" }, Object.keys(KINDS).map(name => h("option", { value: name }, t.sendFaults[name])));
  const list = h("ul", { class: "rules" });
  const element = h("section", {}, h("h3", {}, t.groupSends),
    h("form", { class: "rule-form", onsubmit: add },
      h("div", {}, h("label", { for: "fault-next" }, t.nextSends), next),
      h("div", { class: "grow" }, h("label", { for: "fault-kind" }, t.fate), kind),
      h("button", { type: "submit", class: "button", "data-test": "fault-add" }, t.add)), list);

  const rules = () => rulesOf(model.state?.faults);

  function add(event) {
    event.preventDefault();
    behind(() => api.setFaults({ sends: [...rules(), { next: Number(next.value), ...KINDS[kind.value] }] }));
  }

  function update() {
    keep(list, rules().map((rule, at) => ({
      key: `rule-${at}`, stamp: JSON.stringify(rule),
      draw: () => h("li", {}, h("span", {}, t.rule(rule.next ?? 1, nameOf(rule))),
        h("button", { type: "button", class: "round small", "aria-label": t.remove(nameOf(rule)), onclick: () => behind(() => api.setFaults({ sends: rules().filter((_, other) => other !== at) })) }, icon("close"))),
    })));
  }

  return { element, update };
}

function nameOf(rule) {
  if (rule.cut) return rule.cut === "before" ? t.sendFaults.cutBefore : t.sendFaults.cutAfter;
  if (rule.delayMillis) return t.sendFaults.slow;
  if (rule.html) return t.sendFaults.html;
  const known = Object.entries(KINDS).find(([, one]) => one.error?.code === rule.error?.code);
  return known ? t.sendFaults[known[0]] : `${rule.error?.code ?? rule.status ?? ""} ${rule.error?.message ?? ""}`.trim();
}
