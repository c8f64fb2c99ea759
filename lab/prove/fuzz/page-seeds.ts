import { ownPages } from '../../bench/material/own-pages.ts'
import { findSet, readRecords } from '../../eval/read-set.ts'

const SETS = ['extraction/scrapinghub.jsonl.zst', 'extraction/wcxb-dev.jsonl.zst']
/** Of each set so many short pages. */
const MOST = 60

/** Pages to change: our own fixtures, and short ones of the public sets where they are on this machine. */
export function pageSeeds(): readonly Uint8Array[] {
  const found = SETS.flatMap((set) => findSet(set) ?? []).flatMap((path) =>
    readRecords<{ readonly html: string }>(path)
      .filter(({ html }) => html.length < 40_000)
      .slice(0, MOST),
  )
  return [...ownPages(), ...found].map(({ html }) => Buffer.from(html))
}
