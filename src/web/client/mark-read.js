import { say, sayFailed } from './toast.js'
import { fieldsOf, send } from './undo-form.js'

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
    const body = fieldsOf(form, null)
    body.set(field.name, isOn ? '1' : '0')
    if (await send(form.action, body)) {
      if (field.name === 'read') say(isOn ? this.dataset.read : this.dataset.unread, () => form.requestSubmit())
      return
    }
    this.#show(form, field, button, !isOn)
    sayFailed()
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
}

customElements.define('mark-read', MarkRead)
