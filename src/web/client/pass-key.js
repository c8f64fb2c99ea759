// Makes a passkey, or signs in with one: asks the server what to ask the device for, and sends its answer with the form. Nothing
// on the page is built from it. Without this file the page says what is needed.
export class PassKey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    // What is asked for and answered is JSON; a browser that cannot read and write it has no passkeys for us.
    if (!form || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
    this.querySelector('[data-needs]')?.remove()
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#ask(form)
    })
  }

  /** @param {HTMLFormElement} form */
  async #ask(form) {
    const { options = '', asking = '', failed = '', known = '' } = this.dataset
    const answer = form.elements.namedItem('answer')
    if (!(answer instanceof HTMLInputElement)) return
    this.#say(asking)
    try {
      const response = await fetch(options, { method: 'POST' })
      const credential = await this.#credential(await response.json())
      answer.value = JSON.stringify(credential)
      this.#say('')
      form.submit()
    } catch (error) {
      // The device has one of those that were named as known.
      this.#say(error instanceof DOMException && error.name === 'InvalidStateError' ? known : failed)
    }
  }

  /** @param {any} options */
  #credential(options) {
    if (this.dataset.kind === 'new')
      return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }

  /** @param {string} text */
  #say(text) {
    const output = this.querySelector('output')
    if (output) output.textContent = text
  }
}

customElements.define('pass-key', PassKey)
