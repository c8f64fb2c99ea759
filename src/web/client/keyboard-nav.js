const setting = 'twosource-keys'
/** @type {Readonly<Record<string, string>>} */
const places = { t: '/', f: '/feeds', s: '/sources', a: '/add', j: '/jobs' }

/** Single-key shortcuts over the items of a page. They can be turned off in the list that `?` opens (WCAG 2.1.4). */
export class KeyboardNav extends HTMLElement {
  #isGoing = false

  connectedCallback() {
    document.addEventListener('keydown', (event) => this.#onKey(event))
    const box = this.querySelector('input')
    if (!box) return
    box.checked = this.#isOn
    box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'))
  }

  get #isOn() {
    return localStorage.getItem(setting) !== 'off'
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (target.closest('input, textarea, select, [contenteditable]')) return
    // The list itself opens even when shortcuts are off: it is where they are turned on again.
    if (event.key === '?') return this.#done(event, () => this.#dialog?.showModal())
    if (!this.#isOn || this.#dialog?.open) return
    if (this.#isGoing) {
      this.#isGoing = false
      const place = places[event.key]
      if (place) this.#done(event, () => location.assign(place))
      return
    }
    const act = this.#actions[event.key]
    if (act) this.#done(event, act)
  }

  /** @type {Readonly<Record<string, () => void>>} */
  #actions = {
    j: () => this.#step('[data-item]', 1),
    k: () => this.#step('[data-item]', -1),
    n: () => this.#step('main section', 1),
    p: () => this.#step('main section', -1),
    o: () => this.#click('[data-open]'),
    v: () => this.#click('[data-original]'),
    m: () => this.#click('[data-kind="read"] button'),
    s: () => this.#click('[data-kind="star"] button'),
    '/': () => /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'))?.focus(),
    g: () => {
      this.#isGoing = true
      setTimeout(() => {
        this.#isGoing = false
      }, 1500)
    },
  }

  /**
   * @param {KeyboardEvent} event
   * @param {() => void} act
   */
  #done(event, act) {
    event.preventDefault()
    act()
  }

  /**
   * Moves focus to the next or previous of the things selected, from where focus is, else from the top of the window.
   * @param {string} selector
   * @param {1 | -1} direction
   */
  #step(selector, direction) {
    const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]).filter(
      (item) => item.offsetParent !== null,
    )
    const current = items.findIndex((item) => item.contains(document.activeElement))
    const below = items.findIndex((item) => item.getBoundingClientRect().bottom > 80)
    const start = below === -1 ? items.length - 1 : below
    const next = current === -1 ? start : Math.min(items.length - 1, Math.max(0, current + direction))
    const item = items[next]
    if (!item) return
    const place = /** @type {HTMLElement} */ (item.querySelector('[data-open]') ?? item)
    if (place === item && !item.hasAttribute('tabindex')) item.tabIndex = -1
    place.focus({ preventScroll: true })
    item.scrollIntoView({ block: 'nearest' })
  }

  /** @param {string} selector */
  #click(selector) {
    const items = [...document.querySelectorAll('[data-item]')]
    const item =
      items.find((one) => one.contains(document.activeElement)) ?? (items.length === 1 ? items[0] : undefined)
    const found = /** @type {HTMLElement | null | undefined} */ (item?.querySelector(selector))
    found?.click()
  }
}

customElements.define('keyboard-nav', KeyboardNav)
