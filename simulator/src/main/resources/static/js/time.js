import { language, t } from "./strings.js";

const format = options => new Intl.DateTimeFormat(language, options);
const clock = format({ hour: "numeric", minute: "2-digit" });
const exact = format({ dateStyle: "medium", timeStyle: "medium" });
const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const weekday = format({ weekday: "long" });
const date = format({ month: "short", day: "numeric" });
const dated = format({ year: "numeric", month: "short", day: "numeric" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "narrow" });

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const midnight = at => new Date(at).setHours(0, 0, 0, 0);

export const timeOf = at => clock.format(at);
export const exactly = at => exact.format(at);
export const seconds = at => second.format(at);

function dayOf(at, now) {
    const days = Math.round((midnight(now) - midnight(at)) / DAY);
    if (days === 0) return t.today;
    if (days === 1) return t.yesterday;
    if (days > 1 && days < 7) return weekday.format(at);
    return new Date(at).getFullYear() === new Date(now).getFullYear() ? date.format(at) : dated.format(at);
}

export const separator = (at, now) => `${dayOf(at, now)} ${timeOf(at)}`;

export function ago(at, now) {
    const gone = now - at;
    if (gone < MINUTE) return relative.format(0, "second");
    if (gone < HOUR) return relative.format(-Math.floor(gone / MINUTE), "minute");
    if (midnight(at) === midnight(now)) return timeOf(at);
    return dayOf(at, now);
}

export function span(milliseconds) {
    const length = Math.abs(milliseconds);
    return t.span(Math.floor(length / DAY), Math.floor((length % DAY) / HOUR), Math.floor((length % HOUR) / MINUTE));
}

export const minutes = length => `${Math.floor(length / 60)}:${String(Math.floor(length % 60)).padStart(2, "0")}`;

export function size(bytes) {
    if (!bytes) return "";
    const units = ["B", "KB", "MB"];
    let step = 0;
    while (bytes >= 1024 && step < 2) { bytes /= 1024; step++; }
    return `${new Intl.NumberFormat(language, { maximumFractionDigits: bytes < 10 && step ? 1 : 0 }).format(bytes)} ${units[step]}`;
}
