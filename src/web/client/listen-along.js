import { takeMediaKeys } from './media-keys.js'
import { markSentence, tapped } from './spoken-mark.js'
import { heardPlace, noteHeard } from './spoken-place.js'
import { lineOf } from './spoken-text.js'

/**
 * Around a recording of this page: marks the sentence being spoken, seeks to one that is tapped, and resumes where listening stopped.
 * Without script there is only the player.
 */
export class ListenAlong extends HTMLElement {
  /** @type {(Range | undefined)[] | undefined} */
  #ranges
  #leaving = new AbortController()

  connectedCallback() {
    const audio = this.querySelector('audio')
    const track = audio?.textTracks[0]
    if (!audio || !track) return
    const { signal } = this.#leaving
    track.mode = 'hidden'
    track.addEventListener('cuechange', () => this.#follow(track), { signal })
    audio.addEventListener('play', () => this.#begin(audio, track), { signal })
    // This file loads when somebody presses play: playing may have begun already.
    if (audio.readyState > 0) goOn(audio)
    else audio.addEventListener('loadedmetadata', () => goOn(audio), { signal, once: true })
    if (!audio.paused) this.#begin(audio, track)
    audio.addEventListener('pause', () => note(audio), { signal })
    addEventListener('pagehide', () => note(audio), { signal })
    audio.addEventListener(
      'ended',
      () => {
        noteHeard('recording', undefined)
        markSentence(undefined)
      },
      { signal },
    )
    document.addEventListener('click', (event) => this.#onTap(event, audio, track), { signal })
  }

  disconnectedCallback() {
    this.#leaving.abort()
  }

  /**
   * @param {HTMLAudioElement} audio
   * @param {TextTrack} track
   */
  #begin(audio, track) {
    if ('speechSynthesis' in window) speechSynthesis.cancel()
    const step = (/** @type {1 | -1} */ direction) => {
      const cues = [...(track.cues ?? [])]
      const now = cues.findLastIndex(({ startTime }) => startTime <= audio.currentTime + 0.05)
      const next = cues[Math.max(0, now + direction)]
      if (next) audio.currentTime = next.startTime
    }
    takeMediaKeys(document.querySelector('h1')?.textContent?.trim() ?? '', {
      play: () => void audio.play(),
      pause: () => audio.pause(),
      previoustrack: () => step(-1),
      nexttrack: () => step(1),
      stop: () => audio.pause(),
    })
  }

  /** @param {TextTrack} track */
  #follow(track) {
    const cue = track.activeCues?.[0]
    const place = cue ? [...(track.cues ?? [])].indexOf(cue) : -1
    const range = place === -1 ? undefined : this.#find(track)[place]
    // Between two sentences the previous one stays marked.
    if (range) markSentence(range)
  }

  /**
   * The range of each sentence of the recording on the page, in order; undefined for what is only spoken.
   * @param {TextTrack} track
   */
  #find(track) {
    // While the cues are still loading, they are read again.
    if (this.#ranges && this.#ranges.length === track.cues?.length) return this.#ranges
    const { text, range } = lineOf(document.querySelectorAll(this.dataset.of ?? 'main h1'))
    let from = 0
    this.#ranges = [...(track.cues ?? [])].map((cue) => {
      const said = /** @type {VTTCue} */ (cue).getCueAsHTML().textContent ?? ''
      const found = [said, said.replace(/\.$/, '')]
        .map((words) => ({ at: text.indexOf(words, from), length: words.length }))
        .find(({ at }) => at !== -1)
      if (!found) return undefined
      from = found.at + found.length
      return range(found.at, from)
    })
    return this.#ranges
  }

  /**
   * @param {MouseEvent} event
   * @param {HTMLAudioElement} audio
   * @param {TextTrack} track
   */
  #onTap(event, audio, track) {
    if (audio.currentTime === 0) return
    const place = tapped(event, this.#find(track))
    const cue = track.cues?.[place]
    if (!cue) return
    audio.currentTime = cue.startTime
    void audio.play()
  }
}

/** @param {HTMLAudioElement} audio */
function goOn(audio) {
  const place = heardPlace('recording')
  if (place && place.text === audio.currentSrc && place.at < audio.duration - 2) audio.currentTime = place.at
}

/** @param {HTMLAudioElement} audio */
function note(audio) {
  if (audio.ended || audio.currentTime < 2) return
  noteHeard('recording', { at: audio.currentTime, text: audio.currentSrc })
}

customElements.define('listen-along', ListenAlong)
