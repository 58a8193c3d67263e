// The number of messages into which a text will be split, at the same places as on the server.
const language = document.documentElement.lang;
const sentences = new Intl.Segmenter(language, { granularity: "sentence" });
const letters = new Intl.Segmenter(language, { granularity: "grapheme" });
// Links, and other text that is meaningful only as a whole.
const WHOLE = [/https?:\/\/[^\s<>"'，。；：、！？（）「」]+/g, /[\x21-\x7e]+/g];

export function partCount(text, limit) {
    let count = 0;
    for (let rest = text.trim(); rest; count++) {
        rest = rest.length <= limit ? "" : rest.slice(end(rest, limit)).trimStart();
    }
    return count;
}

function end(text, longest) {
    const spans = whole(text, longest);
    const limit = before(spans, longest);
    const head = text.slice(0, limit);
    const places = [
        head.lastIndexOf("\n\n"),
        head.lastIndexOf("\n"),
        boundary(sentences, text, limit, spans),
        text.lastIndexOf(" ", limit),
    ];
    return (
        places.find(place => place > longest / 2) ??
        (boundary(letters, text, limit, []) || betweenCodePoints(text, limit))
    );
}

function whole(text, longest) {
    const near = text.slice(0, 2 * longest + 1);
    return WHOLE.flatMap(pattern => [...near.matchAll(pattern)])
        .map(found => ({ start: found.index, end: found.index + found[0].length }))
        .filter(span => span.end - span.start <= longest);
}

const around = (spans, place) => spans.find(span => span.start < place && place < span.end);

function before(spans, place) {
    let at = place;
    for (let span = around(spans, at); span?.start > 0; span = around(spans, at)) {
        at = span.start;
    }
    return at;
}

function boundary(kind, text, limit, spans) {
    const segments = kind.segment(text.slice(0, limit + 100));
    let at = segments.containing(limit).index;
    while (at > 0 && around(spans, at)) {
        at = segments.containing(at - 1).index;
    }
    return at;
}

function betweenCodePoints(text, limit) {
    return /[\udc00-\udfff]/.test(text[limit]) ? limit - 1 : limit;
}
