import { ticksBetween } from './timeline-ticks.js'

const margin = 0.05
const markWidth = 27
const rowTall = 19
const dayMs = 86_400_000

/**
 * Moves and widens the enlarged part of a timeline: by buttons, by arrow keys, + and − on the drawing, by wheel with Ctrl or Shift, by
 * dragging and by pinching. Without script the drawing is static and the list has all of it.
 */
export class TimelineZoom extends HTMLElement {
  /** @type {[number, number]} */
  #whole = [0, 1]
  /** @type {[number, number]} */
  #part = [0, 1]
  /** @type {Map<number, number>} Where each pointer that is down stands. */
  #pointers = new Map()
  #isDrawn = false

  connectedCallback() {
    this.#whole = this.#pair('whole')
    this.#part = this.#pair('part')
    const svg = this.#svg
    svg.setAttribute('tabindex', '0')
    const buttons = /** @type {HTMLElement} */ (this.querySelector('.zoom'))
    buttons.hidden = false
    buttons.addEventListener('click', ({ target }) => {
      const act = target instanceof Element && target.closest('button')?.dataset.act
      if (act) this.#act(act)
    })
    svg.addEventListener('keydown', (event) => this.#onKey(event))
    svg.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false })
    svg.addEventListener('pointerdown', ({ pointerId, clientX }) => this.#pointers.set(pointerId, clientX))
    svg.addEventListener('pointermove', (event) => this.#onMove(event))
    for (const end of /** @type {const} */ (['pointerup', 'pointercancel', 'pointerleave']))
      svg.addEventListener(end, ({ pointerId }) => this.#pointers.delete(pointerId))
    this.#offer()
  }

  get #svg() {
    return /** @type {SVGSVGElement} */ (this.querySelector('svg'))
  }

  get #isMirrored() {
    return getComputedStyle(this).direction === 'rtl'
  }

