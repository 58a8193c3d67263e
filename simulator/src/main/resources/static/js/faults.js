import { api } from "./api.js";
import { h, keep } from "./dom.js";
import { behind } from "./actions.js";
import { me, model, page, watch } from "./model.js";
import { rulesOf, sendFaults } from "./sendfaults.js";
import { t } from "./strings.js";

const between = () => ({ person: model.person, page: model.page });
const put = faults => behind(() => api.setFaults(faults));

/// {@return how many things are broken on purpose at present}
export function faultCount(state) {
  if (!state) return 0;
  const { faults = {}, blocks = [], holding } = state;
  const rights = (faults.profileAccess === false) + Boolean(faults.developmentMode) + Boolean(faults.proofRequired);
  const counted = Object.values(faults.webhooks ?? {}).filter(left => left > 0).length;
  return rights + counted + rulesOf(faults).length + (faults.tokenExpired?.length ?? 0) + blocks.length + Boolean(holding);
}

/// Everything that can be made to go wrong, each with a sentence of what it does.
export function faults(root) {
  const summary = h("p", { class: "faults-summary" });
  const clear = h("button", { type: "button", class: "button", "data-test": "clear-faults", onclick: () => behind(async () => { await api.clearFaults(); if (model.state?.holding) await api.post("webhooks/release", { order: "asIs", times: 1 }); }, "state", "webhooks") }, t.clearFaults);
  const groups = h("div", { class: "groups" });
  root.append(h("div", { class: "faults-head" }, summary, clear), groups);
  const sends = sendFaults();

  watch(() => {
    if (!model.state) return;
    const count = faultCount(model.state);
    summary.textContent = count ? t.someFaults(count) : t.noFaults;
    clear.disabled = !count;
    sends.update();
    keep(groups, rows());
  });

  function rows() {
    const { faults: set = {}, blocks = [], holding } = model.state;
    const on = page(), self = me();
    const blocked = blocks.some(one => one.page === model.page && (one.person === model.person || one.person === self?.psids?.[model.page]));
    return [
      { key: "sends", stamp: "", draw: () => sends.element },
      title("webhooks", t.groupWebhooks),
      toggle("hold", t.hold, t.holdMore, Boolean(holding), wanted => behind(() => wanted ? api.post("webhooks/hold") : api.post("webhooks/release", { order: "asIs", times: 1 }), "state", "webhooks")),
      counter("duplicate", t.duplicate, t.duplicateMore, set.webhooks?.duplicate),
      counter("wrongSignature", t.signatureFault, t.signatureFaultMore, set.webhooks?.wrongSignature),
      counter("drop", t.dropFault, t.dropFaultMore, set.webhooks?.drop),
      title("rights", t.groupRights),
      toggle("profileAccess", t.profile, t.profileMore, set.profileAccess !== false, wanted => put({ profileAccess: wanted })),
      toggle("humanAgentApproved", t.human, t.humanMore, Boolean(set.humanAgentApproved), wanted => put({ humanAgentApproved: wanted })),
      toggle("developmentMode", t.dev, t.devMore, Boolean(set.developmentMode), wanted => put({ developmentMode: wanted })),
      toggle("proofRequired", t.proof, t.proofMore, Boolean(set.proofRequired), wanted => put({ proofRequired: wanted })),
      ...(on ? [toggle("tokenExpired", t.expired(on.name), t.expiredMore, (set.tokenExpired ?? []).includes(on.id),
        wanted => put({ tokenExpired: [...(set.tokenExpired ?? []).filter(id => id !== on.id), ...(wanted ? [on.id] : [])] }))] : []),
      ...(self ? [title("person", self.name), toggle("online", t.online, t.onlineMore, self.online !== false, wanted => behind(() => api.post("presence", { person: self.id, online: wanted })))] : []),
      ...(self && on ? [
        toggle("block", t.block(on.name), t.blockMore, blocked, wanted => behind(() => api.post("blocks", { ...between(), blocked: wanted }))),
        { key: "inbox", stamp: `${model.person} ${model.page}`, draw: old => old ?? inbox() },
      ] : []),
      { key: "reset", stamp: "", draw: reset },
    ];
  }
}

const title = (key, text) => ({ key: `title-${key}`, stamp: text, draw: () => h("h3", {}, text) });

function toggle(name, text, more, on, change) {
  return {
    key: `toggle-${name}`, stamp: JSON.stringify([text, on]),
    draw: () => h("label", { class: "switch" },
      h("span", {}, h("b", {}, text), h("small", {}, more)),
      h("input", { type: "checkbox", role: "switch", "data-test": `fault-${name}`, checked: on, onchange: event => { const wanted = event.target.checked; Promise.resolve(change(wanted)).then(done => { if (!done) event.target.checked = !wanted; }); } })),
  };
}

function counter(name, text, more, left = 0) {
  return {
    key: `counter-${name}`, stamp: String(left),
    draw: () => {
      const id = `fault-count-${name}`;
      const input = h("input", { id, type: "number", min: "0", max: "99", value: String(left), "data-test": `fault-${name}`, onchange: () => put({ webhooks: { ...model.state.faults?.webhooks, [name]: Math.max(0, Number(input.value) || 0) } }) });
      return h("div", { class: `switch${left > 0 ? " on" : ""}` }, h("label", { for: id }, h("b", {}, text), h("small", {}, more)), input);
    },
  };
}

function inbox() {
  const text = h("input", { type: "text", id: "inbox-text", maxlength: "2000", required: true, "data-test": "inbox-text" });
  return h("form", { class: "extra", onsubmit: async event => {
    event.preventDefault();
    if (await behind(() => api.post("inbox-replies", { ...between(), text: text.value }), "threads", "thread")) text.value = "";
  } },
    h("label", { for: "inbox-text" }, h("b", {}, t.inbox), h("small", {}, t.inboxMore)),
    h("div", { class: "inline" }, text, h("button", { type: "submit", class: "button", "data-test": "inbox-send" }, t.send)));
}

function reset() {
  const sure = h("button", { type: "button", class: "button bad", hidden: true, "data-test": "reset-sure", onclick: () => behind(() => api.post("reset"), "state", "webhooks", "calls").then(() => location.reload()) }, t.resetSure);
  return h("div", { class: "extra reset" }, h("p", {}, h("b", {}, t.reset), h("small", {}, t.resetMore)),
    h("div", { class: "inline" }, h("button", { type: "button", class: "button", "data-test": "reset", onclick: event => { sure.hidden = false; event.target.hidden = true; sure.focus(); } }, t.reset), sure));
}
