// Writing a reply. The text is never lost: it is stored as a draft while it is typed, shown in
// the timeline when it is sent, and restored if sending failed, together with what was typed since.
import { currentDraft, draftSent, openDraft, saveDraft, takeDraft, takeOther } from "./drafts.js";
import { files, putBack as attachAgain, take, takeThese, problem } from "./files.js";
import { replyButtons, show, titles } from "./replyButtons.js";
import { mayRetry, post } from "./requests.js";
import * as guard from "./sendGuard.js";
import { say } from "./texts.js";
import { partCount } from "./textSplitter.js";
import { attempt, failed, isOpen, remove, restore as restoreUnsent, unsent } from "./unsent.js";
import { newUuid } from "./uuid.js";

const TYPING_EVERY = 8_000;
// The customer wrote meanwhile.
const CROSSED = 412;
let typedAt = 0;
let answering = null;
let filling = false;
let wasEmpty = true;
// A second attempt with the same text uses the same key.
let refused = null;
// The files of an unsent reply, as they were in the composer.
const enclosed = new Map();

const composer = () => document.getElementById("composer");
const field = () => document.getElementById("reply-text");
const conversation = () => composer().dataset.conversation;
const shut = () => composer().querySelector("[data-shut]") !== null;

function measure() {
    const limit = Number(composer().dataset.limit);
    const { length } = field().value;
    wasEmpty = length === 0;
    const over = length > limit;
    const counter = document.getElementById("reply-count");
    counter.classList.toggle("over", over);
    const written = new Intl.NumberFormat(document.documentElement.lang);
    counter.textContent = over
        ? say("parts", partCount(field().value, limit))
        : length > limit * 0.9
          ? say("count", written.format(length), written.format(limit))
          : "";
    if (!CSS.supports("field-sizing", "content")) {
        field().style.height = "auto";
        field().style.height = `${field().scrollHeight}px`;
    }
}

function fail(text) {
    document.getElementById("reply-error").textContent = text;
}

function keep() {
    if (!filling) {
        saveDraft("reply", { text: field().value, replyTo: answering, replyButtons: titles() });
    }
}

// Shows a draft. The cursor stays where it is, as far as the text allows.
function fill(draft) {
    const { selectionStart, selectionEnd, value } = field();
    const atEnd = selectionStart === value.length;
    filling = true;
    field().value = draft.text;
    if (document.activeElement === field() && !atEnd) {
        field().setSelectionRange(selectionStart, selectionEnd);
    }
    answer(draft.replyTo);
    show(draft.replyButtons);
    filling = false;
    measure();
}

function typed() {
    measure();
    keep();
    fail("");
    guard.stopAsking();
    if (field().value && !shut() && Date.now() - typedAt > TYPING_EVERY) {
        typedAt = Date.now();
        post(`/desk/conversations/${conversation()}/typing`);
    }
}

function written() {
    return {
        text: field().value.trim(),
        replyTo: answering,
        replyButtons: replyButtons(),
        files: files(),
    };
}

function clear() {
    field().value = "";
    answer(null);
    show([]);
    typed();
}

// The agent to whom the conversation is assigned now, or else the composer's own reason.
function whyShut() {
    const said = document.querySelector("#conversation > .failure:not([hidden])");
    return (said ?? composer().querySelector("[data-shut]")).textContent.trim();
}

async function send() {
    const draft = written();
    if (!(draft.text || draft.replyButtons.length || draft.files.length || problem())) {
        return;
    }
    if (shut()) {
        fail(whyShut());
        return;
    }
    if (problem()) {
        fail(problem());
        return;
    }
    if (!guard.maySend()) {
        return;
    }
    const to = conversation();
    const seen = guard.newestMessage();
    const said = JSON.stringify(draft);
    const same = refused?.to === to && refused.said === said;
    const key = same ? refused.key : newUuid();
    const attached = take();
    const names = attached.map(item => item.querySelector(".file-name").textContent);
    enclosed.set(key, attached);
    const revisions = takeDraft();
    filling = true;
    clear();
    filling = false;
    refused = null;
    await deliver(to, { key, ...draft, names }, { seen, draft: revisions });
}

