// Requests of the scripts to the server, and the texts for those that fail.
import { say } from "./texts.js";

const LATE = 20_000;

// The headers with which the server recognizes a request of these scripts, and answers with a short
// text instead of a page.
export function headers() {
    return { ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true" };
}

// Sends a request and never throws. Status 0 means that there was no response, or that "signal" was
// aborted. "failure" is the text to show, or null after success.
//
// options: as of fetch; within: in milliseconds, until when it is answered
export async function sendRequest(address, { signal, within = LATE, ...options } = {}) {
    const late = AbortSignal.timeout(within);
    try {
        const response = await fetch(address, {
            headers: headers(),
            signal: signal ? AbortSignal.any([signal, late]) : late,
            ...options,
        });
        const text = await response.text();
        reportStatus(response.status);
        const type = response.headers.get("Content-Type");
        const failure = response.ok ? null : failureText(response.status, type, text);
        return { ok: response.ok, status: response.status, text, failure };
    } catch {
        return { ok: false, status: 0, text: "", failure: failureText(0) };
    }
}

export function post(address, values = {}) {
    return sendRequest(address, { method: "POST", body: new URLSearchParams(values) });
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
    const { status, failure } = await post(address, values);
    return status ? failure : `${failure} ${say("unsure")}`;
}

// Whether the same request may succeed later.
export function mayRetry(status) {
    return status === 0 || status === 408 || status === 429 || status >= 500;
}
