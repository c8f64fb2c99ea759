import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { editionLimits, type ServedEdition, type ServedFeed, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'

/** The moment the edition is set at in tests: a Thursday noon. */
export const demoNow = new Date('2026-03-12T12:00:00Z')

/** A data folder that has taken in the demo edition, and the feeds it came from, which somebody keeps serving. */
export type FilledDemo = { readonly folder: string; readonly feeds: readonly ServedFeed[] }

const filledFile = 'filled.json'
const longestFillMs = 9 * 60_000

export type DemoSettings = Readonly<Record<string, string>>

/** A product of its own in a folder, at the moment of the edition, or with another clock. */
export async function openDemo(
  folder: string,
  database?: string,
  settings: DemoSettings = {},
  now = () => demoNow,
): Promise<Context> {
  const config = {
    ...readConfig(database === undefined ? settings : { ...settings, TWOSOURCE_DATABASE: database }),
    TWOSOURCE_DATA: folder,
    TWOSOURCE_ALLOW_PRIVATE: true,
  }
  return createContext(config, () => {}, now, { limits: editionLimits })
}

/** Runs the real pipeline on a served edition, into an empty folder. */
export async function fillDemo(
  served: ServedEdition,
  folder: string,
  database?: string,
  settings?: DemoSettings,
  now?: () => Date,
): Promise<Context> {
  const context = await openDemo(folder, database, settings, now)
  await readEdition(context, served)
  return context
}

/** Fills a folder for the test files of a run to copy, says so in it, and keeps serving the edition until it is ended. */
export async function fillForAll(place: string): Promise<void> {
  const served = await serveEdition({ now: demoNow })
  const folder = join(place, 'data')
  mkdirSync(folder)
  const context = await fillDemo(served, folder)
  await context[Symbol.asyncDispose]()
  writeFileSync(join(place, 'begun'), JSON.stringify({ folder, feeds: served.feeds } satisfies FilledDemo))
  renameSync(join(place, 'begun'), join(place, filledFile))
}

/** What was filled for all, as soon as it is; undefined where each file fills its own, as it does when that failed. */
export async function findFilledDemo(): Promise<FilledDemo | undefined> {
  const place = process.env.TWOSOURCE_TEST_DEMO
  if (!place) return undefined
  for (const until = Date.now() + longestFillMs; Date.now() < until; await setTimeout(100))
    if (existsSync(join(place, filledFile)))
      return (JSON.parse(readFileSync(join(place, filledFile), 'utf8')) as FilledDemo | null) ?? undefined
  throw new Error(`Nobody filled the demo in ${place} within ${longestFillMs / 60_000} minutes.`)
}

if (import.meta.main) {
  const place = process.argv[2]!
  await fillForAll(place).catch((error) => {
    // Then each file fills its own.
    writeFileSync(join(place, filledFile), 'null')
    throw error
  })
}
