// What the scripts say: texts come with the page, in the agent's language.
const phrases = document.getElementById("phrases").dataset;

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

// What a request of ours carries so that the server knows it for ours.
export function headers() {
    return JSON.parse(document.body.getAttribute("hx-headers"));
}

export async function post(address, values = {}) {
    return fetch(address, {
        method: "POST",
        headers: headers(),
        body: new URLSearchParams(values),
    });
}

// The server's own sentence for why it refused, if it gave one.
export function reason(type, body) {
    if (type?.includes("json")) {
        return JSON.parse(body).detail;
    }
    return type?.startsWith("text/plain") && body.length < 500 ? body : undefined;
}
