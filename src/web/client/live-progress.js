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
    // The server wrote this markup with the same function as the page.
    if (block && block.innerHTML !== html) block.innerHTML = html
    const hint = /** @type {HTMLElement | null} */ (this.querySelector('[data-new]'))
    if (hint) hint.hidden = stories <= Number(this.dataset.stories)
  }
}

customElements.define('live-progress', LiveProgress)
