// The islands. Each upgrades HTML that already works: without this file every page reads and every form submits.
import './citation-pane.js'
import './keep-copies.js'
import './keyboard-nav.js'
import './live-progress.js'
import './mark-read.js'
import './offline-copies.js'
import './show-picture.js'
import './theme-switch.js'
