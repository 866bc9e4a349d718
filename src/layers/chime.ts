/** Seconds from one note to the next, at least. */
const PAUSE = 2;
/** Seconds that a note takes to fade. */
const LENGTH = 0.9;
/** Hz and loudness of what sounds together: a fifth, soft enough to be missed by those who do not listen. */
const TONES = [
  [659.25, 0.05],
  [987.77, 0.03],
] as const;

/** A soft note, made by the browser: there is no file. It is silent until it is switched on. */
export class Chime {
  #context: AudioContext | null = null;
  #playedAt = -Infinity;

  /** Within a viewer's click, or the browser keeps it silent. */
  switchOn(): void {
    this.#context ??= new AudioContext();
    this.#playedAt = -Infinity;
    void this.#context.resume();
  }

  switchOff(): void {
    void this.#context?.close();
    this.#context = null;
  }

  /** Plays it, unless it has just been played. */
  play(): void {
    const context = this.#context;
    if (!context || context.currentTime - this.#playedAt < PAUSE) return;
    const start = (this.#playedAt = context.currentTime);
    for (const [frequency, loudness] of TONES) {
      const tone = new OscillatorNode(context, { frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
      tone.connect(gain).connect(context.destination);
      tone.start(start);
      tone.stop(start + LENGTH);
    }
  }
}
