// Writing a reply. The text is safe at every moment: kept per conversation while it is typed, shown
// in the thread the moment it is sent, and put back if it did not go.
import { choices, restore, show } from "./choices.js";
import { files, putBack as attachAgain, take, trouble } from "./files.js";
import { newKey } from "./newKey.js";
import { parts } from "./parts.js";
import { post, reason, say } from "./speech.js";
import { toNewest } from "./thread.js";

const TYPING_EVERY = 8_000;
let typedAt = 0;
let answering = null;
// A second try of the same words carries the same key, so that they cannot arrive twice.
let unsent = null;

const composer = () => document.getElementById("composer");
const field = () => document.getElementById("reply-text");
const address = () => `/desk/conversations/${composer().dataset.conversation}`;
const draft = () => `parley.draft.${composer().dataset.conversation}`;
const shut = () => composer().querySelector("[data-shut]") !== null;

function measure() {
    const limit = Number(composer().dataset.limit);
    const { length } = field().value;
    const over = length > limit;
    const counter = document.getElementById("reply-count");
    counter.classList.toggle("over", over);
    const written = new Intl.NumberFormat(document.documentElement.lang);
    counter.textContent = over
        ? say("parts", parts(field().value, limit))
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
    if (field().value) {
        sessionStorage.setItem(draft(), field().value);
    } else {
        sessionStorage.removeItem(draft());
    }
}

function typed() {
    measure();
    keep();
    fail("");
    if (field().value && !shut() && Date.now() - typedAt > TYPING_EVERY) {
        typedAt = Date.now();
        post(`${address()}/typing`).catch(() => {});
    }
}

function showPending(key, text) {
    const entry = document.getElementById("pending").content.firstElementChild.cloneNode(true);
    entry.id = `pending-${key}`;
    entry.querySelector(".bubble").textContent = text;
    document.getElementById("thread").append(entry);
    toNewest();
    return entry;
}

function written() {
    return { text: field().value.trim(), replyTo: answering, choices: choices(), files: files() };
}

function form(wish, key) {
    return [
        ["text", wish.text],
        ["key", key],
        ...(wish.replyTo ? [["replyTo", wish.replyTo]] : []),
        ...wish.choices.map(title => ["choice", title]),
        ...wish.files.map(id => ["file", id]),
    ];
}

function clear() {
    field().value = "";
    answer(null);
    show([]);
    typed();
}

async function send() {
    const wish = written();
    if (shut() || !(wish.text || wish.choices.length || wish.files.length || trouble())) {
        return;
    }
    if (trouble()) {
        fail(trouble());
        return;
    }
    const to = address();
    const same = unsent?.to === to && unsent.said === JSON.stringify(wish);
    const key = same ? unsent.key : newKey();
    const attached = take();
    const names = attached.map(item => item.querySelector(".file-name").textContent);
    const pending = showPending(key, [...names, wish.text].join("\n").trim());
    clear();
    unsent = null;
    const why = await refusal(to, form(wish, key));
    if (why === null) {
        htmx.trigger("#thread", "again");
    } else {
        pending.remove();
        putBack(to, { ...wish, attached }, key, why);
    }
}

async function refusal(to, values) {
    try {
        const response = await post(`${to}/replies`, values);
        return response.ok
            ? null
            : (reason(response.headers.get("Content-Type"), await response.text()) ?? say("unsent"));
    } catch {
        return say("unsent");
    }
}

function putBack(to, { attached, ...wish }, key, why) {
    unsent = { to, key, said: JSON.stringify(wish) };
    if (to !== address()) {
        sessionStorage.setItem(`parley.draft.${to.split("/").pop()}`, wish.text);
        return;
    }
    field().value = field().value ? `${wish.text}\n${field().value}` : wish.text;
    answer(wish.replyTo);
    attachAgain(attached);
    show([...new Set([...wish.choices, ...choices()])]);
    typed();
    fail(why);
    field().focus();
}

function answer(messageId) {
    const line = composer().querySelector(".composer-quote");
    const entry = messageId && document.getElementById(`entry-${messageId}`);
    answering = entry ? messageId : null;
    line.hidden = !entry;
    if (entry) {
        const [author, words] = line.querySelectorAll("b, span > span");
        author.textContent = say("answering", entry.querySelector(".author").firstChild.textContent.trim());
        words.textContent = entry.querySelector(".bubble")?.textContent ?? say("attachment");
    }
}

document.addEventListener("input", event => event.target === field() && typed());
document.addEventListener("keydown", event => {
    if (event.target !== field() || event.isComposing) {
        return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        send();
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
    }
});
document.addEventListener("htmx:load", event => {
    if (field() && event.target.contains(field())) {
        answering = null;
        field().value = sessionStorage.getItem(draft()) ?? "";
        restore();
        measure();
    }
});
