import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Loaded before the product (`--import`), in every thread of it: its clock is ahead of the machine's by the milliseconds that are in a
// file, which may change at any time, as when somebody sets a clock. The first thread also tells in another file what memory it takes,
// and how much of it was held after the last whole collection of garbage.
const { TWOSOURCE_TEST_CLOCK_FILE: clockFile = '', TWOSOURCE_TEST_VITALS_FILE: vitalsFile = '' } = process.env
const LOOK_MS = 500
const TELL_MS = 1000
const Machine = Date
let aheadMs = 0

class Jumping extends Machine {
  constructor(...given: readonly [] | readonly [number | string]) {
    if (given.length === 0) super(Jumping.now())
    else super(...(given as unknown as [number]))
  }

  static override now(): number {
    return Machine.now() + aheadMs
  }
}

globalThis.Date = Jumping as DateConstructor

function look(): void {
  try {
    aheadMs = Number(readFileSync(clockFile, 'utf8')) || 0
  } catch {
    aheadMs = 0
  }
}

look()
setInterval(look, LOOK_MS).unref()
if (isMainThread) tellVitals()

function tellVitals(): void {
  let held = 0
  new PerformanceObserver((list) => {
    const isMajor = list.getEntries().some(isMajorGc)
    const { heapUsed, external } = process.memoryUsage()
    if (isMajor) held = heapUsed + external
  }).observe({ entryTypes: ['gc'] })
  setInterval(() => {
    const { heapUsed, external } = process.memoryUsage()
    // Whoever reads it reads it whole.
    writeFileSync(`${vitalsFile}.new`, JSON.stringify({ heapUsed, external, held }))
    renameSync(`${vitalsFile}.new`, vitalsFile)
  }, TELL_MS).unref()
}

function isMajorGc(entry: object): boolean {
  return (
    (entry as { readonly detail?: { readonly kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR
  )
}
