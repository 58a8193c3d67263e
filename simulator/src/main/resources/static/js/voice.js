import { api } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { complain } from "./actions.js";
import { t } from "./strings.js";
import { minutes } from "./time.js";

const RATE = 8000;
const LONGEST = 60;

// A voice message of any length. The sound is generated: no microphone is used.
export function voice(send) {
    let began = 0, ticking;
    const time = h("time", { class: "voice-time" }, minutes(0));
    const button = h("button", { type: "button", class: "round", "data-test": "voice", "aria-label": t.speak, title: t.speak, onclick: start }, icon("mic"));
    const finish = h("button", { type: "button", class: "round accent", "data-test": "voice-send", "aria-label": t.send, title: t.send, onclick: () => end(true) }, icon("send"));
    const bar = h("div", { class: "voice", hidden: true, role: "group", "aria-label": t.speak, onkeydown: event => event.key === "Escape" && end(false) },
        h("button", { type: "button", class: "round", "data-test": "voice-discard", "aria-label": t.discard, title: t.discard, onclick: () => end(false) }, icon("unsend")),
        h("span", { class: "voice-wave" }, h("span", { class: "voice-hint" }, t.voiceMadeUp), time), finish);

    const length = () => Math.min(LONGEST, (performance.now() - began) / 1000);

    function start() {
        began = performance.now();
        bar.hidden = false;
        ticking = setInterval(() => { time.textContent = minutes(length()); }, 200);
        finish.focus();
    }

    async function end(wanted) {
        clearInterval(ticking);
        bar.hidden = true;
        time.textContent = minutes(0);
        button.focus();
        if (!wanted) return;
        try {
            const file = await api.upload(new File([spoken(Math.max(1, length()))], "voice-message.wav", { type: "audio/wav" }));
            send({ attachments: [{ type: file.type, url: file.url, name: file.name }] });
        } catch (error) {
            complain(error);
        }
    }

    return { button, bar };
}

// {@return a sound file with a hum in syllables}
function spoken(seconds) {
    const samples = Math.floor(seconds * RATE);
    const data = new DataView(new ArrayBuffer(44 + samples * 2));
    header(data, samples * 2);
    let phase = 0;
    for (let at = 0; at < samples; at++) {
        const syllable = at / RATE * 4.2;
        const pitch = 150 + 40 * Math.sin(syllable * 0.9) + 25 * Math.sin(Math.floor(syllable) * 2.3);
        phase += 2 * Math.PI * pitch / RATE;
        const loud = Math.max(0, Math.sin(Math.PI * (syllable % 1))) * (Math.floor(syllable) % 7 === 6 ? 0 : 1);
        const voiced = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(4 * phase + syllable);
        data.setInt16(44 + at * 2, voiced * loud * 7000, true);
    }
    return data.buffer;
}

function header(data, length) {
    const text = (at, letters) => [...letters].forEach((letter, n) => data.setUint8(at + n, letter.charCodeAt(0)));
    text(0, "RIFF"); data.setUint32(4, 36 + length, true); text(8, "WAVEfmt ");
    data.setUint32(16, 16, true); data.setUint16(20, 1, true); data.setUint16(22, 1, true);
    data.setUint32(24, RATE, true); data.setUint32(28, RATE * 2, true);
    data.setUint16(32, 2, true); data.setUint16(34, 16, true);
    text(36, "data"); data.setUint32(40, length, true);
}
