// What the scripts say: texts come with the page, in the agent's language.
const phrases = document.getElementById("phrases").dataset;
const LATE = 20_000;

export function say(name, ...values) {
    return phrases[name].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

// Read out once, politely.
export function announce(text) {
    const line = document.createElement("p");
    line.textContent = text;
    document.getElementById("spoken").append(line);
    setTimeout(() => line.remove(), 10_000);
}

// What a request of ours carries so that the server knows it for ours, and answers in a few words
// instead of a page.
export function headers() {
    return { ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true" };
}

export async function post(address, values = {}) {
    const response = await fetch(address, {
        method: "POST",
        headers: headers(),
        body: new URLSearchParams(values),
        signal: AbortSignal.timeout(LATE),
    });
    heed(response.status);
    return response;
}

// Tells the rest of the page what every answer may tell.
export function heed(status) {
    document.dispatchEvent(new CustomEvent("refused", { detail: status }));
}

// The server's own sentence for why it refused, if it gave one.
export function reason(type, body) {
    if (type?.includes("json")) {
        return JSON.parse(body).detail;
    }
    return type?.startsWith("text/plain") && body.length < 500 ? body : undefined;
}

const KNOWN = new Set([401, 403, 404, 409, 413, 429, 503]);

// Why something was not done, in words. Status 0 is no answer at all.
export function whyNot(status, type, body) {
    const given = status ? reason(type, body) : undefined;
    if (given) {
        return given;
    }
    const kind = KNOWN.has(status) ? status : status >= 500 ? 500 : status ? 400 : 0;
    return say(`failed-${kind}`);
}

// Whether it may work later, as it is.
export function mayPass(status) {
    return status === 0 || status === 408 || status === 429 || status >= 500;
}
