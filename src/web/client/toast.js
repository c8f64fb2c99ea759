// One line for the whole page that says what was just done. It is in every page (`<output class="toast">`), so that screen readers know it
// before it has text; `data-undo` is the label of its button.

const longMs = 20_000

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
/** @type {(() => void) | undefined} */
let latestUndo

/**
 * Announces what happened, politely, for 20 seconds (longer while it is hovered or has focus). Replaces the former text. With `undo` a
 * button appears beside it, and the key `u` does the same.
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

/** Says that the last change was not saved, in the page's language. */
export function sayFailed() {
  say(findToast()?.dataset.failed)
}

/** Runs the undo offered by the toast, once; false when there is none. */
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
