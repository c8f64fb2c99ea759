import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { PublishedScores, PublishedSet } from '../../src/operations/stories/audit-views.ts'
import { accuracyFile, accuracyPage } from './accuracy-page.ts'
import type { Baseline, EvalResult } from './result.ts'

export const scoresFile = new URL('../../src/operations/stories/scores.json', import.meta.url)
const none: PublishedScores = { at: '', evals: {} }

/**
 * Writes what was measured in the place of what was published before of the same evals, and the guide's page of figures; the rest stays.
 * An eval of which a pinned set is not on this machine is not published; its name is answered.
 */
export function publish(results: ReadonlyMap<string, readonly EvalResult[]>, day: string): readonly string[] {
  const isWhole = (name: string) =>
    [...floorsOf(name).keys()].every((set) => results.get(name)?.some((one) => one.set === set))
  const measured = new Map([...results].filter(([name]) => isWhole(name)))
  const before = existsSync(scoresFile) ? (JSON.parse(readFileSync(scoresFile, 'utf8')) as PublishedScores) : none
  const scores = withMeasured(before, measured, day)
  writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`)
  writeFileSync(accuracyFile, accuracyPage(scores))
  return [...results.keys()].filter((name) => !measured.has(name))
}

/** The same as a value. Evals are in the order of their names, sets in the order measured. */
export function withMeasured(
  before: PublishedScores,
  measured: ReadonlyMap<string, readonly EvalResult[]>,
  day: string,
): PublishedScores {
  const fresh = [...measured].map(([name, results]) => [name, { at: day, sets: setsOf(name, results) }] as const)
  const evals = Object.fromEntries(
    Object.entries({ ...before.evals, ...Object.fromEntries(fresh) }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const at = Object.values(evals).map((one) => one.at)
  return { at: at.sort().at(-1) ?? day, evals }
}

function setsOf(name: string, results: readonly EvalResult[]): Readonly<Record<string, PublishedSet>> {
  const floors = floorsOf(name)
  return Object.fromEntries(
    results
      .filter(({ isScripted }) => !isScripted)
      .map((result) => [
        plain(result.set),
        {
          records: result.records,
          ...sampleOf(result.notes),
          ...(result.isOwnSet ? { isOwnSet: true as const } : {}),
          figures: Object.fromEntries(
            Object.entries(result.figures)
              .filter(([, value]) => Number.isFinite(value))
              .map(([figure, value]) => [figure, Math.round(value * 1e4) / 1e4]),
          ),
          ...(floors.has(result.set) ? { floors: floors.get(result.set)! } : {}),
        },
      ]),
  )
}

/** The pinned floors of an eval by set, as its baseline has them, without those of scripted models; none where it has no baseline. */
export function floorsOf(name: string): ReadonlyMap<string, Baseline['floors']> {
  const file = new URL(`${name}/baseline.json`, import.meta.url)
  if (!existsSync(file)) return new Map()
  const all = [JSON.parse(readFileSync(file, 'utf8')) as Baseline | readonly Baseline[]].flat() as Baseline[]
  return new Map(all.filter(({ isScripted }) => !isScripted).map(({ set, floors }) => [set, floors]))
}

/** A set's name without the ending of its file. */
export function plain(set: string): string {
  return set.replace(/\.jsonl(\.zst)?$/, '')
}

function sampleOf(notes: readonly string[]): Pick<PublishedSet, 'sample'> {
  const text = notes.join('\n').replaceAll(/not (?:in-sample|tuned|looked at)/gi, 'out of sample')
  const isIn = /in-sample|written (?:while|with)|were (?:chosen|tuned)|\btuned\b/i.test(text)
  const isOut = /out of sample|held[ -]?out|held back|cross-validated|never (?:read|looked)/i.test(text)
  return isIn || isOut ? { sample: isIn && isOut ? 'both' : isIn ? 'in' : 'out' } : {}
}
