import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type LanguageLink, linkLanguages } from '../../../src/story/related/link-languages.ts'
import { type RelationSummary, summarizeForRelation } from '../../../src/story/related/relation-summary.ts'
import { membersOf } from '../citations/story-documents.ts'
import type { EvalResult } from '../result.ts'
import { type StoryPart, undatedAt } from './story-parts.ts'

/**
 * One text of our own set. Two of one `event` (`7a`) tell it in two languages; the events of one number (`7a`, `7b`) share
 * people and places and are the hard negatives.
 */
export type LanguageRecord = {
  readonly id: string
  readonly event: string
  readonly lang: string
  readonly date: string
  readonly title: string
  readonly text: string
}

/** Links across languages: once with both texts of every event there, and once with only one, when there is nothing to link. */
export function scoreLanguages(records: readonly LanguageRecord[]): EvalResult[] {
  const isHeldOut = ({ event }: LanguageRecord) => Number.parseInt(event, 10) % 2 === 0
  return [
    scoreHalf('languages-held-out', records, isHeldOut),
    scoreHalf('languages-tuned', records, (record) => !isHeldOut(record)),
  ]
}

function scoreHalf(
  set: string,
  records: readonly LanguageRecord[],
  isCounted: (record: LanguageRecord) => boolean,
): EvalResult {
  const known = new Map(records.map((record) => [record.id, record]))
  const isRight = ({ a, b }: LanguageLink) => known.get(a)?.event === known.get(b)?.event
  const counted = (links: readonly LanguageLink[]) => links.filter(({ a }) => isCounted(known.get(a) as LanguageRecord))
  const links = counted(linkLanguages(records.map(summaryOf)))
  const alone = [alternate(records, 0), alternate(records, 1)].flatMap((some) =>
    counted(linkLanguages(some.map(summaryOf))),
  )
  const right = links.filter(isRight).length
  const events = new Set(records.filter(isCounted).map(({ event }) => event)).size
  return {
    name: 'related',
    set,
    records: records.filter(isCounted).length,
    figures: {
      precision: right / Math.max(1, links.length + alone.length),
      recall: right / events,
      links: links.length,
      falseLinks: links.length - right + alone.length,
    },
    notes: ['false links include those made when only one text of each event is there'],
    isOwnSet: true,
  }
}

/**
 * Whether names, days and numbers tell events apart in texts of real length: the halves of AllSides stories, the earlier taken
 * for one language and the later for another, undated ones left out.
 */
export function scoreStandIn(parts: readonly StoryPart[]): EvalResult {
  const dated = parts.filter(({ summary }) => summary.firstAt !== undatedAt)
  const known = new Map<string, StoryPart>(dated.map((part) => [part.summary.id, part]))
  const links = linkLanguages(
    dated.map(({ summary, half }) => ({ ...summary, language: half === 'earlier' ? 'en' : 'und' })),
  ).filter(({ a }) => known.get(a)?.isHeldOut)
  const right = links.filter(({ a, b }) => known.get(a)?.story === known.get(b)?.story).length
  const asked = dated.filter((part) => part.isHeldOut && part.half === 'earlier').length
  return {
    name: 'related',
    set: 'allsides-two-languages',
    records: asked,
    figures: { precision: right / Math.max(1, links.length), recall: right / asked, links: links.length },
    notes: ['English halves told as two languages; that a number must be shared was decided on all of them'],
    isOwnSet: false,
  }
}

/** One text of each event: of `1a` the first, of `1b` the second, and the other way round for `which` 1. */
function alternate(records: readonly LanguageRecord[], which: number): LanguageRecord[] {
  const byEvent = [...Map.groupBy(records, ({ event }) => event).values()]
  return byEvent.flatMap((texts, index) => texts[(index + which) % 2] ?? [])
}

function summaryOf({ id, event, lang, date, title, text }: LanguageRecord): RelationSummary {
  const members = membersOf([{ id, title, text, lang, date, story: event }])
  const dossier = buildDossier({ storyId: asId(id), members })
  return summarizeForRelation(dossier, { firstAt: date, lastAt: date })
}