// A reply that was refused permanently goes back to the composer to be corrected, if that is empty.
//
// sent: what the server is told only the first time: the message that the agent has seen, and the
// draft that becomes this reply
async function deliver(to, reply, sent) {
    const failure = await attempt(to, reply, sent);
    if (sent) {
        draftSent(to, failure !== null);
    }
    if (failure === null) {
        enclosed.delete(reply.key);
    } else if (!mayRetry(failure.status) && isOpen(to) && isEmpty()) {
        const { text, replyTo, replyButtons: titles, files: ids } = reply;
        const said = JSON.stringify({ text, replyTo, replyButtons: titles, files: ids });
        refused = { to, key: reply.key, said };
        putBack(to, reply);
        if (failure.status === CROSSED) {
            guard.ask(failure.why);
        } else {
            fail(failure.why);
        }
    } else {
        await failed(to, reply, failure);
    }
}

function isEmpty() {
    return !(field().value.trim() || replyButtons().length || files().length || answering);
}

// Puts a reply back into the composer, before the current text.
function putBack(from, reply) {
    remove(from, reply.key);
    field().value = [reply.text, field().value].filter(Boolean).join("\n\n");
    answer(answering ?? reply.replyTo);
    attachAgain(enclosed.get(reply.key) ?? []);
    enclosed.delete(reply.key);
    show([...new Set([...reply.replyButtons, ...replyButtons()])]);
    typed();
    field().focus();
}

// Adds what was typed in another window to the current text.
function insert(other) {
    field().value = [field().value, other.text].filter(Boolean).join("\n\n");
    answer(answering ?? other.replyTo);
    show([...new Set([...titles(), ...other.replyButtons])]);
    typed();
    field().focus();
}

function forget(from, reply) {
    remove(from, reply.key);
    attachAgain(enclosed.get(reply.key) ?? []);
    enclosed.delete(reply.key);
}

function settle(button) {
    const from = conversation();
    const { pending } = button.closest(".entry").dataset;
    const reply = unsent(from).find(one => one.key === pending);
    if (reply) {
        ({ retry: deliver, edit: putBack, forget })[button.dataset.do](from, reply);
    }
}

function answer(messageId) {
    const line = composer().querySelector(".composer-quote");
    const [author, words] = line.querySelectorAll("b, span > span");
    const entry = messageId && document.getElementById(`entry-${messageId}`);
    answering = messageId ?? null;
    line.hidden = !messageId;
    if (entry) {
        author.textContent = say("answering", entry.querySelector(".author").firstChild.textContent.trim());
        words.textContent = entry.querySelector(".bubble")?.textContent ?? say("attachment");
    } else {
        // It is older than what the page shows.
        author.textContent = say("quoted");
        words.textContent = "";
    }
    keep();
}

document.addEventListener("input", event => {
    if (event.target === field()) {
        if (wasEmpty) {
            guard.typingBegins();
        }
        typed();
    }
});
document.addEventListener("replyButtons", keep);
document.addEventListener("draft", event => event.detail.mode === "reply" && fill(event.detail));
document.addEventListener("keydown", event => {
    if (event.target !== field()) {
        return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        send();
    } else if (event.key === "Escape" && guard.isAsking()) {
        event.stopImmediatePropagation();
        guard.stopAsking();
    } else if (event.key === "Escape" && answering) {
        event.stopImmediatePropagation();
        answer(null);
    }
});
document.addEventListener("submit", event => {
    if (event.target.id === "reply") {
        event.preventDefault();
        send();
    }
});
document.addEventListener("click", event => {
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doing === "answer") {
        answer(event.target.closest(".entry").dataset.message);
        field().focus();
    } else if (doing === "unanswer") {
        answer(null);
        field().focus();
    } else if (doing === "draft-insert" && event.target.closest("#draft")) {
        insert(takeOther(event.target));
    } else if (["retry", "edit", "forget"].includes(doing)) {
        settle(event.target.closest("[data-do]"));
    }
});
document.addEventListener("pane-shown", () => {
    fill(currentDraft("reply"));
    fail("");
});
document.addEventListener("htmx:load", event => {
    if (field() && event.target.contains(field())) {
        fill(openDraft("reply"));
        for (const reply of unsent(conversation())) {
            enclosed.set(reply.key, takeThese(reply.files));
        }
        restoreUnsent();
        measure();
    }
});
