/** Updates the progress block from server-sent events, and announces stories. */
export class LiveProgress extends HTMLElement {
  /** @type {EventSource | undefined} */
  #events

  connectedCallback() {
    if (!this.dataset.events) return
    this.#events = new EventSource(this.dataset.events)
    this.#events.addEventListener('progress', (event) => this.#show(JSON.parse(event.data)))
  }

  disconnectedCallback() {
    this.#events?.close()
  }

  /** @param {{ rows: { count: string, failed: string, hasFailed: boolean, share: string }[], state: string, stories: number }} progress */
  #show({ rows, state, stories }) {
    const blocks = this.querySelectorAll('dl > div')
    for (const [index, { count, failed, hasFailed, share }] of rows.entries()) {
      const block = blocks[index]
      write(block?.querySelector('[data-count]'), count)
      const failures = /** @type {HTMLElement | null | undefined} */ (block?.querySelector('[data-failed]'))
      write(failures, failed)
      if (failures) failures.hidden = !hasFailed
      block?.querySelector('.own')?.setAttribute('width', share)
    }
    write(this.querySelector('[data-state]'), state)
    const hint = /** @type {HTMLElement | null} */ (this.querySelector('[data-new]'))
    if (hint) hint.hidden = stories <= Number(this.dataset.stories)
  }
}

/**
 * Equal text stays: a screen reader may be reading it.
 * @param {Element | null | undefined} element
 * @param {string} text
 */
function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text
}

customElements.define('live-progress', LiveProgress)
