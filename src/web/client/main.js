// The islands. Each upgrades HTML that already works: without this file every page reads and every form submits.
import './citation-pane.js'
import './keyboard-nav.js'
import './live-news.js'
import './live-progress.js'
import './mark-read.js'
import './theme-switch.js'
import './undo-form.js'

// What few pages have is fetched by those alone.
if (document.querySelector('timeline-zoom')) import('./timeline-zoom.js')
