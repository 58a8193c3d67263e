// Files to send: chosen, pasted or dropped, uploaded at once, and stored by the server until they
// are sent, so that they survive a reload and opening another conversation.
import { failureText, headers, mayRetry, reportStatus, sendRequest } from "./requests.js";
import { say } from "./texts.js";
import { newUuid } from "./uuid.js";

const composer = () => document.getElementById("composer");
const list = () => document.getElementById("uploads");
const waiting = () => [...list().children];
const underWay = new WeakMap();

// {files} returns those that are ready, {problem} the reason why sending has to wait.
export function files() {
    return waiting().map(item => item.dataset.file).filter(Boolean);
}

export function problem() {
    if (list().querySelector(".failed")) {
        return say("filesFailed");
    }
    return list().querySelector(".under-way") ? say("filesUnderWay") : null;
}

// Removes them from the composer; they are put back if they were not sent.
export function take() {
    const taken = waiting();
    list().replaceChildren();
    return taken;
}

// Removes only those with these ids.
export function takeThese(ids) {
    const taken = waiting().filter(item => ids.includes(item.dataset.file));
    taken.forEach(item => item.remove());
    return taken;
}

export function putBack(taken) {
    list().prepend(...taken);
}

function add(chosen) {
    const { attach, mostFiles, conversation } = composer().dataset;
    if (attach === undefined) {
        return say("filesOff");
    }
    const room = Number(mostFiles) - waiting().length;
    [...chosen].slice(0, room).forEach(file => upload(file, conversation));
    return chosen.length > room ? say("filesMany", mostFiles) : "";
}

// The name without invisible characters, also those that reverse the text direction, as the server
// stores it.
const visible = name => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "");

function upload(file, conversation) {
    const item = document.getElementById("uploading").content.firstElementChild.cloneNode(true);
    const name = visible(file.name);
    item.querySelector(".file-name").textContent = name;
    item.querySelector("[data-do=discard]").setAttribute("aria-label", say("removeFile", name));
    list().append(item);
    send(item, file, conversation, newUuid());
}

// With the key, the server recognizes a repeated upload of the same file, and a discarded one.
function send(item, file, conversation, key) {
    const largest = Number(composer().dataset.largestFile);
    if (file.size > largest) {
        fail(item, say("filesLarge", largest / 1024 / 1024));
        return;
    }
    const request = new XMLHttpRequest();
    underWay.set(item, { request, key, again: () => send(item, file, conversation, key) });
    request.upload.addEventListener("progress", event => {
        item.querySelector("progress").value = event.loaded / event.total;
    });
    request.addEventListener("load", () => loaded(item, request));
    request.addEventListener("error", () => fail(item, say("filesLost"), true));
    request.open("POST", `/desk/conversations/${conversation}/files`);
    Object.entries(headers()).forEach(([name, value]) => request.setRequestHeader(name, value));
    const form = new FormData();
    form.append("key", key);
    form.append("file", file);
    request.send(form);
}

function loaded(item, request) {
    if (request.status !== 200) {
        const type = request.getResponseHeader("Content-Type");
        reportStatus(request.status);
        const why = failureText(request.status, type, request.responseText);
        fail(item, why, mayRetry(request.status));
        if (request.status === 422) {
            showWaiting();
        }
        return;
    }
    const chip = document.createElement("template");
    chip.innerHTML = request.responseText;
    const focused = item.contains(document.activeElement);
    const fresh = chip.content.firstElementChild;
    item.replaceWith(fresh);
    if (focused) {
        fresh.querySelector("button").focus();
    }
}

// The reason of the refusal may be files uploaded in another window or by the API: shows them.
async function showWaiting() {
    const { conversation } = composer().dataset;
    const { ok, text } = await sendRequest(`/desk/conversations/${conversation}/files`);
    if (!ok || composer().dataset.conversation !== conversation) {
        return;
    }
    const all = document.createElement("template");
    all.innerHTML = text;
    list().prepend(...[...all.content.children].filter(item => !document.getElementById(item.id)));
}

function fail(item, why, mayRetry = false) {
    item.classList.add("failed");
    item.classList.remove("under-way");
    item.querySelector(".upload-error").textContent = why;
    item.querySelector("[data-do=upload-again]").hidden = !mayRetry;
}

function again(item) {
    item.classList.replace("failed", "under-way");
    item.querySelector(".upload-error").textContent = "";
    item.querySelector("[data-do=upload-again]").hidden = true;
    underWay.get(item).again();
}

function discard(item) {
    underWay.get(item)?.request.abort();
    const file = item.dataset.file ?? underWay.get(item)?.key;
    if (file) {
        remove(file);
    }
    item.remove();
    document.getElementById("reply-text").focus();
}

// A file that remains on the server would appear again after a reload.
async function remove(file) {
    const { ok, status } = await sendRequest(`/desk/files/${file}`, { method: "DELETE" });
    if (!ok && status !== 404) {
        complain(say("filesStay"));
    }
}

function complain(why) {
    document.getElementById("reply-error").textContent = why;
}

const shut = () => composer().querySelector("[data-shut]") !== null;
const bringsFiles = event => event.dataTransfer?.types.includes("Files");
const target = event => !shut() && event.target.closest?.("#conversation");

document.addEventListener("change", event => {
    if (event.target.id === "attach") {
        complain(add(event.target.files));
        event.target.value = "";
        document.getElementById("reply-text").focus();
    }
});
document.addEventListener("paste", event => {
    const { files: pasted, types } = event.clipboardData;
    if (event.target.id === "reply-text" && pasted.length && !types.includes("text/plain")) {
        event.preventDefault();
        complain(add(pasted));
    }
});
// Without this, the browser would open a file dropped elsewhere instead of the page.
document.addEventListener("dragover", event => {
    if (bringsFiles(event)) {
        event.preventDefault();
        const place = composer() && target(event);
        event.dataTransfer.dropEffect = place ? "copy" : "none";
        document.getElementById("conversation")?.classList.toggle("dropping", Boolean(place));
    }
});
document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) {
        document.getElementById("conversation")?.classList.remove("dropping");
    }
});
document.addEventListener("drop", event => {
    if (bringsFiles(event)) {
        event.preventDefault();
        document.getElementById("conversation")?.classList.remove("dropping");
        if (composer() && target(event)) {
            complain(add(event.dataTransfer.files));
        }
    }
});
document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]");
    if (doing?.dataset.do === "attach") {
        document.getElementById("attach").click();
    } else if (doing?.dataset.do === "discard") {
        discard(doing.closest(".upload"));
    } else if (doing?.dataset.do === "upload-again") {
        again(doing.closest(".upload"));
    }
});
