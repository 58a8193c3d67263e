// All elements are created here; user input always becomes text.

export function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) put(element, name, value);
    element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

function put(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (["value", "checked", "disabled", "hidden", "indeterminate"].includes(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
}

// Makes the parent's children match the rows, and touches only what changed: each row has a key,
// a stamp that is equal if it looks the same as before, and a function to draw it.
export function keep(parent, rows) {
    const known = new Map([...parent.children].map(child => [child.dataset.key, child]));
    let before = null;
    for (const row of rows) {
        let node = known.get(row.key);
        known.delete(row.key);
        if (!node || node.stamp !== row.stamp) node = replaced(node, row);
        const place = before ? before.nextSibling : parent.firstChild;
        if (node !== place) parent.insertBefore(node, place);
        before = node;
    }
    known.forEach(node => node.remove());
}

function replaced(old, row) {
    const node = row.draw(old);
    node.dataset.key = row.key;
    node.stamp = row.stamp;
    if (old && old !== node) {
        const focused = old.contains(document.activeElement);
        old.replaceWith(node);
        if (focused) (node.matches("[tabindex]") ? node : node.querySelector("button, a, [tabindex]"))?.focus({ preventScroll: true });
    }
    return node;
}

// {@return the URL if a browser can open it without running code, else nothing}
export function safe(address) {
    if (!address) return null;
    try {
        const url = new URL(address, location.href);
        return ["http:", "https:", "blob:"].includes(url.protocol) ? url.href : null;
    } catch {
        return null;
    }
}

export function avatar(who, size = "") {
    const name = who?.name ?? "?";
    const face = h("span", { class: `avatar ${size} tone-${tone(who?.id ?? name)}`, "aria-hidden": "true" },
        h("span", {}, initials(name)));
    const picture = safe(who?.picture);
    if (picture) face.append(h("img", { src: picture, alt: "", onload: () => face.classList.add("pictured"), onerror: event => event.target.remove() }));
    return face;
}

function initials(name) {
    if (/[\u3400-\u9fff]/.test(name)) return name.slice(-2);
    const words = name.split(/\s+/).filter(Boolean);
    return words.length ? (words[0][0] + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase() : "?";
}

function tone(id) {
    let sum = 0;
    for (const character of String(id)) sum = (sum * 31 + character.codePointAt(0)) % 997;
    return sum % 6;
}

export function announce(text) {
    document.getElementById("news").textContent = text;
}

export const wide = () => matchMedia("(min-width: 720px)").matches;
