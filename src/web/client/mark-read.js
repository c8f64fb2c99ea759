/** Sends the read and star forms of an entry without leaving the page, and offers to undo. */
export class MarkRead extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      this.#send(event.target)
    })
  }

  /** @param {HTMLFormElement} form */
  async #send(form) {
    const field = /** @type {HTMLInputElement} */ (form.querySelector('[name=read], [name=star]'))
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'))
    const isOn = field.value === '1'
    this.#show(form, field, button, isOn)
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set(field.name, isOn ? '1' : '0')
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' })
      // A redirect back is how the server says done; `manual` keeps us from fetching the whole page again.
      if (!answer.ok && answer.type !== 'opaqueredirect') throw new Error(`${answer.status}`)
      if (field.name === 'read') this.#say(isOn ? this.dataset.read : this.dataset.unread, () => form.requestSubmit())
    } catch {
      this.#show(form, field, button, !isOn)
      this.#say(this.dataset.failed)
    }
  }

  /**
   * Shows the entry as marked; the form then does the opposite.
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} field
   * @param {HTMLButtonElement} button
   * @param {boolean} isOn
   */
  #show(form, field, button, isOn) {
    field.value = isOn ? '0' : '1'
    const isRead = form.dataset.kind === 'read'
    this.closest('[data-item]')?.classList.toggle(isRead ? 'is-read' : 'is-starred', isOn)
    const labels = (this.dataset.labels ?? '').split('|')
    const label = labels[(isRead ? 0 : 2) + (isOn ? 1 : 0)] ?? ''
    const named = button.querySelector('[data-label]') ?? button
    named.textContent = label
    const glyph = button.querySelector('.glyph')
    if (glyph) glyph.textContent = isOn ? '★' : '☆'
    const spoken = button.getAttribute('aria-label')
    if (spoken) button.setAttribute('aria-label', label + spoken.slice(spoken.indexOf(':')))
  }

  /**
   * Says what happened in one place for the whole page, with a way to undo it.
   * @param {string | undefined} text
   * @param {() => void} [undo]
   */
  #say(text, undo) {
    const toast = document.querySelector('output.toast') ?? document.createElement('output')
    toast.className = 'toast'
    toast.textContent = `${text ?? ''} `
    if (undo) {
      const button = document.createElement('button')
      button.className = 'btn quiet'
      button.textContent = this.dataset.undo ?? ''
      button.addEventListener('click', () => {
        toast.remove()
        undo()
      })
      toast.append(button)
    }
    const place = document.querySelector('main') ?? document.body
    place.append(toast)
    clearTimeout(MarkRead.#timer)
    MarkRead.#timer = setTimeout(() => toast.remove(), 20_000)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  static #timer
}

customElements.define('mark-read', MarkRead)
