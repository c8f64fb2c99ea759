#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { beginWriterThread } from './store/writer-thread.ts'

// V8 lets a heap grow to four times what is in use before it frees, in each thread; with this it is 1.6 times, for as much processor
// time as before (docs/notes/start.md). It limits nothing.
setFlagsFromString('--heap-growing-percent=60')
// What the command line says of young objects holds for this thread, which has it already; it would stand above what each other
// thread is given: little where it writes, more where it reads articles.
setFlagsFromString('--max-semi-space-size=0')

// What Node made of a file is kept beside the packages, which halves the time a command takes to start. Where nothing can be
// written there, files are read anew, as without it.
const compiled =
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL('../node_modules/.cache/twosource', import.meta.url))
enableCompileCache(compiled)
// A thread reads its settings when it starts: with this it finds what was kept, and needs neither the time nor the memory (some tens of
// megabytes in the one that reads articles) to make it anew.
process.env.NODE_COMPILE_CACHE = compiled
// The thread that writes takes as long to get ready as the pages do: it does so beside them.
const [, , command = 'serve'] = process.argv
if (command === 'serve' && process.env.TWOSOURCE_DATABASE === undefined) beginWriterThread()
const { start } = await import('./start.ts')
await start()
