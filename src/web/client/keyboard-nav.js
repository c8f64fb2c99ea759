import { markBeside } from './mark-read.js'
import { undoLatest } from './toast.js'

const setting = 'twosource-keys'
// What j and k step through on a page without a list: the statements of a story, the paragraphs of an article.
const parts = '#brief li, .two > div, .qt, .clash, .quote, .text > :not(.highlights, .mn, .gone, figure, form)'

/** Single-key shortcuts over the items of a page. They can be turned off in the list that `?` opens (WCAG 2.1.4). */
export class KeyboardNav extends HTMLElement {
  #isGoing = false

  connectedCallback() {
    document.addEventListener('keydown', (event) => this.#onKey(event))
    find('[data-keys-list]')?.addEventListener('click', (event) => this.#done(event, () => this.#dialog?.showModal()))
    const box = this.querySelector('input')
    if (!box) return
    box.checked = keysAreOn()
    box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'))
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return
    // The list opens even when shortcuts are off: they are turned on again there.
    if (event.key === '?') return this.#done(event, () => this.#dialog?.showModal())
    if (!keysAreOn() || document.querySelector('dialog:modal')) return
    if (this.#isGoing) {
      this.#isGoing = false
      const place = find(`.nav [data-key="${CSS.escape(event.key)}"]`)
      if (place) this.#done(event, () => place.click())
      return
    }
    const act = this.#actions[event.key]
    if (act) this.#done(event, act)
  }

  /** @type {Readonly<Record<string, () => void>>} */
  #actions = {
    j: () => stepItem(1),
    k: () => stepItem(-1),
    n: () => step('main section', 1),
    p: () => step('main section', -1),
    o: () => press('[data-open], a.cite'),
    v: () => press('[data-original]'),
    m: () => press('[data-kind="read"] button, button[data-kind="read"]'),
    s: () => press('[data-kind="star"] button, button[data-kind="star"]'),
    A: () => markBeside('above', focusedEntry() ?? 'end'),
    B: () => markBeside('below', focusedEntry() ?? ''),
    f: () => press('[data-kind="follow"] button'),
    l: () => press('read-aloud [data-does=listen]'),
    ',': () => press('read-aloud [data-does=back]:not([hidden])'),
    '.': () => press('read-aloud [data-does=on]:not([hidden])'),
    z: () => {
      if (find('#focus')) location.hash = location.hash === '#focus' ? 'unfocus' : 'focus'
    },
    u: () => undoLatest() || find('.done button')?.click(),
    '/': () => find('[data-search]')?.focus(),
    a: () => {
      const field = [...document.querySelectorAll('[data-ask]')].find((one) => one.checkVisibility())
      if (field instanceof HTMLElement) field.focus()
      else find('.nav [data-key=q]')?.click()
    },
    g: () => {
      this.#isGoing = true
      setTimeout(() => {
        this.#isGoing = false
      }, 1500)
    },
  }

  /**
   * @param {Event} event
   * @param {() => void} act
   */
  #done(event, act) {
    event.preventDefault()
    act()
  }
}

/** False when the reader turned single-key shortcuts off. */
export function keysAreOn() {
  return document.documentElement.dataset.keys !== 'off' && localStorage.getItem(setting) !== 'off'
}

/** @param {1 | -1} direction */
function stepItem(direction) {
  step(document.querySelectorAll('[data-item]').length > 1 ? '[data-item]' : parts, direction)
}

/**
 * Moves focus to the next or previous matching element, from the one with focus, else from the top of the window.
 * @param {string} selector
 * @param {1 | -1} direction
 */
function step(selector, direction) {
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]).filter((item) =>
    item.checkVisibility(),
  )
  const current = items.findIndex((item) => item.contains(document.activeElement))
  const below = items.findIndex((item) => item.getBoundingClientRect().bottom > 80)
  const start = below === -1 ? items.length - 1 : below
  const next = current === -1 ? start : Math.min(items.length - 1, Math.max(0, current + direction))
  const item = items[next]
  if (!item) return
  const place = /** @type {HTMLElement} */ (item.querySelector('[data-open]') ?? item)
  // An item that is a link itself keeps its place in the order of tabs.
  if (place === item && item.tabIndex < 0) item.tabIndex = -1
  place.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
}

/**
 * Presses the first match in the statement or item with focus, else in the page: anywhere when it is one item, outside all items when it
 * has several.
 * @param {string} selector
 */
function press(selector) {
  const place = document.activeElement
  const item = place?.closest('[data-item]')
  const inItem =
    place?.closest(parts)?.querySelector(selector) ?? (item?.matches(selector) ? item : item?.querySelector(selector))
  const isAlone = document.querySelectorAll('[data-item]').length === 1
  const found = inItem ?? (isAlone ? find(`main ${selector}`) : outside(selector))
  if (found instanceof HTMLElement) found.click()
}

/** The entry of the row with focus. */
function focusedEntry() {
  return document.activeElement?.closest('[data-item]')?.getAttribute('data-entry')
}

/** @param {string} selector */
function outside(selector) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`main ${selector}`)])
  return all.find((one) => !one.closest('[data-item]'))
}

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement | null} */ (document.querySelector(selector))
}

customElements.define('keyboard-nav', KeyboardNav)
