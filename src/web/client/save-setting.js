// Settings: each change is sent alone and confirmed beside its name; one that is refused gets its old value back. And buttons that copy.

/** Attributes of the page that a saved choice sets at once, with the value that needs none. Another row with a look reloads the page. */
const looks = /** @type {Record<string, [string, string]>} */ ({
  theme: ['theme', 'auto'],
  density: ['density', 'comfortable'],
  textSize: ['text', 'medium'],
  typeface: ['type', 'serif'],
  keys: ['keys', 'on'],
})

/** One after another, so that the last choice is the one that stays. */
let queue = Promise.resolve()

document.addEventListener('change', ({ target }) => {
  const row = target instanceof Element && target.closest('form[data-autosave] .st')
  if (row instanceof HTMLElement) queue = queue.then(() => save(row))
})

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('[data-copy]')
  if (button instanceof HTMLElement) copy(button)
})

/**
 * Sends the fields of one setting, and shows what came of it.
 * @param {HTMLElement} row
 */
export async function save(row) {
  const form = /** @type {HTMLFormElement} */ (row.closest('form'))
  const fields = fieldsOf(row)
  const body = new URLSearchParams()
  for (const field of fields) if (isSent(field)) body.append(field.name, field.value)
  const isSaved = await send(form.action, body)
  for (const field of fields) settle(field, isSaved)
  const status = row.querySelector('[role=status]')
  if (status) {
    status.classList.toggle('bad', !isSaved)
    const mark = document.createElement('i')
    mark.className = isSaved ? 'i i-check' : 'i i-x'
    status.replaceChildren(mark, (isSaved ? form.dataset.saved : form.dataset.failed) ?? '')
  }
  if (isSaved && row.dataset.look) show(row.dataset.look, body.getAll(row.dataset.look).at(-1) ?? '')
}

/**
 * @param {string} action
 * @param {URLSearchParams} body
 */
async function send(action, body) {
  try {
    const headers = { 'X-Purpose': 'change' }
    return (await fetch(action, { method: 'POST', body, headers, redirect: 'manual', keepalive: true })).ok
  } catch {
    return false
  }
}

/**
 * @param {HTMLElement} row
 * @returns {(HTMLInputElement | HTMLSelectElement)[]}
 */
function fieldsOf(row) {
  return [.../** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (row.querySelectorAll('[name]'))]
}

/** @param {HTMLInputElement | HTMLSelectElement} field */
function isSent(field) {
  return field instanceof HTMLSelectElement || field.checked || !['checkbox', 'radio'].includes(field.type)
}

/**
 * What is shown becomes what a refused change returns to, or the other way round.
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {boolean} isSaved
 */
function settle(field, isSaved) {
  if (field instanceof HTMLSelectElement)
    for (const option of field.options)
      if (isSaved) option.defaultSelected = option.selected
      else option.selected = option.defaultSelected
  else if (isSaved) {
    field.defaultChecked = field.checked
    if (field.type !== 'hidden') field.defaultValue = field.value
  } else {
    field.checked = field.defaultChecked
    field.value = field.defaultValue
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function show(name, value) {
  const look = looks[name]
  if (!look) return location.reload()
  const { dataset } = document.documentElement
  if (value === look[1]) delete dataset[look[0]]
  else dataset[look[0]] = value
}

/** @param {HTMLElement} button */
async function copy(button) {
  const label = button.querySelector('span') ?? button
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '')
    label.textContent = button.dataset.copied ?? ''
  } catch {
    // Without https there is no clipboard: the text beside it is selected instead.
    const text = button.parentElement?.querySelector('code')
    if (text) getSelection()?.selectAllChildren(text)
  }
}
