// Makes a passkey, or signs in with one: requests the options from the server, and sends the device's answer with the form. Nothing on the
// page is built from them. Without this file the page says what is needed.
export class PassKey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    // Request and answer are JSON; passkeys need a browser that can read and write it.
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
      // The device already has one of the excluded passkeys.
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
