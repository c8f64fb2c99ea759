// The article list: what is opened, scrolled past or swiped is marked, and in the split layout articles open beside the list.
import { buttonOf, isReadRow, MarkRead, rowsOf } from './mark-read.js'
import { base, fetchPage } from './own-page.js'

const passedMs = 1000
const swipePixels = 72
const list = document.querySelector('.feeds')
const marks = list?.closest('mark-read')

if (list && marks instanceof MarkRead) start(list, marks)

/** @param {Element} list @param {MarkRead} marks */
function start(list, marks) {
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.it :is([data-open], .pic)') : null
    const row = link?.closest('.it')
    if (!(link instanceof HTMLAnchorElement) || !(row instanceof HTMLElement) || event.defaultPrevented) return
    const reader = list.querySelector('.reader')
    const { ctrlKey, metaKey, shiftKey, altKey } = /** @type {MouseEvent} */ (event)
    const isOurs = !link.pathname.endsWith('/original')
    if (isOurs && reader?.checkVisibility() && !ctrlKey && !metaKey && !shiftKey && !altKey) {
      event.preventDefault()
      openBeside(reader, row, link.href)
    }
    marks.opened(row)
  })
  list.addEventListener('change', () => {
    const count = list.querySelectorAll('.sel:checked').length
    const place = list.querySelector('[data-selected]')
    if (place) place.textContent = count > 0 ? new Intl.NumberFormat(marks.dataset.locale).format(count) : ''
  })
  if (marks.dataset.marks === 'scroll') markPassed(list, marks)
  swipeRows(list)
  addEventListener('popstate', () => {
    if (location.pathname !== `${base}feeds`) return location.reload()
    list.querySelector('.reader')?.replaceChildren()
    list.querySelector('.it.cur')?.classList.remove('cur')
  })
}

/** Shows an article beside the list, under its own URL. @param {Element} reader @param {HTMLElement} row @param {string} url */
async function openBeside(reader, row, url) {
  for (const one of document.querySelectorAll('.it.cur')) one.classList.remove('cur')
  row.classList.add('cur')
  try {
    const page = await fetchPage(url)
    const article = page.querySelector('main .art') ?? page.querySelector('main > *')
    if (!article) throw new Error('No article')
    await Promise.all(missingSheets(page))
    reader.replaceChildren(document.importNode(article, true))
    reader.scrollTop = 0
    history[location.pathname === `${base}feeds` ? 'pushState' : 'replaceState']({}, '', url)
  } catch {
    location.href = url
  }
}

/** The style sheets of a page that this one lacks, each until it has loaded. @param {Document} page */
function missingSheets(page) {
  const sheets = (/** @type {Document} */ of) =>
    [...of.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href') ?? '')
  const known = new Set(sheets(document))
  return sheets(page).flatMap((href) => {
    if (known.has(href)) return []
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    document.head.append(link)
    return new Promise((done) => {
      link.onload = link.onerror = done
    })
  })
}

/** Marks rows that were above the window for a second, many at once. @param {Element} list @param {MarkRead} marks */
function markPassed(list, marks) {
  /** @type {Map<Element, ReturnType<typeof setTimeout>>} */
  const timers = new Map()
  /** @type {HTMLElement[]} */
  let passed = []
  const flush = () => {
    const rows = passed.filter((row) => !isReadRow(row))
    passed = []
    if (rows.length > 0) marks.mark(rows, 'read', true)
  }
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting, boundingClientRect } of seen) {
      clearTimeout(timers.get(target))
      if (isIntersecting || boundingClientRect.bottom > 80 || !(target instanceof HTMLElement)) continue
      const timer = setTimeout(() => {
        if (passed.length === 0) setTimeout(flush, passedMs / 2)
        passed.push(target)
      }, passedMs)
      timers.set(target, timer)
    }
  })
  for (const row of rowsOf(list)) watch.observe(row)
}

/** Toward the end of the line: read or unread; toward its start: save. @param {Element} list */
function swipeRows(list) {
  /** @type {{ row: HTMLElement, x: number, y: number, isSwipe: boolean } | undefined} */
  let from
  const isRtl = document.dir === 'rtl' || document.documentElement.dir === 'rtl'
  list.addEventListener(
    'touchstart',
    (event) => {
      const { touches, target } = /** @type {TouchEvent} */ (event)
      const row = target instanceof Element ? target.closest('.it') : null
      const [touch] = touches
      from = undefined
      if (row instanceof HTMLElement && touch && touches.length === 1 && buttonOf(row, 'star'))
        from = { row, x: touch.clientX, y: touch.clientY, isSwipe: false }
    },
    { passive: true },
  )
  list.addEventListener(
    'touchmove',
    (event) => {
      const [touch] = /** @type {TouchEvent} */ (event).touches
      if (!from || !touch) return
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
      if (!from.isSwipe && Math.abs(x) < 12) return
      if (!from.isSwipe && Math.abs(y) > Math.abs(x)) {
        from = undefined
        return
      }
      from.isSwipe = true
      from.row.dataset.swipe = x > 0 === !isRtl ? 'read' : 'star'
      from.row.style.translate = `${x}px`
    },
    { passive: true },
  )
  for (const name of ['touchend', 'touchcancel'])
    list.addEventListener(name, (event) => {
      if (!from?.isSwipe) return
      const { row, x } = from
      const [touch] = /** @type {TouchEvent} */ (event).changedTouches
      const kind = row.dataset.swipe === 'read' ? 'read' : 'star'
      row.style.translate = ''
      delete row.dataset.swipe
      from = undefined
      if (name === 'touchend' && touch && Math.abs(touch.clientX - x) >= swipePixels) buttonOf(row, kind)?.click()
    })
}
