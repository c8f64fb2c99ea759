// What few pages have, or few readers use, is fetched when it is needed: the rest of the page does not wait for it. Such a
// file has its own copy of what it imports, so it may import nothing that there may be once alone, as `own-page.js`.

const later = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return
    later.disconnect()
    import('./timeline-zoom.js')
  },
  { rootMargin: '800px' },
)
for (const element of document.querySelectorAll('timeline-zoom')) later.observe(element)

// Wordings stand folded: they are compared by who unfolds them.
if (document.querySelector('compare-wordings')) document.addEventListener('toggle', compare, { capture: true })

/** @param {Event} event */
function compare({ target }) {
  if (!(target instanceof Element) || !target.querySelector('compare-wordings')) return
  document.removeEventListener('toggle', compare, { capture: true })
  import('./compare-wordings.js')
}

// Many devices have no voice of their own, and some tell of theirs late.
if (document.querySelector('read-aloud') && 'speechSynthesis' in window) {
  speechSynthesis.addEventListener('voiceschanged', listen)
  listen()
}

function listen() {
  if (speechSynthesis.getVoices().length === 0) return
  speechSynthesis.removeEventListener('voiceschanged', listen)
  import('./read-aloud.js')
}

// Also where a recording is being made: it comes into this page when it is done.
if (document.querySelector('listen-along, #listen[data-busy]'))
  document.addEventListener('play', () => import('./listen-along.js'), { capture: true, once: true })

if (document.querySelector('.text a.add-note'))
  document.addEventListener('selectionchange', () => import('./note-select.js'), { once: true })

if (document.querySelector('push-here')) import('./push-here.js')
if (document.querySelector('pass-key')) import('./pass-key.js')
