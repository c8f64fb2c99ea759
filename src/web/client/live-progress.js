/** Keeps the progress block up to date from server-sent events, and says when there are stories to show. */
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

  /** @param {{ html: string, stories: number, isBusy: boolean }} progress */
  #show({ html, stories }) {
    const block = this.querySelector('[data-live]')
    const next = /** @type {Element | undefined} */ (block?.cloneNode(false))
    if (block && next) {
      // The server wrote this markup with the same function as the page. Equal markup stays: focus may be in it.
      next.innerHTML = html
      if (!next.isEqualNode(block)) block.replaceChildren(...next.childNodes)
    }
    const hint = /** @type {HTMLElement | null} */ (this.querySelector('[data-new]'))
    if (hint) hint.hidden = stories <= Number(this.dataset.stories)
  }
}

customElements.define('live-progress', LiveProgress)
