#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
// Before all others: what they are compiled to is kept.
import './app/launch/keep-compiled.js'
import { heapGrowthFlag } from './app/launch/node-needs.js'
import { beginWriterThread } from './store/engine/writer-thread.ts'

// What the command line says of young objects holds for this thread, which has it already; it would stand above what each other thread is
// given: little where it writes, more where it reads articles.
setFlagsFromString('--max-semi-space-size=0')

// The thread that writes takes as long to get ready as the pages do: it does so beside them.
const [, , command = 'serve'] = process.argv
if (command === 'serve' && process.env.TWOSOURCE_DATABASE === undefined) beginWriterThread()
const { start } = await import('./start.ts')
// V8 lets a heap grow to four times what is in use before it frees, in each thread; with this it is 1.5 times, for as much processor
// time as before (docs/notes/memory.md). It limits nothing. Not set sooner: what Node keeps compiled of its own modules holds for the
// flags it was built with, and most are loaded by now.
setFlagsFromString(heapGrowthFlag)
await start()
