import { fetchPage } from './own-page.js'

/**
 * While work is in progress (`data-busy`), checks every `data-every` milliseconds for progress and shows the page's current state: the same
 * element of the same URL. An element with focus is left alone.
 */
export class AwaitWork extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer

  connectedCallback() {
    this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #wait() {
    clearTimeout(this.#timer)
    if (this.hasAttribute('data-busy')) this.#timer = setTimeout(() => this.#look(), Number(this.dataset.every ?? 2000))
  }

  async #look() {
    try {
      const next = (await fetchPage(location.pathname + location.search)).getElementById(this.id)
      if (next && !document.hidden && !this.contains(document.activeElement)) this.#show(next)
    } catch {
      // The server may be restarting: the next check shows.
    }
    this.#wait()
  }

  /** @param {HTMLElement} next */
  #show(next) {
    this.toggleAttribute('data-busy', next.hasAttribute('data-busy'))
    // What the browser opened or turned on stays; equal parts are not touched, so that nothing is announced twice.
    const parts = [...next.children]
    for (const [index, part] of parts.entries()) {
      const old = this.children[index]
      if (!old) this.append(part)
      else if (old.localName === 'live-progress' && part.localName === 'live-progress') continue
      else if (!old.isEqualNode(part)) old.replaceWith(part)
    }
    while (this.children.length > parts.length) this.lastElementChild?.remove()
  }
}

customElements.define('await-work', AwaitWork)
