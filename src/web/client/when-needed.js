// What few pages have, or few readers use, is loaded when it is needed: the rest of the page does not wait for it. Such a file has its own
// copy of what it imports, so it must not import modules that may exist only once, such as `own-page.js`.

const later = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return
    later.disconnect()
    import('./timeline-zoom.js')
  },
  { rootMargin: '800px' },
)
for (const element of document.querySelectorAll('timeline-zoom')) later.observe(element)

// Wordings are folded: the script loads when they are unfolded.
if (document.querySelector('compare-wordings')) document.addEventListener('toggle', compare, { capture: true })

/** @param {Event} event */
function compare({ target }) {
  if (!(target instanceof Element) || !target.querySelector('compare-wordings')) return
  document.removeEventListener('toggle', compare, { capture: true })
  import('./compare-wordings.js')
}

// Many devices have no voice of their own, and some list theirs late.
if (document.querySelector('read-aloud') && 'speechSynthesis' in window) {
  speechSynthesis.addEventListener('voiceschanged', listen)
  listen()
}

function listen() {
  if (speechSynthesis.getVoices().length === 0) return
  speechSynthesis.removeEventListener('voiceschanged', listen)
  import('./read-aloud.js')
}

// Also while a recording is being made: it appears in this page when it is done.
if (document.querySelector('listen-along, #listen[data-busy]'))
  document.addEventListener('play', () => import('./listen-along.js'), { capture: true, once: true })

if (document.querySelector('.text a.add-note'))
  document.addEventListener('selectionchange', () => import('./note-select.js'), { once: true })

if (document.querySelector('form[data-autosave], [data-copy]')) import('./save-setting.js')
if (document.querySelector('push-here')) import('./push-here.js')
if (document.querySelector('pass-key')) import('./pass-key.js')
