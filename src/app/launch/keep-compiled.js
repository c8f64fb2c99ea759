// @ts-check
// All of it by one name: of an older Node a missing one would be all that is told.
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'
import { isNewEnough, oldestNode } from './node-needs.js'

if (!isNewEnough(process.versions.node)) {
  process.stderr.write(
    `Twosource needs Node ${oldestNode} or newer, and this is ${process.versions.node}. "npm start" looks for a newer one.\n`,
  )
  process.exit(1)
}

// What Node made of a file is kept beside the packages, which halves the time a command takes to start. Where nothing can be
// written there, files are read anew, as without it. In plain JavaScript, since it comes before all others (`--import`): what strips
// types takes 17 MB, and is not loaded where all that it made is kept.
const compiled =
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../../../node_modules/.cache/twosource', import.meta.url))
modules.enableCompileCache(compiled)
// A thread reads its settings when it starts: with this it finds what was kept, and needs neither the time nor the memory (some tens of
// megabytes in the one that reads articles) to make it anew.
process.env.NODE_COMPILE_CACHE = compiled
