import { readFileSync } from 'node:fs'

/** What one article costs at each station, in milliseconds of one core unless the name says otherwise. Measured, never guessed. */
export type Costs = {
  readonly measured: { readonly at: string; readonly machine: string; readonly commands: readonly string[] }
  /** One request that brings nothing new (304), all that follows from it included. */
  readonly unchangedPollMs: number
  /** One new entry of a feed: parsed, compared, kept, indexed for search. */
  readonly entryMs: number
  /** Reading a page: text, language, names, quotations and all other layers. */
  readonly digestMs: number
  /** Deciding copies and story, on the worker that holds the lane. */
  readonly decideMs: number
  /** What the database does for an article while the lane is held. */
  readonly laneDatabaseMs: number
  /** What the database does for an article outside the lane: jobs, leases, layers of the story told. */
  readonly otherDatabaseMs: number
  /** Telling stories again, spread over the articles that cause it. */
  readonly refreshMs: number
  /** All of an article and its entry, indexes and search included. */
  readonly bytes: { readonly sqlite: number; readonly postgres: number }
  /** What an article holds of the memory of the process that decides, for as long as it is in the window. */
  readonly windowBytes: number
}

/** The costs as last measured on the machine they name. */
export function readCosts(): Costs {
  return JSON.parse(readFileSync(new URL('./costs.json', import.meta.url), 'utf8')) as Costs
}
