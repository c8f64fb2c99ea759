/** Shares the URL of a page through the device, or copies it where the device can't. */
export class SharePage extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button) return
    const { path = '', title = '', share = '' } = this.dataset
    const page = { title, url: new URL(path, location.origin).href }
    const canShare = navigator.canShare?.(page) === true
    if (canShare) {
      // Keeps its first width, so that its neighbors do not move.
      button.style.minInlineSize = `${button.offsetWidth}px`
      const label = button.querySelector('[data-label]') ?? button
      label.textContent = share
    }
    button.addEventListener('click', () => (canShare ? this.#share(page) : this.#copy(page.url)))
    this.hidden = false
  }

  /** @param {{ title: string, url: string }} page */
  async #share(page) {
    try {
      await navigator.share(page)
    } catch (error) {
      // Canceling is not an error.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#copy(page.url)
    }
  }

  /** @param {string} url */
  async #copy(url) {
    const { copied = '', failed = '' } = this.dataset
    try {
      await navigator.clipboard.writeText(url)
      this.#say(copied)
    } catch {
      this.#say(failed)
    }
  }

  /** @param {string} text */
  #say(text) {
    const output = this.querySelector('output')
    if (output) output.textContent = text
  }
}

customElements.define('share-page', SharePage)
