import { holdMediaKeys, takeMediaKeys } from './media-keys.js'
import { markSentence, markWord, tapped } from './spoken-mark.js'
import { heardPlace, noteHeard } from './spoken-place.js'
import { sentencesOf } from './spoken-text.js'
import { chooseVoice, voiceFor, voicesFor } from './spoken-voices.js'

const setting = 'twosource-speed'
const speeds = ['0.8', '1', '1.25', '1.5', '2']

/**
 * Reads a page aloud, sentence by sentence, with a voice of this device: a voice that would send the text to a server is never used. Marks
 * the current sentence, and the word if the voice reports it. A tap on a sentence continues from there; unfinished listening resumes where
 * it stopped. Without such a voice for the language, or without script, nothing is shown.
 */
export class ReadAloud extends HTMLElement {
  /** @type {import('./spoken-text.js').Sentence[]} */
  #sentences = []
  #at = 0
  #isSpeaking = false
  /** Number of the current start: the end of an interrupted one is ignored. */
  #turn = 0
  /** Referenced while speaking: some browsers drop an utterance without references, and its end event. */
  /** @type {SpeechSynthesisUtterance | undefined} */
  #utterance
  #leaving = new AbortController()

  connectedCallback() {
    if (!('speechSynthesis' in window)) return
    const { signal } = this.#leaving
    this.#offer()
    speechSynthesis.addEventListener('voiceschanged', () => this.#offer(), { signal })
    addEventListener('pagehide', () => this.#pause(), { signal })
    document.addEventListener('click', (event) => this.#onTap(event), { signal })
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal })
  }

  disconnectedCallback() {
    this.#leaving.abort()
    if ('speechSynthesis' in window) this.#pause()
  }

  get #isBegun() {
    return this.#isSpeaking || this.#at > 0
  }

  #offer() {
    if (!this.#isBegun) this.#find()
    const [first] = this.#sentences
    this.hidden = !first || !voiceFor(first.language)
    if (this.hidden) return
    if (this.childElementCount === 0) this.#draw()
    this.#show()
  }

