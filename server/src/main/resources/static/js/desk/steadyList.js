// Nothing moves under the pointer: while it is over the list, the row under it keeps its place on the
// screen when rows above it come, go or change their order.
const list = () => document.getElementById("list");
const work = () => document.getElementById("work");
let pointer = null;
let anchor = null;
let wasAtTop = false;

function rowUnderPointer() {
    const at = pointer && document.elementFromPoint(pointer.x, pointer.y);
    return at?.closest("#work > .work-item") ?? null;
}

function hold() {
    const row = rowUnderPointer();
    wasAtTop ||= list().scrollTop === 0;
    anchor = row && { id: row.id, top: placeOf(row) };
}

// In the list itself: offers above it may push it down, so that they are seen.
function placeOf(row) {
    return row.getBoundingClientRect().top - work().getBoundingClientRect().top;
}

// Adds room where the list is too short to be scrolled.
function settle() {
    const row = anchor && document.getElementById(anchor.id);
    const by = row ? placeOf(row) - anchor.top : 0;
    anchor = null;
    if (by === 0) {
        return;
    }
    const before = Number.parseFloat(work().style.marginTop) || 0;
    const from = list().scrollTop;
    if (from + by < 0) {
        work().style.marginTop = `${before - by - from}px`;
        list().scrollTop = 0;
    } else {
        if (from + by > list().scrollHeight - list().clientHeight) {
            work().style.marginBottom = `${list().clientHeight + by}px`;
        }
        list().scrollTop = from + by;
    }
}

function release() {
    pointer = null;
    if (work()) {
        work().style.marginTop = "";
        work().style.marginBottom = "";
    }
    if (wasAtTop) {
        list().scrollTop = 0;
    }
    wasAtTop = false;
}

document.addEventListener("pointermove", event => {
    if (event.pointerType === "mouse" && event.target.closest?.("#list")) {
        pointer = { x: event.clientX, y: event.clientY };
    } else if (pointer) {
        release();
    }
});
document.addEventListener("wheel", () => (wasAtTop = false), { passive: true });
document.addEventListener("merging", event => event.target.id === "worklist" && hold());
document.addEventListener("merged", event => event.target.id === "worklist" && settle());
