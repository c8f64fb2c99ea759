/** Applies appearance and language as soon as they are chosen, through the form that otherwise needs its button. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const button = form?.querySelector('button')
    if (!form || !button) return
    button.hidden = true
    form.addEventListener('change', (event) => {
      const field = event.target
      if (!(field instanceof HTMLSelectElement)) return
      if (field.name !== 'theme') return form.requestSubmit()
      const root = document.documentElement
      if (field.value === 'auto') delete root.dataset.theme
      else root.dataset.theme = field.value
      // Stored even when it is `auto`: in this browser it then overrides the settings.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, nor on plain http
      document.cookie = `theme=${field.value}; path=/; max-age=31536000; samesite=lax`
    })
  }
}

customElements.define('theme-switch', ThemeSwitch)
