import { base } from './own-page.js'
import { say, sayFailed } from './toast.js'
import { fieldsOf, send } from './undo-form.js'

/** Sends the marks of entries (read, saved) without leaving the page, keeps the counts on it, and offers to undo. */
export class MarkRead extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      const { target: form, submitter } = event
      const button = submitter ?? (form instanceof HTMLFormElement ? form.querySelector('button') : null)
      if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return
      if (button.name !== 'read' && button.name !== 'star' && !isBeside(button)) return
      event.preventDefault()
      if (form.id === 'rows') this.#sendRows(button)
      else this.#press(form, button)
    })
  }

  /** @param {HTMLFormElement} form @param {HTMLButtonElement} button */
  async #press(form, button) {
    const isOn = button.value === '1'
    const body = fieldsOf(form, button)
    this.#show(button, isOn)
    if (!(await send(button.getAttribute('formaction') ?? form.action, body))) {
      this.#show(button, !isOn)
      return sayFailed()
    }
    const said = button.name === 'read' ? (isOn ? this.dataset.read : this.dataset.unread) : isOn && this.dataset.saved
    if (said) say(said, () => button.click())
  }

  /** Marks the selected rows, or those above or below one. @param {HTMLButtonElement} button */
  async #sendRows(button) {
    const rows = isBeside(button) ? rowsBeside(button.name, button.value) : rowsOf(this, selected)
    const isRead = button.name !== 'star'
    const changed = rows.filter((row) => (isRead ? !isReadRow(row) : buttonOf(row, 'star')?.value === '1'))
    for (const box of this.querySelectorAll('.sel:checked')) /** @type {HTMLInputElement} */ (box).checked = false
    this.querySelector('[data-selected]')?.replaceChildren()
    await this.markAndSay(changed, isRead ? 'read' : 'star')
  }

  /** Marks rows, and offers to undo it. @param {readonly HTMLElement[]} rows @param {'read' | 'star'} kind */
  async markAndSay(rows, kind) {
    if (rows.length === 0 || !(await this.mark(rows, kind, true))) return
    say(kind === 'read' ? this.dataset.read : this.dataset.saved, () => this.mark(rows, kind, false))
  }

  /**
   * Marks rows and says so to the server; shows them as they were when that fails.
   * @param {readonly HTMLElement[]} rows
   * @param {'read' | 'star'} kind
   * @param {boolean} isOn
   */
  async mark(rows, kind, isOn) {
    const body = new URLSearchParams({ [kind]: isOn ? '1' : '0' })
    for (const row of rows) body.append('entry', row.dataset.entry ?? '')
    const buttons = rows.flatMap((row) => buttonOf(row, kind) ?? [])
    for (const button of buttons) this.#show(button, isOn)
    if (await send(`${base}entries/${kind}`, body)) return true
    for (const button of buttons) this.#show(button, !isOn)
    sayFailed()
    return false
  }

  /** Shows a row as read that the server marks itself, since it was opened. @param {HTMLElement} row */
  opened(row) {
    const button = buttonOf(row, 'read')
    if (button && this.dataset.marks !== 'hand' && !isReadRow(row)) this.#show(button, true)
  }

  /** The button then does the opposite. @param {HTMLButtonElement} button @param {boolean} isOn */
  #show(button, isOn) {
    const isRead = button.name === 'read'
    const labels = (this.dataset.labels ?? '').split('|')
    const label = labels[(isRead ? 0 : 2) + (isOn ? 1 : 0)] ?? ''
    const row = /** @type {HTMLElement | null} */ (button.closest('.it'))
    if (isRead && row && isOn !== isReadRow(row)) {
      row.classList.toggle('rd', isOn)
      count(row, isOn ? -1 : 1, this.dataset.locale)
    }
    button.value = isOn ? '0' : '1'
    const icon = button.querySelector('.i')
    if (icon && isRead) icon.className = `i i-${isOn ? 'dot' : 'check'}`
    if (!isRead) button.classList.toggle('on', isOn)
    const named = button.querySelector('[data-label]')
    if (named) named.textContent = label
    const spoken = button.getAttribute('aria-label')
    if (spoken) button.setAttribute('aria-label', label + spoken.slice(spoken.indexOf(':')))
    if (button.title) button.title = button.title.replace(/^.*(?= \()/, label)
  }
}

/**
 * Marks the rows above or below an entry as read.
 * @param {'above' | 'below'} side
 * @param {string} entry
 */
export function markBeside(side, entry) {
  const button = document.querySelector('#rows [name=above]')
  const list = button?.closest('mark-read')
  if (!(list instanceof MarkRead)) return
  const rows = rowsBeside(side, entry).filter((row) => !isReadRow(row))
  list.markAndSay(rows, 'read')
}

/** @param {Element} list @param {string} [which] @returns {HTMLElement[]} */
export function rowsOf(list, which = '') {
  return [...list.querySelectorAll(`.it${which}`)].filter((row) => row instanceof HTMLElement)
}

/** @param {HTMLElement} row */
export function isReadRow(row) {
  return row.classList.contains('rd')
}

/** @param {HTMLElement} row @param {'read' | 'star'} kind */
export function buttonOf(row, kind) {
  return /** @type {HTMLButtonElement | null} */ (row.querySelector(`.act [name=${kind}]`))
}

const selected = ':has(.sel:checked)'

/** @param {HTMLButtonElement} button */
function isBeside({ name }) {
  return name === 'above' || name === 'below'
}

/**
 * The rows above or below an entry, or all selected ones; above the `end`: all.
 * @param {string} side
 * @param {string} entry
 */
function rowsBeside(side, entry) {
  const rows = rowsOf(document.body)
  if (entry === 'end') return rows
  const named = entry === 'selected' ? selected : `[data-entry="${CSS.escape(entry)}"]`
  const first = rows.findIndex((row) => row.matches(named))
  if (first === -1) return []
  return side === 'above' ? rows.slice(0, first) : rows.slice(rows.findLastIndex((row) => row.matches(named)) + 1)
}

/** Changes the counts of a row's feed, its folder and the list, and of the tab. @param {HTMLElement} row @param {number} by @param {string} [locale] */
function count(row, by, locale) {
  const feed = document.querySelector(
    `.tree [href="${CSS.escape(row.querySelector('.src a')?.getAttribute('href') ?? '')}"]`,
  )
  const all = [
    ...document.querySelectorAll('[data-all]'),
    feed?.querySelector('.n'),
    feed?.closest('.fl')?.querySelector('.fo .n'),
  ]
  const format = new Intl.NumberFormat(locale)
  for (const place of all) {
    if (!(place instanceof HTMLElement)) continue
    const left = Math.max(0, Number(place.dataset.n) + by)
    place.dataset.n = String(left)
    place.textContent = left === 0 && !place.closest('.seg, .set') ? '' : format.format(left)
  }
  const [shown] = document.querySelectorAll('.seg [data-all]')
  if (!(shown instanceof HTMLElement)) return
  const title = document.title.replace(/^\([^)]*\) /, '')
  document.title = shown.dataset.n === '0' ? title : `(${shown.textContent}) ${title}`
}

customElements.define('mark-read', MarkRead)
