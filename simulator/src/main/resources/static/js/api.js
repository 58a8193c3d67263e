const root = "simulator/";

export class Refused extends Error {}

async function ask(method, path, body) {
    const form = body instanceof FormData;
    const answer = await fetch(root + path, {
        method,
        headers: body && !form ? { "Content-Type": "application/json" } : {},
        body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const read = text && /json/.test(answer.headers.get("Content-Type") ?? "") ? JSON.parse(text) : null;
    if (!answer.ok) throw new Refused(read?.detail ?? read?.title ?? read?.error?.message ?? `${answer.status}`);
    return read;
}

const segment = encodeURIComponent;

export const api = {
    state: () => ask("GET", "state"),
    threads: person => ask("GET", `threads?person=${segment(person)}`),
    thread: (page, person) => ask("GET", `threads/${segment(page)}/${segment(person)}`),
    webhooks: () => ask("GET", "webhooks?limit=200"),
    calls: () => ask("GET", "calls?limit=200"),
    remove: path => ask("DELETE", path),
    post: (path, body = {}) => ask("POST", path, body),
    events: () => ask("GET", "events"),
    limits: () => ask("GET", "limits"),
    counts: () => ask("GET", "counts"),
    put: (path, body) => ask("PUT", path, body),
    graph: (method, path, token, body) => ask(method, `../v26.0/${path}?access_token=${segment(token)}`, body),
    clearFaults: () => ask("DELETE", "faults"),
    setClock: clock => ask("PUT", "clock", clock),
    upload(file) {
        const form = new FormData();
        form.append("file", file, file.name);
        return ask("POST", "uploads", form);
    },
};

// Listens to the stream permanently: reports changes, and whether the connection is open.
export function listen({ changed, connected, lost }) {
    const source = new EventSource(root + "stream");
    source.onopen = connected;
    source.onmessage = event => changed(JSON.parse(event.data));
    source.onerror = () => {
        lost();
        // A browser does not reconnect if the response was not a stream; a new source is opened then.
        if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ changed, connected, lost }), 2000);
    };
}
