const againMs = 30_000
// The page itself loads first.
const firstMs = 2_000

/**
 * Announces news quietly, with a link that shows it; nothing on the page moves. It listens only while the page is visible, so that many
 * tabs hold no connections, and continues counting from where it began.
 */
export class LiveNews extends HTMLElement {
  /** @type {EventSource | undefined} */
  #events
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again
  #after = ''
  #text = ''

  connectedCallback() {
    document.addEventListener('visibilitychange', () => this.#listen())
    addEventListener('pagehide', () => this.#stop())
    addEventListener('pageshow', (event) => event.persisted && this.#listen())
    this.#again = setTimeout(() => this.#listen(), firstMs)
  }

  disconnectedCallback() {
    this.#stop()
  }

  #listen() {
    this.#stop()
    if (document.visibilityState === 'hidden' || !this.isConnected) return
    const address = new URL(this.dataset.events ?? '', location.origin)
    if (this.#after) address.searchParams.set('after', this.#after)
    this.#events = new EventSource(address)
    this.#events.addEventListener('news', (event) => this.#hear(JSON.parse(event.data)))
    this.#events.addEventListener('error', () => {
      this.#stop()
      this.#again = setTimeout(() => this.#listen(), againMs)
    })
  }

  #stop() {
    clearTimeout(this.#again)
    this.#events?.close()
    this.#events = undefined
  }

  /** @param {{ after?: string, text: string }} news */
  #hear({ after, text }) {
    if (after) this.#after = after
    const line = this.querySelector('.news')
    if (!line || text === this.#text) return
    this.#text = text
    line.replaceChildren()
    if (!text) return
    const link = document.createElement('a')
    link.href = this.dataset.target ?? ''
    link.textContent = this.dataset.show ?? ''
    line.append(`${text} · `, link)
  }
}

customElements.define('live-news', LiveNews)
