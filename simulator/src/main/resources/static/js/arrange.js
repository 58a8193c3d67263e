const GROUP = 5 * 60_000;
const PAUSE = 30 * 60_000;

// Arranges messages in rows: a time after a pause, consecutive messages of one writer as a group,
// and the delivery state under the person's last message.
export function arrange(messages, notes, { waiting, delivered }) {
    const own = messages.filter(message => message.from === "person" && !message.unsent);
    const last = waiting ? null : own.at(-1);
    const read = own.filter(message => stateOf(message, delivered) === "read").at(-1);
    const byMid = new Map(messages.map(message => [message.mid, message]));
    const rows = [];
    const open = [...notes];
    messages.forEach((message, at) => {
        const before = messages[at - 1], after = messages[at + 1];
        if (!before || message.timestamp - before.timestamp > PAUSE || day(message) !== day(before)) {
            rows.push({ kind: "time", before: message.mid, at: message.timestamp });
        }
        while (open.length && open[0].at < message.timestamp) rows.push({ kind: "note", note: open.shift() });
        rows.push({
            kind: "message", message,
            first: !together(before, message), last: !together(message, after),
            original: message.replyTo ? byMid.get(message.replyTo) : null,
            state: message === last ? stateOf(message, delivered) : null,
            readHere: message === read && message !== last,
        });
    });
    return [...rows, ...open.map(note => ({ kind: "note", note }))];
}

function stateOf(message, delivered) {
    if (message.state === "seen" || message.state === "read") return "read";
    return message.state === "delivered" || delivered.has(message.mid) ? "delivered" : "sent";
}

const day = message => new Date(message.timestamp).toDateString();

function together(one, next) {
    return Boolean(one && next) && one.from === next.from && next.timestamp - one.timestamp < GROUP && day(one) === day(next)
        && one.persona === next.persona && !next.replyTo;
}
