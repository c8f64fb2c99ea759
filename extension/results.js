import { say } from './browser.js'

/** An element with text or other elements in it. Text is never read as markup. */
export function element(
  /** @type {string} */ name,
  /** @type {Record<string, string>} */ attributes = {},
  /** @type {readonly (Node | string)[]} */ ...parts
) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...parts)
  return made
}

/** A line of a result. */
export function line(/** @type {readonly (Node | string)[]} */ ...parts) {
  return element('p', {}, ...parts)
}

/** A link to a page of the server, in a new tab. */
export function linkTo(/** @type {string} */ server, /** @type {string} */ path, /** @type {string} */ text) {
  return element('a', { href: `${server}${path}`, target: '_blank', rel: 'noreferrer', dir: 'auto' }, text)
}

/** What went wrong, and what to do. */
export function troubleText(
  /** @type {{ trouble: import('./server.js').Trouble, status?: number }} */ { trouble, status },
  /** @type {string} */ server,
) {
  const { host } = new URL(server)
  switch (trouble) {
    case 'unreachable':
      return say('unreachable', host)
    case 'access':
      return say('noAccess', host)
    case 'token':
      return say('badToken')
    case 'scope':
      return say('readOnly')
    case 'busy':
      return say('busy')
    case 'failed':
      return say('failed', String(status))
  }
}

/** A text with some of its spans marked. */
export function marked(/** @type {string} */ text, /** @type {readonly { start: number, end: number }[]} */ spans) {
  const parts = []
  let at = 0
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), element('mark', {}, text.slice(start, end)))
    at = end
  }
  return [...parts, text.slice(at)]
}
