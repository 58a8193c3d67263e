import { api } from "./api.js";
import { h, safe } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const LIMIT = 25 * 1024 * 1024;
const MOST = 10;

// Files to be attached to a message: chosen, dropped or pasted; uploaded immediately.
export function tray(phone, changed) {
    let files = [];
    const input = h("input", { type: "file", multiple: true, hidden: true, "data-test": "file-input", onchange: () => { add([...input.files]); input.value = ""; } });
    const list = h("ul", { class: "tray-files" });
    const trouble = h("p", { class: "tray-trouble", role: "alert", hidden: true });
    const element = h("div", { class: "tray" }, list, trouble, input);
    const veil = h("div", { class: "veil", hidden: true }, t.drop);
    phone.append(veil);

    phone.addEventListener("dragover", event => {
        if (![...event.dataTransfer.types].includes("Files") || phone.classList.contains("vacant")) return;
        event.preventDefault();
        veil.hidden = false;
    });
    phone.addEventListener("dragleave", event => { if (!phone.contains(event.relatedTarget)) veil.hidden = true; });
    phone.addEventListener("drop", event => {
        event.preventDefault();
        veil.hidden = true;
        add([...event.dataTransfer.files]);
    });

    function complain(text) {
        trouble.textContent = text;
        trouble.hidden = !text;
    }

    function add(chosen) {
        complain("");
        for (const file of chosen) {
            if (file.size > LIMIT) complain(t.tooBig(file.name));
            else if (files.length >= MOST) complain(t.tooMany);
            else upload({ file, preview: file.type.startsWith("image/") ? URL.createObjectURL(file) : null });
        }
    }

    async function upload(one) {
        files.push(one);
        draw();
        try {
            one.sent = await api.upload(one.file);
        } catch {
            complain(t.uploadFailed(one.file.name));
            remove(one);
        }
        draw();
    }

    function remove(one) {
        files = files.filter(other => other !== one);
        if (one.preview) URL.revokeObjectURL(one.preview);
        draw();
    }

    function draw() {
        list.replaceChildren(...files.map(one => h("li", { class: one.sent ? "" : "busy" },
            one.preview ? h("img", { src: safe(one.preview), alt: one.file.name }) : h("span", { class: "tray-name" }, icon("file"), h("span", {}, one.file.name)),
            h("button", { type: "button", class: "tray-remove", "aria-label": t.remove(one.file.name), onclick: () => remove(one) }, icon("close")))));
        changed();
    }

    return {
        element, add,
        choose: () => input.click(),
        count: () => files.length,
        busy: () => files.some(one => !one.sent),
        clear() { files.forEach(one => one.preview && URL.revokeObjectURL(one.preview)); files = []; complain(""); draw(); },
        take() {
            const taken = files.map(({ sent }) => ({ type: sent.type, url: sent.url, name: sent.name }));
            this.clear();
            return taken;
        },
    };
}