  /** Finds the sentences, and the one at which listening stopped. */
  #find() {
    const { of = 'main h1', said, ended } = this.dataset
    this.#sentences = sentencesOf(document.querySelectorAll(of), said && ended ? [said, ended] : undefined)
    const place = heardPlace('voice')
    const isThere = place && this.#sentences[place.at]?.text.startsWith(place.text)
    this.#at = place && isThere ? place.at : 0
  }

  #draw() {
    const { stop = '', speed = '', previous = '', next = '', hint = '' } = this.dataset
    const [back, on] = getComputedStyle(this).direction === 'rtl' ? ['→', '←'] : ['←', '→']
    const choice = document.createElement('select')
    choice.setAttribute('aria-label', speed)
    choice.append(...speeds.map((value) => new Option(`${value} ×`, value)))
    choice.value = speeds.find((value) => value === localStorage.getItem(setting)) ?? '1'
    choice.addEventListener('change', () => {
      localStorage.setItem(setting, choice.value)
      if (this.#isSpeaking) this.#speak()
    })
    const voices = document.createElement('span')
    const note = document.createElement('small')
    note.textContent = hint
    this.append(
      listenButton(() => (this.#isSpeaking ? this.#pause() : this.#speak())),
      button(back, 'quiet', 'back', () => this.#step(-1), previous),
      button(on, 'quiet', 'on', () => this.#step(1), next),
      button(stop, 'quiet', 'end', () => this.#end()),
      choice,
      voices,
      note,
    )
  }

  #show() {
    const { listen = '', pause = '', goOn = '' } = this.dataset
    const [start, ...others] = /** @type {HTMLElement[]} */ ([...this.children])
    const named = start?.querySelector('.lb')
    const label = this.#isSpeaking ? pause : this.#isBegun ? goOn : listen
    if (named && named.textContent !== label) named.textContent = label
    for (const other of others) other.hidden = !this.#isBegun
    if (this.#isBegun) this.#drawVoices()
  }

  /** A choice for each language of the page that has several voices. */
  #drawVoices() {
    const place = this.querySelector('span')
    const languages = [...new Set(this.#sentences.map(({ language }) => language.split('-')[0] ?? ''))]
    const several = languages.filter((language) => voicesFor(language).length > 1)
    if (!place || place.childElementCount === several.length) return
    const names = new Intl.DisplayNames(document.documentElement.lang || undefined, { type: 'language' })
    place.replaceChildren(
      ...several.map((language) => {
        const choice = document.createElement('select')
        choice.setAttribute('aria-label', `${this.dataset.voice}: ${names.of(language)}`)
        choice.append(...voicesFor(language).map(({ name, voiceURI }) => new Option(name, voiceURI)))
        choice.value = voiceFor(language)?.voiceURI ?? ''
        choice.addEventListener('change', () => {
          chooseVoice(language, choice.value)
          if (this.#isSpeaking) this.#speak()
        })
        return choice
      }),
    )
  }

  /** Speaks from the current sentence, interrupting earlier speech. */
  #speak() {
    const turn = ++this.#turn
    speechSynthesis.cancel()
    const sentence = this.#sentences[this.#at]
    const voice = sentence && (voiceFor(sentence.language) ?? voiceFor(this.#sentences[0]?.language ?? ''))
    if (!sentence || !voice) return this.#end()
    if (!this.#isSpeaking) this.#takeKeys()
    this.#isSpeaking = true
    markSentence(sentence.range)
    noteHeard('voice', this.#at > 0 ? { at: this.#at, text: sentence.text.slice(0, 40) } : undefined)
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    this.#utterance = utterance
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = Number(this.querySelector('select')?.value ?? 1)
    utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
      if (utterance === this.#utterance && name === 'word') markWord(sentence.wordAt(charIndex, charLength))
    })
    utterance.addEventListener('end', () => {
      if (turn !== this.#turn) return
      this.#at += 1
      this.#speak()
    })
    utterance.addEventListener('error', () => turn === this.#turn && this.#pause())
    speechSynthesis.speak(utterance)
    this.#show()
  }

  #takeKeys() {
    for (const audio of document.querySelectorAll('audio')) audio.pause()
    holdMediaKeys(this.dataset.silence, true)
    takeMediaKeys(this.#sentences[0]?.text ?? '', {
      play: () => this.#speak(),
      pause: () => this.#pause(),
      previoustrack: () => this.#step(-1),
      nexttrack: () => this.#step(1),
      stop: () => this.#end(),
    })
  }

  // `pause` does nothing on some systems: resuming repeats the interrupted sentence.
  #pause() {
    if (!this.#isSpeaking) return
    this.#turn += 1
    this.#isSpeaking = false
    this.#utterance = undefined
    markWord(undefined)
    speechSynthesis.cancel()
    holdMediaKeys(this.dataset.silence, false)
    this.#show()
  }

  /** Stops, and begins at the start the next time. */
  #end() {
    this.#pause()
    this.#at = 0
    noteHeard('voice', undefined)
    markSentence(undefined)
    this.#show()
  }

  /** @param {1 | -1} direction */
  #step(direction) {
    this.#at = Math.min(this.#sentences.length - 1, Math.max(0, this.#at + direction))
    this.#speak()
  }

  /** @param {MouseEvent} event */
  #onTap(event) {
    if (!this.#isBegun) return
    const ranges = this.#sentences.map(({ range }) => range)
    const place = tapped(event, ranges)
    if (place === -1) return
    this.#at = place
    this.#speak()
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.#isBegun || event.target instanceof HTMLSelectElement) return
    const isRtl = getComputedStyle(this).direction === 'rtl'
    if (event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight')) this.#step(1)
    else if (event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft')) this.#step(-1)
    else if (event.key === 'Escape') this.#end()
    else return
    event.preventDefault()
  }
}

/** @param {() => void} act */
function listenButton(act) {
  const made = button('', '', 'listen', act)
  const icon = document.createElement('i')
  icon.className = 'i i-listen'
  icon.ariaHidden = 'true'
  const label = document.createElement('span')
  label.className = 'lb'
  made.append(icon, label)
  return made
}

/**
 * @param {string} label
 * @param {string} look
 * @param {string} does
 * @param {() => void} act
 * @param {string} [name]
 */
function button(label, look, does, act, name) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = `btn ${look}`
  made.textContent = label
  made.dataset.does = does
  if (name) made.setAttribute('aria-label', name)
  made.addEventListener('click', act)
  return made
}

customElements.define('read-aloud', ReadAloud)
