import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { linkAcross } from '../../../src/story/related/link-across.ts'
import { type LanguageLink, linkLanguages } from '../../../src/story/related/link-languages.ts'
import { type RelationSummary, summarizeForRelation } from '../../../src/story/related/relation-summary.ts'
import { poolOf } from '../../../src/story/story-pool.ts'
import { membersOf } from '../citations/story-documents.ts'
import type { EvalResult } from '../result.ts'
import { isHeldOut, type StoryPart, undatedAt } from './story-parts.ts'

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
  const isEven = ({ event }: LanguageRecord) => Number.parseInt(event, 10) % 2 === 0
  return [
    scoreHalf('languages-held-out', records, isEven),
    scoreHalf('languages-tuned', records, (record) => !isEven(record)),
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
  const links = counted(linkAcross(poolOf(records.map(summaryOf))))
  const alone = [alternate(records, 0), alternate(records, 1)].flatMap((some) =>
    counted(linkAcross(poolOf(some.map(summaryOf)))),
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
 * Links of English texts with German and Spanish ones. Half of the events are told in one language only, most of them next to another event
 * of the same day and kind, the same place or the same people: what is linked with those is wrong. Groups of events are held out by hash.
 */
export function scoreWordLinks(records: readonly LanguageRecord[]): EvalResult[] {
  const isTuned = ({ event }: LanguageRecord) => !isHeldOut(String(Number.parseInt(event, 10)))
  return [
    scoreWordHalf('word-links-held-out', records, (record) => !isTuned(record)),
    scoreWordHalf('word-links-tuned', records, isTuned),
  ]
}

function scoreWordHalf(
  set: string,
  records: readonly LanguageRecord[],
  isCounted: (record: LanguageRecord) => boolean,
): EvalResult {
  const known = new Map(records.map((record) => [record.id, record]))
  const byEvent = [...Map.groupBy(records, ({ event }) => event).values()]
  const foreign = (language: string) => language !== 'en'
  const linksAmong = (some: readonly LanguageRecord[]) =>
    linkAcross(poolOf(some.map(summaryOf))).filter(({ a, b }) => {
      const [one, other] = [known.get(a) as LanguageRecord, known.get(b) as LanguageRecord]
      return isCounted(one) && foreign(one.lang) !== foreign(other.lang)
    })
  const links = linksAmong(records)
  const right = links.filter(({ a, b }) => known.get(a)?.event === known.get(b)?.event).length
  const asked = byEvent.flatMap((texts) =>
    texts.some(({ lang }) => lang === 'en') ? texts.filter((text) => foreign(text.lang) && isCounted(text)) : [],
  ).length
  const alone = [0, 1, 2].flatMap((which) =>
    linksAmong(byEvent.flatMap((texts) => texts[which % texts.length] ?? [])),
  ).length
  return {
    name: 'related',
    set,
    records: records.filter(isCounted).length,
    figures: {
      precision: right / Math.max(1, links.length),
      recall: right / asked,
      links: links.length,
      asked,
      falseWithoutPartner: alone,
    },
    notes: [
      'falseWithoutPartner: links made three times over when each event is told in one language only',
      'texts of two to five sentences written for this; real pairs have less in common',
    ],
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
    notes: [
      'English on both sides: says nothing of another language',
      'a number must be shared: decided on all of them',
    ],
    isOwnSet: false,
  }
}

/** One text of each event: of `1a` the first, of `1b` the second, and the other way round for `which` 1. */
function alternate(records: readonly LanguageRecord[], which: number): LanguageRecord[] {
  const byEvent = [...Map.groupBy(records, ({ event }) => event).values()]
  return byEvent.flatMap((texts, index) => texts[(index + which) % 2] ?? [])
}

const summaries = new WeakMap<LanguageRecord, RelationSummary>()

/** A text told as a story of its own, once for all the company it is looked at in. */
function summaryOf(record: LanguageRecord): RelationSummary {
  const known = summaries.get(record) ?? summarize(record)
  summaries.set(record, known)
  return known
}

function summarize({ id, event, lang, date, title, text }: LanguageRecord): RelationSummary {
  const members = membersOf([{ id, title, text, lang, date, story: event }])
  const dossier = buildDossier({ storyId: asId(id), members })
  return summarizeForRelation(dossier, { firstAt: date, lastAt: date })
}
