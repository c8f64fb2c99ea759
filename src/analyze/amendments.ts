import type { Amendment, AmendmentKind, Sentence } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
import { inEveryLanguage } from '../languages/all.ts'
import type { NoteWords } from '../languages/pack.ts'
import { defineAnalyzer } from './analyzer.ts'
import { layerVersions } from './layer-versions.ts'

/** The words of all languages: a note may be in another than its article. */
const words: readonly NoteWords[] = inEveryLanguage(({ notes }) => notes)
const anyOf = (part: 'changedAfter' | 'clarified' | 'wrong' | 'trigger') =>
  new RegExp(words.map((notes) => notes[part]).join('|'), 'iu')
const changedAfter = anyOf('changedAfter')
const clarified = anyOf('clarified')
const wrong = anyOf('wrong')
const noteTrigger = anyOf('trigger')

/** Names of months, by number, in the languages notes are read in. Shortened ones end with the shortening. */
const months: readonly string[] = Array.from({ length: 12 }, (_, at) =>
  words.map((notes) => notes.months.split(' ')[at]?.replaceAll('_', ' ')).join('|'),
)
const month = `(?<month>${months.join('|')})\\.?`
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|\\.)?'
const year = '(?<year>(?:19|20)\\d{2})'
const orders = [
  new RegExp(`(?<!\\d)${day}(?: de| of)? ${month}(?![\\p{L}])(?:,? (?:de |del )?${year})?`, 'iu'),
  new RegExp(`(?<!\\p{L})${month} ${day}(?!\\d)(?:,? ${year})?`, 'iu'),
  /(?<!\d)(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u,
]
const names = months.map((name) => new RegExp(`^(?:${name})$`, 'iu'))

/** Where a day is in a text, and which; a year that is not named is that of `publishedAt` (ISO 8601), or the one after. */
function dayIn(text: string, publishedAt: string): { readonly at: number; readonly day: string } | undefined {
  const [found] = orders
    .map((order) => order.exec(text))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)
  if (!found?.groups) return undefined
  const { day: date = '', month: name = '', year: named } = found.groups
  if (named === undefined && isTimeUnknown(publishedAt)) return undefined
  const number = /^\d/.test(name) ? Number(name) : names.findIndex((pattern) => pattern.test(name)) + 1
  const written = (inYear: string) => `${inYear}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`
  const published = publishedAt.slice(0, 10)
  // A note comes after its article: a day and month before it are those of the next year.
  const soonest = new Date(Date.parse(published) - 2 * 86_400_000)
  const thisYear = written(named ?? published.slice(0, 4))
  const isBefore =
    named === undefined && !Number.isNaN(soonest.getTime()) && thisYear < soonest.toISOString().slice(0, 10)
  const result = isBefore ? written(String(Number(published.slice(0, 4)) + 1)) : thisYear
  return isDay(result) ? { at: found.index, day: result } : undefined
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/**
 * An outlet's own notes on its article: that an earlier version was wrong, unclear or has been changed, or that the article is
 * withdrawn. A paragraph that begins with such a label (`Correction:`) is one note, a sentence that says so another. English,
 * French, German, Spanish, Italian, Portuguese, Dutch and Arabic, by the words they use: a note is told from the news by naming
 * its own article, or by its label.
 */
export const amendments = defineAnalyzer({
  assigns: 'amendments',
  requires: ['sentences'],
  version: layerVersions.amendments,
  run: (doc, { sentences }) => amendmentsOf(doc, sentences),
})

/** A note is short; a paragraph of more characters is read by its sentences only. */
const longestNote = 900

/** `Correction: …`, `Correction, 4 March: …`, `Rectificatif :`. What is between label and colon is a date. */
const dated = '(?:[^:.!?]|(?<= \\p{L}{3,4})\\.)'
const kinds: readonly AmendmentKind[] = ['retraction', 'correction', 'clarification', 'editor-note', 'update']
/** An open label may also head something that isn't a correction. */
const labels = (['labels', 'openLabels'] as const).flatMap((list) =>
  kinds.flatMap((kind) => {
    const pattern = words.flatMap((notes) => notes[list][kind] ?? []).join('|')
    return pattern === '' ? [] : [{ kind, isOpen: list === 'openLabels', pattern: labelPattern(pattern) }]
  }),
)

function labelPattern(pattern: string): RegExp {
  return new RegExp(
    `^[\\s([*_–—-]{0,3}(?:${pattern})(?<when>,? (?:\\(|\\[)?${dated}{0,40}\\d${dated}{0,20})?\\s?[:：—–]\\s?(?=\\S)`,
    'iu',
  )
}

/** Cheaper to ask than every label. */
const maybeLabeled = /^[^:：—–]{4,110}[:：—–]/u
const sayings: readonly { readonly pattern: RegExp; readonly kind?: AmendmentKind }[] = [
  { kind: 'retraction', pattern: new RegExp(words.map(({ retracted }) => retracted).join('|'), 'iu') },
  ...words.map(({ changed }) => ({ pattern: new RegExp(changed, 'iu') })),
]

function amendmentsOf(doc: Document, sentences: readonly Sentence[]): Amendment[] {
  if (!noteTrigger.test(doc.text)) return []
  const found: Amendment[] = []
  const labeled = new Set<number>()
  for (const sentence of sentences) {
    if (labeled.has(sentence.block)) continue
    const block = doc.blocks[sentence.block]
    if (!block || block.kind === 'table-row' || block.kind === 'code') continue
    const { start } = sentence.span
    const paragraph = doc.text.slice(start, block.end).trimEnd()
    const isFirst = start - block.start <= 3
    const note = isFirst ? labeledNote(paragraph, doc.publishedAt) : undefined
    if (note) {
      labeled.add(sentence.block)
      found.push({ ...note, span: { start, end: start + paragraph.length }, sentence: sentence.index })
      continue
    }
    const said = saidNote(doc.text.slice(start, sentence.span.end), doc.publishedAt)
    if (said) found.push({ ...said, span: sentence.span, sentence: sentence.index })
  }
  return found
}

type Note = Pick<Amendment, 'kind' | 'day'>

/** A paragraph with a label. Under an open one it must say of its own text that it is another now. */
function labeledNote(paragraph: string, publishedAt: string): Note | undefined {
  if (paragraph.length > longestNote || !maybeLabeled.test(paragraph)) return undefined
  for (const { pattern, kind, isOpen } of labels) {
    const match = pattern.exec(paragraph)
    if (!match) continue
    const said = sayingIn(paragraph)
    if (isOpen && !said && !changedAfter.test(paragraph)) return undefined
    const day =
      dayIn(match.groups?.when ?? '', publishedAt)?.day ??
      dayAfter(paragraph, { start: 0, end: match[0].length }, publishedAt) ??
      (said && dayAfter(paragraph, said, publishedAt))
    return { kind: said?.kind ?? kind, ...defined({ day }) }
  }
  return undefined
}

/** The note in a sentence by which an article says that it was changed; undefined for any other. */
function saidNote(text: string, publishedAt: string): Note | undefined {
  if (text.length > longestNote || !noteTrigger.test(text)) return undefined
  const said = sayingIn(text)
  if (!said) return undefined
  const day = dayAfter(text, said, publishedAt)
  return { kind: said.kind ?? kindOf(text), ...defined({ day }) }
}

type Saying = { readonly kind?: AmendmentKind | undefined; readonly start: number; readonly end: number }

/** Of this article, and not in the words of another that this one quotes. */
function sayingIn(text: string): Saying | undefined {
  for (const { pattern, kind } of sayings) {
    const match = pattern.exec(text)
    if (match && !/["“„«‘]/u.test(text.slice(0, match.index)))
      return { kind, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

/** What may be between `was amended` and its day. */
const between =
  /^[\s,]*(?:(?:at|à|um|a las|alle|às|om) [\d:.h]+(?: ?[ap]\.?m\.?)?(?: \p{Lu}{2,4})?[\s,]*)?(?:on|le|am|el|il|em|op|في)?\s*(?:\p{L}+day,? )?$/iu

/** The day on which it was done, as the note says; not a day that is told of in it. */
function dayAfter(text: string, { start, end }: Saying, publishedAt: string): string | undefined {
  const within = dayIn(text.slice(start, end), publishedAt)
  if (within) return within.day
  const after = dayIn(text.slice(end), publishedAt)
  return after && between.test(text.slice(end, end + after.at)) ? after.day : undefined
}

/** What was wrong weighs more than what was added: a note that says both is a correction. */
function kindOf(text: string): AmendmentKind {
  if (clarified.test(text) && !/correct|wrong|error/iu.test(text)) return 'clarification'
  return wrong.test(text) ? 'correction' : 'update'
}
