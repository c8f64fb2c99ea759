/** Shows a picture in place of its button, and says so when it is unavailable. */
export class ShowPicture extends HTMLElement {
  connectedCallback() {
    const img = this.querySelector('img')
    if (img) {
      img.addEventListener('error', () => this.#fail())
      // It may have failed before this script ran, or be waiting: requesting it again triggers the event of either.
      if (img.complete && img.naturalWidth === 0) img.setAttribute('src', img.getAttribute('src') ?? '')
    }
    this.querySelector('a')?.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      this.#show(/** @type {HTMLAnchorElement} */ (event.currentTarget))
    })
  }

  /** @param {HTMLAnchorElement} button */
  async #show(button) {
    if (button.ariaBusy === 'true') return
    button.ariaBusy = 'true'
    button.textContent = this.dataset.loading ?? ''
    const img = new Image()
    img.alt = this.dataset.alt ?? ''
    img.src = this.dataset.src ?? ''
    try {
      await img.decode()
    } catch {
      return this.#fail()
    }
    img.width = img.naturalWidth
    img.height = img.naturalHeight
    const hadFocus = button === document.activeElement
    this.replaceChildren(img)
    if (hadFocus) {
      img.tabIndex = -1
      img.focus({ preventScroll: true })
    }
    for (const form of document.querySelectorAll('.always-pictures'))
      if (form instanceof HTMLElement) form.hidden = false
  }

  #fail() {
    const words = document.createElement('span')
    words.className = 'small'
    words.setAttribute('role', 'status')
    words.textContent = this.dataset.failed ?? ''
    this.replaceChildren(words)
  }
}

customElements.define('show-picture', ShowPicture)
