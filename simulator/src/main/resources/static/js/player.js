import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";
import { minutes } from "./time.js";

const BARS = 22;

// A voice message: a button, a wave that fills while it plays, and its length.
export function player(address) {
    const sound = h("audio", { src: address, preload: "metadata" });
    const time = h("time", {}, "");
    const button = h("button", { type: "button", "data-test": "play", "aria-label": t.play, onclick: () => sound.paused ? sound.play().catch(() => {}) : sound.pause() }, icon("play"));
    const bars = Array.from({ length: BARS }, (_, at) => h("i", { class: `high-${1 + Math.abs(Math.round(5 * Math.sin(at * 2.1) * Math.cos(at * 0.7)))}` }));

    function show() {
        const whole = Number.isFinite(sound.duration) ? sound.duration : 0;
        const done = whole ? sound.currentTime / whole : 0;
        bars.forEach((bar, at) => bar.classList.toggle("played", at < done * BARS));
        time.textContent = whole ? minutes(sound.paused && !sound.currentTime ? whole : whole - sound.currentTime) : "";
    }

    function turned() {
        button.setAttribute("aria-label", sound.paused ? t.play : t.pause);
        button.replaceChildren(icon(sound.paused ? "play" : "pause"));
        if (sound.ended) sound.currentTime = 0;
        show();
    }

    sound.addEventListener("loadedmetadata", show);
    sound.addEventListener("timeupdate", show);
    for (const turn of ["play", "pause", "ended"]) sound.addEventListener(turn, turned);
    return h("div", { class: "player", role: "group", "aria-label": t.audio }, sound, button, h("span", { class: "wave", "aria-hidden": "true" }, bars), time);
}
