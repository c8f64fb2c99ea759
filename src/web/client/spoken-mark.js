// Marks what is being spoken without changing the page (CSS Custom Highlight API), and finds what was tapped.

const isCalm = matchMedia('(prefers-reduced-motion: reduce)')

/**
 * Marks a sentence, or nothing, and scrolls to it.
 * @param {Range | undefined} range
 */
export function markSentence(range) {
  if (!('highlights' in CSS)) return
  markWord(undefined)
  if (!range) return void CSS.highlights.delete('spoken')
  CSS.highlights.set('spoken', new Highlight(range))
  const { top, bottom } = range.getBoundingClientRect()
  if (top >= 60 && bottom <= innerHeight - 90) return
  const behavior = isCalm.matches ? 'instant' : 'smooth'
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior })
}

/**
 * Marks a word within the sentence, or none.
 * @param {Range | undefined} range
 */
export function markWord(range) {
  if (!('highlights' in CSS)) return
  if (range) CSS.highlights.set('spoken-word', new Highlight(range))
  else CSS.highlights.delete('spoken-word')
}

/**
 * The index of the tapped range; -1 for none, for a link or a button, and during a selection.
 * @param {MouseEvent} event
 * @param {readonly (Range | undefined)[]} ranges
 */
export function tapped(event, ranges) {
  const { target, clientX, clientY } = event
  const isOther = target instanceof Element && target.closest('a, button, input, select, summary, label, audio')
  if (event.defaultPrevented || isOther || getSelection()?.isCollapsed === false) return -1
  const position = document.caretPositionFromPoint?.(clientX, clientY)
  const range = position ? undefined : document.caretRangeFromPoint?.(clientX, clientY)
  const node = position?.offsetNode ?? range?.startContainer
  const offset = position?.offset ?? range?.startOffset ?? 0
  return node ? ranges.findIndex((one) => one?.isPointInRange(node, offset)) : -1
}
