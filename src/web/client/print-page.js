// What a printed page needs and a screen does not: everything unfolded, link URLs as notes, and exactly where and when it was printed.
// Undone after printing.

/** @type {(() => void)[]} */
let undo = []

addEventListener('beforeprint', () => {
  putBack()
  unfold()
  numberLinks()
  sayWhere()
})
addEventListener('afterprint', putBack)

function putBack() {
  for (const one of undo.reverse()) one()
  undo = []
}

function unfold() {
  for (const details of document.querySelectorAll('main details:not([open])')) {
    if (!(details instanceof HTMLDetailsElement)) continue
    const { name } = details
    // Details elements of one name close each other.
    details.removeAttribute('name')
    details.open = true
    undo.push(() => {
      details.open = false
      if (name) details.name = name
    })
  }
}

/** External links get a number, and a list at the end shows their URLs, each once. */
function numberLinks() {
  const main = document.querySelector('main')
  const line = document.querySelector('.printed')
  if (!main || !(line instanceof HTMLElement)) return
  /** @type {Map<string, number>} */
  const numbers = new Map()
  for (const link of main.querySelectorAll('a[href^="http"]')) {
    if (!(link instanceof HTMLAnchorElement) || link.closest('[hidden], .actions, nav')) continue
    const number = numbers.get(link.href) ?? numbers.size + 1
    numbers.set(link.href, number)
    const mark = document.createElement('sup')
    mark.className = 'print-mark'
    mark.textContent = String(number)
    link.append(mark)
    undo.push(() => mark.remove())
  }
  if (numbers.size === 0) return
  const notes = document.createElement('section')
  notes.className = 'print-notes'
  const heading = document.createElement('h2')
  heading.textContent = line.dataset.addresses ?? ''
  const list = document.createElement('ol')
  list.dir = 'ltr'
  for (const href of numbers.keys()) {
    const item = document.createElement('li')
    item.textContent = decoded(href)
    list.append(item)
  }
  notes.append(heading, list)
  main.append(notes)
  undo.push(() => notes.remove())
}

function sayWhere() {
  const line = document.querySelector('.printed')
  const address = line?.querySelector('[data-address]')
  const time = line?.querySelector('[data-time]')
  if (!(line instanceof HTMLElement) || !address || !time) return
  const { locale, zone = 'UTC' } = line.dataset
  address.textContent = decoded(location.href)
  time.textContent = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  }).format()
}

/**
 * A decoded URL, if it is still a valid one.
 * @param {string} href
 */
function decoded(href) {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
