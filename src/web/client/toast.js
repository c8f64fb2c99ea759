// One line for the whole page that says what was just done. It stands in every page (`<output class="toast">`), so that
// screen readers know it before it speaks; `data-undo` there is the word on the button.

const longMs = 20_000

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
/** @type {(() => void) | undefined} */
let latestUndo

/**
 * Says what happened, politely, for 20 seconds (longer while it is pointed at or holds focus). What was said before is
 * replaced. With `undo` a button stands beside the words, and the key `u` does the same.
 * @param {string | undefined} text
 * @param {() => void} [undo]
 */
export function say(text, undo) {
  const toast = findToast()
  if (!toast || !text) return
  latestUndo = undo
  const words = document.createElement('span')
  words.textContent = text
  toast.replaceChildren(words)
  if (undo) {
    const button = document.createElement('button')
    button.className = 'btn'
    button.type = 'button'
    button.textContent = toast.dataset.undo ?? ''
    button.addEventListener('click', undoLatest)
    toast.append(button)
  }
  stay()
}

/** Says that the last change was not saved, in the words of the page. */
export function sayFailed() {
  say(findToast()?.dataset.failed)
}

/** Undoes what the toast offers to undo, once; false when there is nothing. */
export function undoLatest() {
  const undo = latestUndo
  hush()
  undo?.()
  return undo !== undefined
}

function hush() {
  latestUndo = undefined
  clearTimeout(timer)
  findToast()?.replaceChildren()
}

function stay() {
  clearTimeout(timer)
  timer = setTimeout(() => (findToast()?.matches(':hover, :focus-within') ? stay() : hush()), longMs)
}

function findToast() {
  return /** @type {HTMLElement | null} */ (document.querySelector('output.toast'))
}
