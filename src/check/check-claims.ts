import { cite } from '../core/citation.ts'
import type { CheckedText, ClaimCheck, ClaimVerdict, DraftClaim, NumberedSentence } from '../core/claim.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import { afterDateline } from '../core/time/dateline.ts'
import { checkDate } from './check-date.ts'
import { checkName } from './check-name.ts'
import { checkAttribution, checkSpeaker } from './check-speaker.ts'
import { supportOrFinding } from './check-support.ts'
import { type Finding, wrong } from './finding.ts'
import type { NumberRead } from './numbers-in.ts'
import { type Passage, readPassage, type Unit } from './read-passage.ts'
import { type PassageOrders, withOrders } from './sentence-orders.ts'

/** Finds the layers of a document: `annotate` of the analysis, passed in by the caller. */
type Annotate = (document: Document) => Annotations

/** Every check, in the order in which they run. */
const everyCheck: readonly ClaimCheck[] = ['citation', 'form', 'quotation', 'number', 'unit', 'date', 'name']

/** No claim rests on more sentences than this. */
const mostCited = 6

/**
 * Checks claims against the sentences they cite. A claim that fails is removed and listed with the first check it failed; the others keep
 * their order and citations. Never throws because of what a writer wrote.
 */
export function checkClaims(
  drafts: readonly DraftClaim[],
  sentences: readonly NumberedSentence[],
  annotate: Annotate,
): CheckedText {
  const byNumber = new Map(sentences.map((sentence) => [sentence.number, sentence]))
  const passages = new Map<number, PassageOrders>()
  const passageOf = (sentence: NumberedSentence): PassageOrders => {
    const known =
      passages.get(sentence.number) ??
      withOrders(readPassage({ ...sentence, span: afterDateline(sentence.document.text, sentence.span) }))
    passages.set(sentence.number, known)
    return known
  }
  const verdicts = drafts.map((draft) => ({ draft, verdict: verdictOn(draft, byNumber, passageOf, annotate) }))
  return {
    kept: verdicts.flatMap(({ verdict }) => (verdict.kind === 'kept' ? [verdict.statement] : [])),
    dropped: verdicts.flatMap(({ draft, verdict }) =>
      verdict.kind === 'dropped' ? [{ text: draft.text, failed: verdict.failed, why: verdict.why }] : [],
    ),
  }
}

function verdictOn(
  draft: DraftClaim,
  byNumber: ReadonlyMap<number, NumberedSentence>,
  passageOf: (sentence: NumberedSentence) => PassageOrders,
  annotate: Annotate,
): ClaimVerdict {
  const dropped = (failed: ClaimCheck, why: string): ClaimVerdict => ({ kind: 'dropped', failed, why })
  const numbers = [...new Set(draft.sentences)]
  const cited = numbers.flatMap((number) => byNumber.get(number) ?? [])
  const [first] = cited
  if (!first || cited.length < numbers.length) return dropped('citation', 'It names a sentence that was not given.')
  if (cited.length > mostCited) return dropped('citation', `It names more than ${mostCited} sentences.`)
  const home = cited.find(({ document, span }) => placeOf(draft.exact, document, span) !== undefined)
  if (!home || draft.exact.trim() === '')
    return dropped('citation', 'Its exact words are in none of the sentences it names.')
  const start = placeOf(draft.exact, home.document, home.span) as number
  const form = checkForm(draft.text)
  if (form) return dropped(form.failed, form.why)
  const passages = cited.map(passageOf)
  const claim = readClaim(draft.text, home, cited, annotate)
  const plain = contentChecks.reduce<Finding>((found, check) => found ?? check(claim, passages), undefined)
  const finding = plain ?? checkSpeaker(draft.speaker, passages)
  if (finding) return dropped(finding.failed, finding.why)
  const carriers = supportOrFinding(claim, passages, draft.speaker)
  if ('failed' in carriers) return dropped(carriers.failed, carriers.why)
  const unattributed = checkAttribution(claim, carriers, draft.speaker)
  if (unattributed) return dropped(unattributed.failed, unattributed.why)
  const others = cited.filter((sentence) => sentence !== home).map(({ document, span }) => cite(document, span))
  return {
    kind: 'kept',
    statement: {
      text: draft.text,
      citations: [cite(home.document, { start, end: start + draft.exact.length }), ...others],
      ...defined({ speaker: draft.speaker || undefined }),
      passed: everyCheck,
    },
  }
}

const contentChecks: readonly ((claim: Passage, cited: readonly Passage[]) => Finding)[] = [
  ({ text }, cited) => checkQuotation(text, cited),
  checkNumber,
  checkUnit,
  checkDate,
  checkName,
]

function placeOf(exact: string, { text }: Document, { start, end }: NumberedSentence['span']): number | undefined {
  const at = text.indexOf(exact, start)
  return at >= 0 && at + exact.length <= end ? at : undefined
}

/** Reads a claim as a small document with the date and language of the cited sentences. */
function readClaim(
  text: string,
  home: NumberedSentence,
  cited: readonly NumberedSentence[],
  annotate: Annotate,
): Passage {
  const document: Document = {
    id: asId('claim'),
    articleId: asId('claim'),
    language: home.document.language,
    title: '',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    publishedAt: home.document.publishedAt,
  }
  const whole = { start: 0, end: text.length }
  const told = afterDateline(text, whole)
  // A dateline that also opens a cited sentence is not part of the claim.
  const isCited = cited.some(({ document: { text: all }, span }) =>
    all.startsWith(text.slice(0, told.start), span.start),
  )
  return readPassage({ ...home, document, annotations: annotate(document), span: isCited ? told : whole })
}

