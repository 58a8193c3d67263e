// Downloading the transcript of the open conversation. It is requested by the script, so that a
// refusal is shown in the dialog instead of another page.
import { failureText, headers, reportStatus } from "./requests.js";
import { say } from "./texts.js";

const LATE = 120_000;
const dialog = document.getElementById("transcript");
const form = document.getElementById("transcript-form");
const conversation = () => document.getElementById("conversation")?.dataset.conversation;

function fail(text) {
    document.getElementById("transcript-error").textContent = text;
}

function save(name, file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function download(values) {
    const { format, language, notes } = values;
    const parameters = new URLSearchParams({ language, notes: notes === "true" });
    const address = `/desk/conversations/${conversation()}/transcript.${format}?${parameters}`;
    try {
        const response = await fetch(address, { headers: headers(), signal: AbortSignal.timeout(LATE) });
        reportStatus(response.status);
        if (!response.ok) {
            return failureText(response.status, response.headers.get("Content-Type"), await response.text());
        }
        const name = response.headers.get("Content-Disposition")?.match(/filename="([^"]+)"/)?.[1];
        save(name ?? `conversation.${format}`, await response.blob());
        return null;
    } catch {
        return say("failed-0");
    }
}

document.addEventListener("click", event => {
    if (event.target.closest("[data-do=transcript]")) {
        fail("");
        dialog.showModal();
    }
});

form.addEventListener("submit", async event => {
    event.preventDefault();
    fail("");
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    const failure = await download(Object.fromEntries(new FormData(form)));
    button.disabled = false;
    if (failure === null) {
        dialog.close();
    } else {
        fail(failure);
    }
});
