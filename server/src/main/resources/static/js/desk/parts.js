// Into how many messages a text will be cut: at the same places as the server does it.
const language = document.documentElement.lang;
const sentences = new Intl.Segmenter(language, { granularity: "sentence" });
const letters = new Intl.Segmenter(language, { granularity: "grapheme" });

export function parts(text, limit) {
    let count = 0;
    for (let rest = text.trim(); rest; count++) {
        rest = rest.length <= limit ? "" : rest.slice(end(rest, limit)).trimStart();
    }
    return count;
}

function end(text, limit) {
    const head = text.slice(0, limit);
    const places = [
        head.lastIndexOf("\n\n"),
        head.lastIndexOf("\n"),
        boundary(sentences, text, limit),
        text.lastIndexOf(" ", limit),
    ];
    return places.find(place => place > limit / 2) ?? (boundary(letters, text, limit) || limit);
}

function boundary(kind, text, limit) {
    return kind.segment(text.slice(0, limit + 100)).containing(limit).index;
}
