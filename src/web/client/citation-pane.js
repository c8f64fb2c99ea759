import { keysAreOn } from './keyboard-nav.js'
import { base, fetchPage } from './own-page.js'
import { closeOnSwipe } from './swipe-down.js'

const toCitation = `[href^="${base}citations/"]`
const cited = `a:is(.cite, .fc, [data-cite])${toCitation}`

/**
 * Opens citations beside the text instead of navigating to them, and steps from one to the next. The link stays a link: with a modifier
 * key, on failure or without script it leads to the citation's own page.
 */
export class CitationPane extends HTMLElement {
  /** @type {HTMLDialogElement | undefined} */
  #dialog
  /** @type {HTMLAnchorElement | undefined} */
  #opener
  /** @type {AbortController | undefined} */
  #request

  connectedCallback() {
    this.addEventListener('click', (event) => this.#onClick(event))
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    const isNeighbor = this.#dialog?.contains(link) && link.matches(toCitation)
    if (!isNeighbor && !link.matches(cited)) return
    event.preventDefault()
    if (!isNeighbor) this.#mark(link)
    this.#show(link.href)
  }

  /** @param {string} address */
  async #show(address) {
    const dialog = (this.#dialog ??= this.#makeDialog())
    const content = /** @type {HTMLElement} */ (dialog.querySelector('[data-content]'))
    this.#request?.abort()
    const request = (this.#request = new AbortController())
    if (content.childElementCount === 0) content.textContent = this.dataset.loading ?? ''
    dialog.show()
    try {
      const page = await fetchPage(`${address}?fragment=1`, request.signal)
      content.replaceChildren(...page.body.childNodes)
      dialog.scrollTop = 0
      const heading = /** @type {HTMLElement | null} */ (content.querySelector('h2'))
      heading?.focus()
    } catch {
      // Unless a newer click replaced this one, the pane could not be filled: opens the page itself.
      if (!request.signal.aborted) location.assign(address)
    }
  }

  /** @param {HTMLAnchorElement | undefined} link */
  #mark(link) {
    this.#opener?.removeAttribute('aria-expanded')
    this.#opener = link
    link?.setAttribute('aria-expanded', 'true')
    const count = this.#dialog?.querySelector('[data-count]')
    const all = this.#citations()
    if (count && link) count.textContent = `${all.indexOf(link) + 1} / ${all.length}`
  }

  /** The visible citations of the page, in order. */
  #citations() {
    const links = /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll(cited)])
    return links.filter((link) => !this.#dialog?.contains(link) && link.checkVisibility())
  }

  /** @param {1 | -1} direction */
  #step(direction) {
    const all = this.#citations()
    const next = all[(this.#opener ? all.indexOf(this.#opener) : -1) + direction]
    if (!next) return
    this.#mark(next)
    next.scrollIntoView({ block: 'center' })
    this.#show(next.href)
  }

  /**
   * Focus returns at once: the `close` event comes later, and would take focus from where the reader has moved since.
   * @param {HTMLDialogElement} dialog
   */
  #close(dialog) {
    this.#request?.abort()
    dialog.close()
    const opener = this.#opener
    this.#mark(undefined)
    opener?.focus()
  }

  #makeDialog() {
    const dialog = document.createElement('dialog')
    dialog.className = 'pane'
    dialog.setAttribute('aria-label', this.dataset.label ?? '')
    const isRtl = document.documentElement.dir === 'rtl'
    const head = document.createElement('div')
    head.className = 'pane-head'
    const count = document.createElement('span')
    count.dataset.count = ''
    head.append(
      this.#button(isRtl ? '→' : '←', this.dataset.previous, () => this.#step(-1)),
      count,
      this.#button(isRtl ? '←' : '→', this.dataset.next, () => this.#step(1)),
      this.#button('✕', this.dataset.close, () => this.#close(dialog)),
    )
    const content = document.createElement('div')
    content.dataset.content = ''
    dialog.append(head, content)
    dialog.addEventListener('keydown', (event) => this.#onKey(event, isRtl))
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && dialog.open && !document.querySelector('dialog:modal')) this.#close(dialog)
    })
    closeOnSwipe(dialog, head, () => this.#close(dialog))
    this.append(dialog)
    this.#dialog = dialog
    this.#mark(this.#opener)
    return dialog
  }

  /**
   * @param {string} sign
   * @param {string | undefined} name
   * @param {() => void} act
   */
  #button(sign, name, act) {
    const button = document.createElement('button')
    button.className = 'btn quiet'
    button.type = 'button'
    button.textContent = sign
    button.setAttribute('aria-label', name ?? '')
    button.title = name ?? ''
    button.addEventListener('click', act)
    return button
  }

  /**
   * Keys of the pane, while it has focus.
   * @param {KeyboardEvent} event
   * @param {boolean} isRtl
   */
  #onKey(event, isRtl) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onward = isRtl ? 'ArrowLeft' : 'ArrowRight'
    const back = isRtl ? 'ArrowRight' : 'ArrowLeft'
    const isLetter = event.key === 'j' || event.key === 'k'
    if (isLetter && !keysAreOn()) return
    if (event.key === onward || event.key === 'j') this.#step(1)
    else if (event.key === back || event.key === 'k') this.#step(-1)
    else return
    event.preventDefault()
  }
}

customElements.define('citation-pane', CitationPane)
