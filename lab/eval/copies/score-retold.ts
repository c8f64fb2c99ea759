import { fileURLToPath } from 'node:url'
import type { Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import type { Retelling } from '../../../src/core/text/text-reuse.ts'
import { countReports } from '../../../src/story/count-reports.ts'
import { findRetellings } from '../../../src/story/retellings/find-retellings.ts'
import { readMembers, type StoryInput } from '../../../src/story/story-text.ts'
import { detectSyndication } from '../../../src/syndicate/detect-syndication.ts'
import { annotationsOf } from '../citations/annotations-of.ts'
import { type ArticleRecord, plainArticle, documentOf as recordOf } from '../citations/story-documents.ts'
import { documentOf } from '../quotes/documents.ts'
import { readRecords } from '../read-set.ts'

/** One event of ours in several tellings; `spun` and `loose` were made from `original`, the others by somebody who was there. */
type Event = {
  readonly id: string
  readonly original: string
  readonly spun: string
  readonly loose?: string
  readonly independent: string
  readonly rival?: string
}
/** What a person said of a flagged pair: whether the second tells what the first tells, in its order. */
type Judged = { readonly a: string; readonly b: string; readonly isRight: boolean }
type Scored = { readonly figures: Record<string, number>; readonly records: number; readonly notes: readonly string[] }

const retold = ['spun', 'loose'] as const
const ownReports = ['independent', 'rival'] as const
/** Pairs of articles on different events that are compared, the same each time. */
const strangerPairs = 3_000

const judgedPath = fileURLToPath(new URL('./judged-retellings.jsonl', import.meta.url))
const ownPath = fileURLToPath(new URL('./own-spun.jsonl', import.meta.url))

/** A document with its layers, as a member of a story at an outlet of its own. */
function memberOf(document: Document, outlet: string): StoryInput {
  const homeUrl = `https://${document.id}.example/`
  return {
    article: plainArticle(document, asId(outlet), homeUrl),
    source: { id: asId(outlet), name: outlet, homeUrl },
    document,
    annotations: annotationsOf(document),
    syndications: [],
  }
}

/** What the product says of articles on one event. */
function retellingsOf(inputs: readonly StoryInput[]): Retelling[] {
  const members = inputs.map((input, index) => ({
    ...input,
    syndications: detectSyndication(input, inputs.slice(0, index)),
  }))
  const texts = readMembers(members)
  return findRetellings(texts, countReports(texts).members)
}

/** Our own tellings: each with the original alone, and all of an event as one story. */
export function scoreOwnEvents(): Scored {
  const events = readRecords<Event>(ownPath)
  const counts = { retold: 0, found: 0, own: 0, wrong: 0, foundInStory: 0, wrongInStory: 0 }
  for (const event of events) {
    const at = (name: string, hour: number) =>
      memberOf(
        {
          ...documentOf(`${event.id}-${name}`, event[name as keyof Event] ?? '', '2025-03-04'),
          publishedAt: `2025-03-04T${10 + hour}:00:00Z`,
        },
        name,
      )
    const original = at('original', 0)
    const copies = retold.filter((name) => event[name]).map((name, index) => at(name, index + 2))
    const others = ownReports.filter((name) => event[name]).map((name, index) => at(name, index + 4))
    const isFlagged = (member: StoryInput) => retellingsOf([original, member]).length > 0
    counts.retold += copies.length
    counts.found += copies.filter(isFlagged).length
    counts.own += others.length
    counts.wrong += others.filter(isFlagged).length
    const together = new Set(retellingsOf([original, ...copies, ...others]).map(({ documentId }) => documentId))
    counts.foundInStory += copies.filter(({ document }) => together.has(document.id)).length
    counts.wrongInStory += others.filter(({ document }) => together.has(document.id)).length
  }
  const figures = {
    recall: counts.found / counts.retold,
    ownNotFlagged: 1 - counts.wrong / counts.own,
    recallInStory: counts.foundInStory / counts.retold,
    ownNotFlaggedInStory: 1 - counts.wrongInStory / counts.own,
  }
  const note =
    'written by us: 18 texts made from another, 18 by a reporter of their own; the thresholds were looked at on it'
  return { figures, records: counts.retold + counts.own, notes: [note] }
}

/** Articles of real stories: what is flagged, against what a person said of it; and of different stories, where nothing may be. */
export function scoreStories(records: readonly ArticleRecord[], isInSample: boolean): Scored {
  const judged = new Map(readRecords<Judged>(judgedPath).map(({ a, b, isRight }) => [`${a} ${b}`, isRight]))
  const members = records.map((record) => ({
    story: record.story,
    input: memberOf(recordOf(record), record.publisher ?? record.source ?? record.id),
  }))
  const stories = Map.groupBy(members, ({ story }) => story)
  const flagged = [...stories.values()].flatMap((story) => retellingsOf(story.map(({ input }) => input)))
  const names = flagged.map(({ documentId, otherId }) => [documentId, otherId].sort().join(' '))
  const right = names.filter((name) => judged.get(name) === true).length
  const pairs = [...stories.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
  let strangers = 0
  let wrong = 0
  for (let k = 1; strangers < strangerPairs; k += 1) {
    const [a, b] = [members[(k * 7_919) % members.length]!, members[(k * 104_729 + 31) % members.length]!]
    if (a.story === b.story) continue
    strangers += 1
    wrong += retellingsOf([a.input, b.input]).length
  }
  const notes = [
    `${flagged.length} of ${pairs} pairs of one story are flagged, ${right} rightly by a person's reading: ${names.join(', ')}`,
    `${wrong} of ${strangers} pairs of different stories are flagged`,
    isInSample ? 'the thresholds were chosen on it' : 'looked at after the thresholds stood',
  ]
  const precision = flagged.length > 0 ? { precision: right / flagged.length } : {}
  return { figures: { ...precision, notMixedUp: 1 - wrong / strangers }, records: pairs, notes }
}
