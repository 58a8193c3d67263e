// Requests of the scripts to the server, and the texts for those that fail.
import { say } from "./texts.js";

const LATE = 20_000;

// The headers with which the server recognizes a request of these scripts, and answers with a short
// text instead of a page.
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
    reportStatus(response.status);
    return response;
}

// Publishes the status of a response to the rest of the page.
export function reportStatus(status) {
    document.dispatchEvent(new CustomEvent("refused", { detail: status }));
}

// The server's own reason for a refusal, if it gave one.
export function reason(type, body) {
    if (type?.includes("json")) {
        return JSON.parse(body).detail;
    }
    return type?.startsWith("text/plain") && body.length < 500 ? body : undefined;
}

const KNOWN = new Set([401, 403, 404, 409, 413, 429, 503]);

// The text for a failed request. Status 0 means that there was no response.
export function failureText(status, type, body) {
    const given = status ? reason(type, body) : undefined;
    if (given) {
        return given;
    }
    const kind = KNOWN.has(status) ? status : status >= 500 ? 500 : status ? 400 : 0;
    return say(`failed-${kind}`);
}

// Sends a request that the user can repeat; returns null, or the text to show because it failed.
export async function refusal(address, values) {
    try {
        const response = await post(address, values);
        const type = response.headers.get("Content-Type");
        return response.ok ? null : failureText(response.status, type, await response.text());
    } catch {
        return `${say("failed-0")} ${say("unsure")}`;
    }
}

// Whether the same request may succeed later.
export function mayRetry(status) {
    return status === 0 || status === 408 || status === 429 || status >= 500;
}
