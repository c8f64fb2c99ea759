const enoughPixels = 70

/**
 * Closes a bottom sheet when its head is pulled down far enough; released earlier, it stays.
 * @param {HTMLDialogElement} sheet
 * @param {HTMLElement} head
 * @param {() => void} [close] closes it
 */
export function closeOnSwipe(sheet, head, close = () => sheet.close()) {
  /** @type {number | undefined} */
  let from
  const pull = (/** @type {TouchEvent} */ event) =>
    from === undefined ? 0 : Math.max(0, (event.changedTouches[0]?.clientY ?? from) - from)
  head.addEventListener('touchstart', (event) => {
    from = event.touches.length === 1 ? event.touches[0]?.clientY : undefined
  })
  head.addEventListener('touchmove', (event) => {
    sheet.style.translate = `0 ${pull(event)}px`
  })
  head.addEventListener('touchend', (event) => {
    sheet.style.translate = ''
    if (pull(event) > enoughPixels) close()
    from = undefined
  })
}
