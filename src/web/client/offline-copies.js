import { ask } from './worker-link.js'

/** Shows the copies on this device, and deletes them on request. */
export class OfflineCopies extends HTMLElement {
  connectedCallback() {
    if (!navigator.serviceWorker || !isSecureContext) {
      this.#part('[data-insecure]').hidden = false
      return
    }
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button[data-ask]') : null
      if (button instanceof HTMLButtonElement) this.#do(button)
    })
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data?.kind === 'changes') this.#refresh('status')
    })
    this.#refresh('status')
  }

  /** @param {HTMLButtonElement} button */
  async #do(button) {
    const kind = /** @type {'clear' | 'send' | 'forget' | 'ahead-now'} */ (button.dataset.ask)
    button.disabled = true
    await this.#refresh(kind)
    button.disabled = false
    const said = this.#part('[data-said]')
    said.textContent = kind === 'clear' ? (this.dataset.cleared ?? '') : ''
  }

  /** @param {Parameters<typeof ask>[0]} kind */
  async #refresh(kind) {
    const status = await ask(kind)
    if (!status) return
    const { locale, zone } = this.dataset
    const numbers = new Intl.NumberFormat(locale)
    const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
    const times = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone ?? 'UTC',
    })
    const { waiting, refused, bytes, copies } = status
    const counts = { count: copies.length, waiting, refused }
    for (const [name, count] of Object.entries(counts)) {
      this.#part(`[data-${name}]`).textContent = numbers.format(count)
      for (const part of this.querySelectorAll(`[data-some="${name}"]`))
        if (part instanceof HTMLElement) part.hidden = count === 0
    }
    this.#part('[data-size]').textContent = size.format(bytes / 2 ** 20)
    this.#part('[data-none]').hidden = copies.length > 0
    this.#part('ul').replaceChildren(...copies.map((copy) => row(copy, times)))
    this.#part('[data-body]').hidden = false
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}

/**
 * @param {import('./worker-link.js').Status['copies'][number]} copy
 * @param {Intl.DateTimeFormat} times
 */
function row({ url, title, keptAt }, times) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url
  link.dir = 'auto'
  link.textContent = title
  const time = document.createElement('time')
  time.dateTime = new Date(keptAt).toISOString()
  time.textContent = times.format(keptAt)
  item.append(link, ' ', time)
  return item
}

customElements.define('offline-copies', OfflineCopies)
