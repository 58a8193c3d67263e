// The sound of a new offer.
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
    await audio.resume().catch(() => undefined);
    return audio.state === "running";
}
