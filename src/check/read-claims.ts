import type { CheckedText, DraftClaim } from '../core/claim.ts'
import { defined } from '../core/defined.ts'
import { withoutThinking } from '../core/text/without-thinking.ts'
import { readObjects } from './read-objects.ts'

/** The claims of the right shape in a model's answer, and what is wrong with the others. */
type ReadClaims =
  | { readonly kind: 'claims'; readonly drafts: readonly DraftClaim[]; readonly misshapen: CheckedText['dropped'] }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The rest of a longer answer is ignored. */
const MOST_CHARACTERS = 200_000
const MOST_TEXT = 600
const MOST_EXACT = 400
const MOST_SENTENCES = 12

/**
 * Reads claims from a model's answer, tolerating thoughts, prose and fences around the JSON, extra commas and a cut-off end. A claim of the
 * wrong shape is dropped alone, with the reason. Linear in the length of the text; never throws.
 */
export function readClaims(written: string, mostClaims: number): ReadClaims {
  const text = withoutThinking(written).slice(0, MOST_CHARACTERS)
  if (text.trim() === '') return { kind: 'unreadable', reason: 'it wrote nothing' }
  const found = readObjects(text)
  if (found === undefined) return { kind: 'unreadable', reason: 'it wrote no claims' }
  const drafts: DraftClaim[] = []
  const misshapen: { text: string; failed: 'form'; why: string }[] = []
  const seen = new Set<string>()
  for (const one of found.objects) {
    const read = draftOf(one)
    if (typeof read === 'string') misshapen.push({ text: textOf(one), failed: 'form', why: read })
    else if (seen.has(read.text)) misshapen.push({ text: read.text, failed: 'form', why: 'repeated' })
    else if (drafts.length >= mostClaims)
      misshapen.push({ text: read.text, failed: 'form', why: `more than the ${mostClaims} claims asked for` })
    else {
      seen.add(read.text)
      drafts.push(read)
    }
  }
  for (let index = 0; index < found.broken; index++)
    misshapen.push({ text: '', failed: 'form', why: 'cut off or not readable' })
  return { kind: 'claims', drafts, misshapen }
}

/** A claim, or what is wrong with it. */
function draftOf(one: Readonly<Record<string, unknown>>): DraftClaim | string {
  const text = plain(one.text ?? one.claim)
  const exact = plain(one.exact ?? one.quote)
  const sentences = numbersIn(one.sentences ?? one.sentence)
  const speaker = plain(one.speaker)
  if (text === '') return 'has no text'
  if (text.length > MOST_TEXT) return 'is longer than a sentence'
  if (saysTwice(text)) return 'says the same twice'
  if (sentences.length === 0) return 'names no sentence'
  if (sentences.length > MOST_SENTENCES) return 'names too many sentences'
  if (exact === '') return 'has no exact words'
  if (exact.length > MOST_EXACT) return 'has too many exact words'
  return { text, sentences, exact, ...defined({ speaker: speaker === '' ? undefined : speaker.slice(0, 200) }) }
}

/** Whether a text is the same text twice. */
function saysTwice(text: string): boolean {
  const half = text.length >> 1
  return half > 10 && text.slice(0, half).trim() === text.slice(-half).trim()
}

function textOf(one: Readonly<Record<string, unknown>>): string {
  return plain(one.text ?? one.claim).slice(0, MOST_TEXT)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Whole numbers from 1, without repeats, from a list or a single value; `"3"`, `"[3]"` and `"S3"` are 3. */
function numbersIn(value: unknown): readonly number[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value]
  const numbers = list.flatMap((each) => {
    if (typeof each === 'number') return [each]
    if (typeof each !== 'string' || each.length > 100) return []
    return [...each.matchAll(/\d{1,6}/g)].map(([digits]) => Number(digits))
  })
  return [...new Set(numbers.filter((each) => Number.isSafeInteger(each) && each > 0))]
}
