// Offers a note on words selected in the text of an article. Without it each paragraph has a link to the same form.

const text = document.querySelector('.text')
const link = text?.querySelector('a.add-note')

/** @type {HTMLAnchorElement | undefined} */
let offer

if (text && link instanceof HTMLAnchorElement) {
  document.addEventListener('selectionchange', offerNote)
  // For a selection made while this file was loading.
  offerNote()
}

/** Offers a note on the current selection. */
export function offerNote() {
  const span = selectedSpan()
  if (span) show(span)
  else hide()
}

/**
 * The selected words as offsets in the text; undefined when nothing is selected, or something outside the text.
 * @returns {{ start: number, end: number, range: Range } | undefined}
 */
function selectedSpan() {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = offsetAt(range.startContainer, range.startOffset)
  const end = offsetAt(range.endContainer, range.endOffset)
  if (start === undefined || end === undefined || range.toString().trim() === '') return undefined
  return start < end ? { start, end, range } : undefined
}

/**
 * The offset in the article's text of a place on the page: from the start of its block, counting only the article's own letters.
 * @param {Node} node
 * @param {number} offset
 * @returns {number | undefined}
 */
function offsetAt(node, offset) {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('[data-start]')
  if (!(block instanceof HTMLElement) || !text?.contains(block) || element?.closest('.margin')) return undefined
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  const copy = before.cloneContents()
  for (const ours of copy.querySelectorAll('a.mark, a.add-note, .margin')) ours.remove()
  const own = copy.textContent ?? ''
  return Number(block.dataset.start) + own.length
}

/** @param {{ start: number, end: number, range: Range }} span */
function show({ start, end, range }) {
  offer ??= makeOffer()
  const url = new URL(/** @type {HTMLAnchorElement} */ (link).href)
  url.searchParams.set('start', `${start}`)
  url.searchParams.set('end', `${end}`)
  offer.href = url.href
  const place = range.getBoundingClientRect()
  offer.hidden = false
  const width = offer.offsetWidth
  const left = Math.min(Math.max(place.left + place.width / 2 - width / 2, 8), innerWidth - width - 8)
  offer.style.left = `${left + scrollX}px`
  offer.style.top = `${place.bottom + scrollY + 8}px`
}

function hide() {
  if (offer && document.activeElement !== offer) offer.hidden = true
}

/** @returns {HTMLAnchorElement} */
function makeOffer() {
  const made = document.createElement('a')
  made.className = 'btn note-offer'
  made.textContent = /** @type {HTMLElement} */ (text).dataset.noteOffer ?? ''
  // Pressing the link must not clear the selection first.
  made.addEventListener('pointerdown', (event) => event.preventDefault())
  document.body.append(made)
  return made
}
