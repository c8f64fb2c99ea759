// @ts-check
// A namespace import: with an older Node a missing named export would be the only error shown.
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'
import { isNewEnough, oldestNode } from './node-needs.js'

if (!isNewEnough(process.versions.node)) {
  process.stderr.write(
    `Twosource needs Node ${oldestNode} or newer, and this is ${process.versions.node}. "npm start" looks for a newer one.\n`,
  )
  process.exit(1)
}

// Node's compiled code is cached beside the packages, which halves the start time of a command. Where that folder isn't writable, files are
// compiled each time. Plain JavaScript, since it runs before everything else (`--import`): the type stripper takes 17 MB and isn't loaded
// when all its output is cached.
const compiled =
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../../../node_modules/.cache/twosource', import.meta.url))
modules.enableCompileCache(compiled)
// A thread reads its settings when it starts: with this it finds the cache, and saves the time and memory of compiling again (some tens of
// megabytes in the thread that reads articles).
process.env.NODE_COMPILE_CACHE = compiled
