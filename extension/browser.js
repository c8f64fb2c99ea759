/** The WebExtension API: Firefox calls it `browser`, Chromium `chrome`. Both return promises. */
export const api = globalThis.browser ?? globalThis.chrome

/** A message in the language of the browser; `$1` in it becomes the first of `parts`, which may run the other way. */
export function say(/** @type {string} */ name, /** @type {readonly string[]} */ ...parts) {
  return api.i18n.getMessage(name, parts.map(isolated))
}

/** Puts the messages into a page: each element with `data-say` gets the one it names. */
export function writePage() {
  document.documentElement.lang = say('language')
  document.documentElement.dir = say('direction')
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-say]')))
    element.textContent = say(element.dataset.say ?? '')
}

/** A list as the language of the browser writes it. */
export function listed(/** @type {readonly string[]} */ items) {
  return new Intl.ListFormat(say('language')).format(items.map(isolated))
}

function isolated(/** @type {string} */ text) {
  return `\u2068${text}\u2069`
}

/** A number as the language of the browser writes it. */
export function counted(/** @type {number} */ count) {
  return new Intl.NumberFormat(say('language')).format(count)
}
