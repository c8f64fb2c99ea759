// Forms that can be undone (`form[data-undo]`) are sent without leaving the page. How to write one: docs/notes/pages.md.
import { say, sayFailed } from './toast.js'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.dataset.undo) return
  event.preventDefault()
  change(form, event.submitter)
})

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function change(form, submitter) {
  const { said, undo = '' } = form.dataset
  // A toggle has another action once it is shown as done.
  const { action } = form
  const body = fieldsOf(form, submitter)
  show(form, true)
  if (!(await send(action, body))) {
    show(form, false)
    return sayFailed()
  }
  say(said, async () => {
    if (await send(...inverse(undo, body))) show(form, false)
    else sayFailed()
  })
}

/**
 * Shows the change as made, or undoes it: a form with `data-other` becomes its own inverse, any other hides its item.
 * @param {HTMLFormElement} form
 * @param {boolean} isDone
 */
function show(form, isDone) {
  if (form.dataset.other !== undefined) return turn(form)
  const item = /** @type {HTMLElement} */ (form.closest(form.dataset.hides || '[data-item]') ?? form)
  if (isDone && item.contains(document.activeElement)) focusNear(item)
  item.hidden = isDone
  if (!isDone)
    /** @type {HTMLElement | null} */ (item.querySelector('[data-open]') ?? form.querySelector('button'))?.focus()
}

/**
 * The form now does the opposite, and its button says so.
 * @param {HTMLFormElement} form
 */
function turn(form) {
  const button = form.querySelector('button')
  if (!button) return
  const { other = '', undo = '', said = '', saidOther = said } = form.dataset
  const [action, body] = inverse(undo, fieldsOf(form, null))
  const now = new URL(form.action)
  for (const name of new URL(undo, location.href).searchParams.keys()) {
    const field = form.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) continue
    now.searchParams.set(name, field.value)
    field.value = body.get(name) ?? ''
  }
  const label = button.querySelector('[data-label]') ?? button
  const spoken = button.getAttribute('aria-label')
  const was = label.textContent ?? ''
  if (spoken?.startsWith(was)) button.setAttribute('aria-label', other + spoken.slice(was.length))
  label.textContent = other
  if (button.hasAttribute('aria-pressed'))
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
  form.action = action
  Object.assign(form.dataset, { other: was, undo: now.pathname + now.search, said: saidOther, saidOther: said })
}

/**
 * Action and fields of the form that undoes another: the same fields, replaced by those in the query of its URL.
 * @param {string} undo
 * @param {URLSearchParams} body
 * @returns {[string, URLSearchParams]}
 */
function inverse(undo, body) {
  const url = new URL(undo, location.href)
  const fields = new URLSearchParams(body)
  for (const [name, value] of url.searchParams) fields.set(name, value)
  return [url.pathname, fields]
}

/**
 * Posts fields as a form does, even when the page is left before the answer; true when the server accepted them.
 * @param {string} action
 * @param {URLSearchParams} body
 */
export async function send(action, body) {
  try {
    // After a page is left a browser sends at most 64 KiB in total (Fetch, section 4.5); more would be refused.
    const keepalive = body.toString().length < 3e4
    // With this header the server answers 204 instead of redirecting; a redirect is not from our server.
    const headers = { 'X-Purpose': 'change' }
    return (await fetch(action, { method: 'POST', body, headers, redirect: 'manual', keepalive })).ok
  } catch {
    return false
  }
}

/**
 * The text fields of a form, with the button that sent it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
export function fieldsOf(form, submitter) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value)
  return body
}

/**
 * Moves focus to the next item, else the previous one, so that a keyboard reader continues there.
 * @param {Element} item
 */
function focusNear(item) {
  const items = [...document.querySelectorAll('[data-item]:not([hidden])')]
  const at = items.indexOf(item)
  const near = items[at + 1] ?? items[at - 1] ?? document.querySelector('main')
  const place = /** @type {HTMLElement | null | undefined} */ (near?.querySelector('[data-open]') ?? near)
  place?.focus()
}
