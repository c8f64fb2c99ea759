// The islands. Each upgrades HTML that already works: without this file every page reads and every form submits.
import './citation-pane.js'
import './keyboard-nav.js'
import './live-progress.js'
import './mark-read.js'
import './show-picture.js'
import './theme-switch.js'
import './timeline-zoom.js'
import './undo-form.js'
