/**
 * Opens citations beside the text instead of in their place. The link stays a link: with a modifier key, on failure
 * or without script it leads to the citation's own page.
 */
export class CitationPane extends HTMLElement {
  /** @type {HTMLDialogElement | undefined} */
  #dialog
  /** @type {HTMLElement | undefined} */
  #opener
  /** @type {AbortController | undefined} */
  #request

  connectedCallback() {
    this.addEventListener('click', (event) => this.#onClick(event))
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.matches('a.cite[href^="/citations/"]') || this.#dialog?.contains(link)) return
    event.preventDefault()
    this.#open(link)
  }

  /** @param {HTMLAnchorElement} link */
  async #open(link) {
    const dialog = (this.#dialog ??= this.#makeDialog())
    const content = /** @type {HTMLElement} */ (dialog.querySelector('[data-content]'))
    this.#request?.abort()
    const request = (this.#request = new AbortController())
    this.#mark(link)
    content.textContent = this.dataset.loading ?? ''
    if (!dialog.open) dialog.show()
    try {
      const answer = await fetch(`${link.href}?fragment=1`, { signal: request.signal })
      if (!answer.ok) throw new Error(`${answer.status}`)
      content.innerHTML = await answer.text()
      const heading = /** @type {HTMLElement | null} */ (content.querySelector('h2'))
      heading?.focus()
    } catch {
      // A newer click took over, or the pane could not be filled: then the page itself is the answer.
      if (!request.signal.aborted) location.assign(link.href)
    }
  }

  /** @param {HTMLElement | undefined} link */
  #mark(link) {
    this.#opener?.removeAttribute('aria-expanded')
    this.#opener = link
    link?.setAttribute('aria-expanded', 'true')
  }

  #makeDialog() {
    const dialog = document.createElement('dialog')
    dialog.className = 'pane'
    dialog.setAttribute('aria-label', this.dataset.label ?? '')
    const close = document.createElement('button')
    close.className = 'btn quiet'
    close.type = 'button'
    close.textContent = this.dataset.close ?? ''
    close.addEventListener('click', () => dialog.close())
    const content = document.createElement('div')
    content.dataset.content = ''
    dialog.append(close, content)
    dialog.addEventListener('close', () => {
      this.#request?.abort()
      const opener = this.#opener
      this.#mark(undefined)
      opener?.focus()
    })
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && dialog.open) dialog.close()
    })
    this.append(dialog)
    return dialog
  }
}

customElements.define('citation-pane', CitationPane)
