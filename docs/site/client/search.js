import MiniSearch from 'minisearch'
import { searchOptions } from './search-options.js'

const most = 30
const found = /** @type {HTMLElement} */ (document.querySelector('#found'))
const count = /** @type {HTMLElement} */ (document.querySelector('#count'))
const all = /** @type {HTMLElement} */ (document.querySelector('#all'))
const field = /** @type {HTMLInputElement} */ (document.querySelector('main input[type=search]'))
/** @type {Promise<MiniSearch> | undefined} */
let index

field.value = new URLSearchParams(location.search).get('q') ?? ''
field.addEventListener('input', show)
field.focus()
show()

/** Lists what has the words of the field; with none, the list of everything. */
async function show() {
  const words = field.value.trim()
  all.hidden = words !== ''
  if (words === '') {
    found.replaceChildren()
    count.textContent = ''
    return
  }
  count.textContent ||= 'Searching …'
  const results = (await (index ??= load())).search(words)
  // Typed on meanwhile.
  if (words !== field.value.trim()) return
  count.textContent = results.length === 0 ? `Nothing has “${words}”.` : `${results.length} found`
  found.replaceChildren(...results.slice(0, most).map(line))
}

async function load() {
  const answer = await fetch(found.dataset.index ?? '')
  return MiniSearch.loadJSON(await answer.text(), searchOptions)
}

/** @param {import('minisearch').SearchResult} result */
function line({ path, title, page, start }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = path
  link.textContent = title
  const where = document.createElement('small')
  where.textContent = page === title ? '' : page
  const text = document.createElement('p')
  text.textContent = start
  item.append(link, ' ', where, text)
  return item
}
