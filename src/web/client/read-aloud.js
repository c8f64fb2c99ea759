import { sentencesOf } from './spoken-text.js'

const setting = 'twosource-speed'
const speeds = ['0.8', '1', '1.25', '1.5', '2']

/**
 * Reads a page aloud, sentence by sentence, with a voice of this device: a voice that would send the text elsewhere is
 * never used. The sentence spoken is marked. Without such a voice for the language, or without script, nothing is shown.
 */
export class ReadAloud extends HTMLElement {
  /** @type {import('./spoken-text.js').Sentence[]} */
  #sentences = []
  #at = 0
  #isSpeaking = false
  /** Which start this is: the end of what was broken off is not heard. */
  #turn = 0

  connectedCallback() {
    if (!('speechSynthesis' in window)) return
    this.#offer()
    speechSynthesis.addEventListener('voiceschanged', () => this.#offer())
    addEventListener('pagehide', () => this.#stop())
  }

  disconnectedCallback() {
    if ('speechSynthesis' in window) this.#stop()
  }

  #offer() {
    this.#sentences = this.#isSpeaking || this.#at > 0 ? this.#sentences : sentencesOf(this.#blocks())
    const [first] = this.#sentences
    this.hidden = !first || !voiceFor(first.language)
    if (!this.hidden && this.childElementCount === 0) this.#draw()
  }

  #blocks() {
    return document.querySelectorAll(this.dataset.of ?? 'main h1')
  }

  #draw() {
    const { listen = '', stop = '', speed = '' } = this.dataset
    const start = button(listen, 'ghost', () => (this.#isSpeaking ? this.#pause() : this.#speak()))
    const end = button(stop, 'quiet', () => this.#stop())
    const choice = document.createElement('select')
    choice.setAttribute('aria-label', speed)
    choice.append(...speeds.map((value) => new Option(`${value} ×`, value)))
    choice.value = speeds.includes(localStorage.getItem(setting) ?? '') ? (localStorage.getItem(setting) ?? '1') : '1'
    choice.addEventListener('change', () => {
      localStorage.setItem(setting, choice.value)
      if (this.#isSpeaking) this.#speak()
    })
    this.append(start, end, choice)
    this.#show()
  }

  #show() {
    const { listen, pause, goOn } = this.dataset
    const [start, end, choice] = /** @type {HTMLElement[]} */ ([...this.children])
    const isBegun = this.#isSpeaking || this.#at > 0
    if (start) start.textContent = (this.#isSpeaking ? pause : isBegun ? goOn : listen) ?? ''
    if (end) end.hidden = !isBegun
    if (choice) choice.hidden = !isBegun
  }

  /** Speaks from the sentence it is at; whatever was spoken before is broken off. */
  #speak() {
    const turn = ++this.#turn
    speechSynthesis.cancel()
    const sentence = this.#sentences[this.#at]
    const voice = sentence && (voiceFor(sentence.language) ?? voiceFor(this.#sentences[0]?.language ?? ''))
    if (!sentence || !voice) return this.#stop()
    this.#isSpeaking = true
    mark(sentence.range)
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = Number(this.querySelector('select')?.value ?? 1)
    utterance.addEventListener('end', () => {
      if (turn !== this.#turn) return
      this.#at += 1
      this.#speak()
    })
    utterance.addEventListener('error', () => turn === this.#turn && this.#stop())
    speechSynthesis.speak(utterance)
    this.#show()
  }

  // Pausing the speech itself does nothing on some systems: it goes on with the sentence that was broken off.
  #pause() {
    this.#turn += 1
    this.#isSpeaking = false
    speechSynthesis.cancel()
    this.#show()
  }

  #stop() {
    this.#turn += 1
    if (this.#isSpeaking) speechSynthesis.cancel()
    this.#isSpeaking = false
    this.#at = 0
    mark(undefined)
    this.#show()
  }
}

/**
 * A voice of this device for a language: of the same region if there is one.
 * @param {string} language
 */
function voiceFor(language) {
  const [primary] = language.toLowerCase().split('-')
  const local = speechSynthesis.getVoices().filter((voice) => voice.localService)
  const known = local.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === primary)
  return known.find((voice) => voice.lang.toLowerCase().replace('_', '-') === language.toLowerCase()) ?? known[0]
}

/**
 * Marks what is spoken without touching the page (CSS Custom Highlight API), and brings it into sight.
 * @param {Range | undefined} range
 */
function mark(range) {
  if (!('highlights' in CSS)) return
  if (!range) return void CSS.highlights.delete('spoken')
  CSS.highlights.set('spoken', new Highlight(range))
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 60 || bottom > innerHeight - 90) range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

/**
 * @param {string} label
 * @param {string} look
 * @param {() => void} act
 */
function button(label, look, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = `btn ${look}`
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

customElements.define('read-aloud', ReadAloud)
