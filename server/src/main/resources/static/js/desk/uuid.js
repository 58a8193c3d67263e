// A unique, time-ordered key (UUID version 7). randomUUID is not available on pages loaded over
// plain HTTP.
let latest = 0;

export function newUuid() {
    latest = Math.max(Date.now(), latest + 1);
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    new DataView(bytes.buffer).setUint32(0, Math.floor(latest / 0x10000));
    new DataView(bytes.buffer).setUint16(4, latest % 0x10000);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
