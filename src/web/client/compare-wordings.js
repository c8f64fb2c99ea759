import { differingWords } from './differing-words.js'

/** Two wordings are the same when they have the same letters and digits. */
const lettersOf = (/** @type {string} */ text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Puts two wordings of one statement side by side and marks the words that only one has. The list stays below. Nothing is offered when all
 * outlets have the same words.
 */
export class CompareWordings extends HTMLElement {
  connectedCallback() {
    const all = [...this.querySelectorAll('li > p:first-child')].flatMap((line) => {
      const said = line.querySelector('q, .reported')
      const name = line.querySelector('.cite')?.textContent?.trim()
      return said && name ? [{ name, line, said, text: said.textContent ?? '' }] : []
    })
    const wordings = [...Map.groupBy(all, ({ text }) => lettersOf(text)).values()].flatMap((same) => same[0] ?? [])
    if (wordings.length < 2) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = this.dataset.compare ?? ''
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', () => {
      const isOpen = button.getAttribute('aria-expanded') === 'true'
      button.setAttribute('aria-expanded', String(!isOpen))
      this.querySelector('.sides')?.remove()
      if (!isOpen) button.after(this.#sides(wordings))
    })
    this.prepend(button)
  }

  /** @param {{ name: string, line: Element, said: Element, text: string }[]} wordings */
  #sides(wordings) {
    const sides = document.createElement('div')
    sides.className = 'sides'
    const both = [0, 1].map((chosen) => {
      const choice = document.createElement('select')
      choice.setAttribute('aria-label', `${this.dataset.compare}: ${chosen + 1}`)
      choice.append(...wordings.map(({ name }, index) => new Option(name, String(index))))
      choice.value = String(chosen)
      const words = document.createElement('p')
      const side = document.createElement('div')
      side.append(choice, words)
      sides.append(side)
      return { choice, words }
    })
    const show = () => {
      const chosen = both.map(({ choice }) => wordings[Number(choice.value)])
      const texts = differingWords(chosen[0]?.text ?? '', chosen[1]?.text ?? '')
      for (const [index, { words }] of both.entries()) {
        const shown = chosen[index]
        if (!shown) continue
        // The element of the list, for its quotation marks and language.
        const said = /** @type {Element} */ (shown.said.cloneNode(false))
        said.append(...(texts[index] ?? []).map((piece, at) => (at % 2 ? marked(piece) : piece)))
        for (const name of ['lang', 'dir']) words.setAttribute(name, shown.line.getAttribute(name) ?? '')
        words.replaceChildren(said)
      }
    }
    sides.addEventListener('change', show)
    show()
    return sides
  }
}

/** @param {string} text */
function marked(text) {
  const mark = document.createElement('mark')
  mark.textContent = text
  return mark
}

customElements.define('compare-wordings', CompareWordings)