  /** @param {string} name @returns {[number, number]} */
  #pair(name) {
    const [from = 0, until = 1] = (this.dataset[name] ?? '').split(',').map(Number)
    return [from, until]
  }

  /** @param {string} act */
  #act(act) {
    const [from, until] = this.#part
    const length = until - from
    const middle = (from + until) / 2
    if (act === 'in') this.#zoom(0.5, middle)
    else if (act === 'out') this.#zoom(2, middle)
    else if (act === 'earlier') this.#show(from - length / 2, until - length / 2)
    else if (act === 'later') this.#show(from + length / 2, until + length / 2)
    else this.#show(...this.#whole)
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const [left, right] = this.#isMirrored ? ['later', 'earlier'] : ['earlier', 'later']
    const acts = /** @type {Record<string, string>} */ ({
      ArrowLeft: left,
      ArrowRight: right,
      '+': 'in',
      '=': 'in',
      '-': 'out',
      '−': 'out',
      0: 'whole',
    })
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    this.#act(act)
  }

  /** The page scrolls by the wheel alone; with Ctrl (as a pinch on a touchpad says too) it zooms, with Shift it moves. @param {WheelEvent} event */
  #onWheel(event) {
    const [from, until] = this.#part
    if (event.ctrlKey || event.metaKey) this.#zoom(event.deltaY > 0 ? 1.25 : 0.8, this.#timeAt(event.clientX))
    else if (event.shiftKey) {
      const by = ((event.deltaY || event.deltaX) > 0 ? 0.1 : -0.1) * (until - from)
      this.#show(from + by, until + by)
    } else return
    event.preventDefault()
  }

  /** One pointer drags, two pinch. @param {PointerEvent} event */
  #onMove({ pointerId, clientX, buttons }) {
    const before = this.#pointers.get(pointerId)
    if (before === undefined || buttons === 0) return
    const [from, until] = this.#part
    const [other] = [...this.#pointers].filter(([id]) => id !== pointerId).map(([, x]) => x)
    this.#pointers.set(pointerId, clientX)
    if (other !== undefined) {
      const [was, is] = [Math.abs(before - other), Math.abs(clientX - other)]
      if (was > 8 && is > 8) this.#zoom(was / is, this.#timeAt((clientX + other) / 2))
      return
    }
    const by = this.#timeAt(before) - this.#timeAt(clientX)
    this.#show(from + by, until + by)
  }

  /** @param {number} clientX */
  #timeAt(clientX) {
    const { left, width } = this.#svg.getBoundingClientRect()
    const share = this.#isMirrored ? (left + width - clientX) / width : (clientX - left) / width
    const [from, until] = this.#part
    return from + ((share - margin) / (1 - 2 * margin)) * (until - from)
  }

  /** @param {number} times @param {number} middle */
  #zoom(times, middle) {
    const [from, until] = this.#part
    const length = Math.max(dayMs / 4, (until - from) * times)
    const share = (middle - from) / (until - from)
    this.#show(middle - share * length, middle + (1 - share) * length)
  }

  /** Shows a part of the whole, not longer than it and within it. @param {number} from @param {number} until */
  #show(from, until) {
    const [first, last] = this.#whole
    const length = Math.min(until - from, last - first)
    const start = Math.min(Math.max(from, first), last - length)
    this.#part = [start, start + length]
    if (this.#isDrawn) return
    this.#isDrawn = true
    requestAnimationFrame(() => {
      this.#isDrawn = false
      this.#draw()
    })
  }

  #draw() {
    const [from, until] = this.#part
    const [first, last] = this.#whole
    const width = this.#svg.getBoundingClientRect().width
    const { base, rows } = { base: Number(this.dataset.base), rows: Number(this.dataset.rows) }
    /** @param {number} at @param {[number, number]} range */
    const shareOf = (at, range) => margin + ((1 - 2 * margin) * (at - range[0])) / (range[1] - range[0])
    /** @param {number} share */
    const place = (share) => `${(this.#isMirrored ? 1 - share : share) * 100}%`
    /** @type {number[]} The last mark of each row. */
    const ends = []
    for (const mark of this.querySelectorAll('a.event')) {
      const { at, until: end } = /** @type {SVGAElement} */ (mark).dataset
      const [atMs, endMs] = [Number(at), Number(end ?? at)]
      const isWithin = atMs >= from && atMs <= until
      if (isWithin) mark.removeAttribute('display')
      else mark.setAttribute('display', 'none')
      if (!isWithin) continue
      const share = shareOf(atMs, this.#part)
      const free = ends.findIndex((used) => share * width - used >= markWidth)
      const row = free === -1 ? Math.min(ends.length, rows - 1) : free
      ends[row] = share * width
      const y = String(base - 10 - row * rowTall)
      const inner = mark.querySelector('svg')
      inner?.setAttribute('x', place(share))
      inner?.setAttribute('y', y)
      const span = mark.querySelector('line')
      const [x1, x2] = [place(share), place(shareOf(Math.min(endMs, until), this.#part))]
      for (const [name, value] of Object.entries({ x1, x2, y1: y, y2: y })) span?.setAttribute(name, value)
    }
    const window = this.querySelector('.window')
    const [a, b] = [shareOf(from, [first, last]) - margin / 2, shareOf(until, [first, last]) + margin / 2]
    window?.setAttribute('x', place(this.#isMirrored ? b : a))
    window?.setAttribute('width', `${(b - a) * 100}%`)
    this.#axis(width, (at) => place(shareOf(at, this.#part)))
    this.#offer()
  }

  /** @param {number} width @param {(at: number) => string} place */
  #axis(width, place) {
    const axis = /** @type {SVGGElement} */ (this.querySelector('[data-axis]'))
    const y = Number(this.dataset.base)
    for (const old of axis.querySelectorAll('.tick')) old.remove()
    const most = Math.max(2, Math.floor(width / 84))
    for (const { at, label } of ticksBetween(...this.#part, most, this.dataset.locale ?? 'en')) {
      const x = place(at)
      const tick = make('g', { class: 'tick' })
      const text = make('text', { x, y: String(y + 15), 'text-anchor': 'middle' })
      text.textContent = label
      tick.append(make('line', { x1: x, x2: x, y1: String(y), y2: String(y + 4) }), text)
      axis.append(tick)
    }
  }

  /** Disables buttons that would change nothing. */
  #offer() {
    const [[first, last], [from, until]] = [this.#whole, this.#part]
    const done = {
      earlier: from <= first,
      later: until >= last,
      in: until - from <= dayMs / 4,
      whole: false,
      out: false,
    }
    done.whole = done.out = done.earlier && done.later
    for (const [act, isDone] of Object.entries(done)) {
      const button = /** @type {HTMLElement} */ (this.querySelector(`[data-act=${act}]`))
      // Not `disabled`: that would take focus from a button just pressed.
      button.setAttribute('aria-disabled', String(isDone))
    }
  }
}

/** @param {string} name @param {Record<string, string>} attributes */
function make(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

customElements.define('timeline-zoom', TimelineZoom)