/** A claim is one sentence or two joined ones; anything longer is rejected. In UTF-16 units. */
const longest = 600

const markup = /<[a-z!/]|&(?:[a-z]+|#\d+);|\]\(|\*\*|__|`|^\s*(?:[#>|*-]|\d+[.)])\s|\{\{|\}\}|<\||\|>/i
const address =
  /(?:https?:|www\.|mailto:|javascript:|data:)|\b[\w-]+\.(?:com|org|net|io|example|co|info|biz|ru|cn|xyz|link)\b|\b[\w.+-]+@[\w-]+\.\w/i
const mark =
  /\[\s*\d+(?:\s*[,–-]\s*\d+)*\s*\]|\(\s*(?:source|sentence|s)\.?\s*\d+|[\u00b9\u00b2\u00b3\u2070-\u2079]|†|‡|【/i
const order =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|system)|\b(?:system|assistant|user)\s*:|\bas an ai\b|\b(?:click|tap) (?:here|on|the)\b|^(?:please|note that|here (?:is|are)|sure[,!]|output|respond|reply|print)\b/i
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/u

/** A claim must be one plain sentence: no URL, markup, citation mark, instruction to a reader or program, line break or invisible character. */
function checkForm(text: string): Finding {
  if (text.trim() === '' || !/\p{L}/u.test(text)) return wrong('form', 'It’s empty.')
  if (text.length > longest) return wrong('form', `It is longer than ${longest} characters.`)
  if (/[\n\r]/.test(text)) return wrong('form', 'It has more than one line.')
  if (hidden.test(text)) return wrong('form', 'It contains an invisible character.')
  if (address.test(text)) return wrong('form', 'It contains a URL.')
  if (markup.test(text)) return wrong('form', 'It contains markup.')
  if (mark.test(text)) return wrong('form', 'It contains its own citation mark.')
  if (order.test(text)) return wrong('form', 'It addresses a reader or a program.')
  if (/[?]["”’»]?\s*$/.test(text)) return wrong('form', 'It’s a question, not a statement.')
  return undefined
}

const quoted =
  /["“«„]([^"“”«»„]{1,400})["”»“]|(?<![\p{L}\p{N}])[‘']([^‘’'"]{2,400}?(?:[’'](?=\p{L})[^‘’'"]{1,400}?)*)[’'](?![\p{L}\p{N}])/gu

/** Words in quotation marks must be in a cited sentence letter by letter; the form of marks and spaces is not compared. */
function checkQuotation(text: string, cited: readonly Passage[]): Finding {
  const sentences = cited.map((passage) => plain(passage.text))
  for (const match of text.matchAll(quoted)) {
    const words = plain(match[1] ?? match[2] ?? '').replace(/[.,;:!?]$/, '')
    if (!sentences.some((sentence) => isWhole(sentence, words)))
      return wrong('quotation', `The words “${words}” aren’t in any cited sentence.`)
  }
  const opened = text.match(/["“”]/g)?.length ?? 0
  if (opened % 2 === 1 && !cited.some((passage) => plain(passage.text).includes(plain(text))))
    return wrong('quotation', 'A quotation isn’t closed.')
  return undefined
}

function isWhole(sentence: string, words: string): boolean {
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(sentence.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(sentence.slice(at + words.length)))
      return true
  return false
}

function plain(text: string): string {
  return text
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/**
 * Each number in a claim must be in a cited sentence with the same value, however written. A bound (`at least`, `about`) must be in both or
 * neither.
 */
function checkNumber(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(numbersOf)
  for (const here of numbersOf(claim)) {
    const same = there.filter(({ value }) => value === here.value)
    if (same.length === 0) return wrong('number', `The number ${here.value} isn’t in any cited sentence.`)
    if (!same.some(({ bound }) => bound === here.bound))
      return wrong('number', `The precision of the number ${here.value} was changed.`)
  }
  return undefined
}

/** The sign or unit written with a number must be the same: `$`, `%`, `points`. What it counts is checked by the order of words. */
function checkUnit(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(numbersOf)
  for (const here of numbersOf(claim))
    if (!there.some(({ value, sign }) => value === here.value && sign === here.sign))
      return wrong('unit', `The number ${here.value} has another unit in the cited sentences.`)
  const counted = cited.flatMap(countedOf)
  for (const { value, thing } of countedOf(claim)) {
    const same = counted.filter((each) => each.value === value)
    if (same.length > 0 && !same.some((each) => each.thing.some((word) => thing.includes(word))))
      return wrong('unit', `In the cited sentences, ${value} counts something else.`)
  }
  return undefined
}

function numbersOf({ units }: Passage): NumberRead[] {
  return units.flatMap(({ number }) => (number ? [number] : []))
}

type CountedThing = { readonly value: number; readonly thing: readonly string[] }

/** The words for what each number counts, from the figures layer. */
function countedOf({ source, start, text, units }: Passage): CountedThing[] {
  const inside = (source.annotations.figures?.items ?? []).filter(
    ({ span }) => span.start >= start && span.end <= start + text.length,
  )
  return inside.flatMap(({ value, counted }) => {
    if (!counted) return []
    const thing = units.filter((unit) => unit.start < counted.end && unit.end > counted.start)
    return thing.length === 0 ? [] : [{ value, thing: thing.map(({ key }: Unit) => key) }]
  })
}
