// The sound of a new offer.
const STARTS_WITHIN = 3_000;
let audio;

function play() {
    audio ??= new AudioContext();
    for (const [pitch, at] of [[660, 0], [880, 0.16]]) {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        const start = audio.currentTime + at;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
        tone.connect(volume).connect(audio.destination);
        tone.start(start);
        tone.stop(start + 0.45);
    }
}

// Browsers block sound on a page without user interaction.
export function playSound() {
    if (navigator.userActivation?.hasBeenActive) {
        play();
    }
}

// Plays the sound; returns whether it can be heard here.
export async function testSound() {
    play();
    // A computer without a sound device may never answer.
    await Promise.race([
        audio.resume().catch(() => undefined),
        new Promise(resolve => setTimeout(resolve, STARTS_WITHIN)),
    ]);
    return audio.state === "running";
}
