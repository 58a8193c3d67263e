// The texts of the scripts, which are part of the page, in the agent's language.
const phrases = document.getElementById("script-texts").dataset;

export function say(name, ...values) {
    return phrases[name].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

// Announced once by screen readers, in a polite live region.
export function announce(text) {
    const line = document.createElement("p");
    line.textContent = text;
    document.getElementById("spoken").append(line);
    setTimeout(() => line.remove(), 10_000);
}
