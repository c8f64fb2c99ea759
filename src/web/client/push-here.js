// Subscribes this browser to alerts: requests permission when the button is pressed, and submits the push endpoint.

/** The button that subscribes this browser; shown only if it can. */
export class PushHere extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !('PushManager' in window) || !('serviceWorker' in navigator) || !('Notification' in window)) return
    this.hidden = false
    form.addEventListener('submit', (event) => {
      if (field(form, 'endpoint').value) return
      event.preventDefault()
      this.#subscribe(form)
    })
  }

  /** @param {HTMLFormElement} form */
  async #subscribe(form) {
    const { key = '', denied = '', unsupported = '' } = this.dataset
    if ((await Notification.requestPermission()) !== 'granted') return this.#say(denied)
    try {
      const { pushManager } = await navigator.serviceWorker.ready
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      const { endpoint = '', keys = {} } = made.toJSON()
      field(form, 'endpoint').value = endpoint
      field(form, 'p256dh').value = keys.p256dh ?? ''
      field(form, 'auth').value = keys.auth ?? ''
      form.requestSubmit()
    } catch {
      // A browser without a push service fails only here.
      this.#say(unsupported)
    }
  }

  /** @param {string} text */
  #say(text) {
    const output = this.querySelector('output')
    if (output) output.textContent = text
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
}

customElements.define('push-here', PushHere)
