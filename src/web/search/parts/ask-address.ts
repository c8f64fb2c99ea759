import { defined } from '../../../core/defined.ts'
import { instantOf } from '../../../core/time/zone.ts'
import type { InputOf } from '../../../operations/operation.ts'
import type { ask } from '../../../operations/search/ask.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'

/** The content of an Ask page's URL. Days are `2026-03-17`, both inclusive. */
export type AskAddress = {
  readonly question: string
  readonly story?: string
  readonly entity?: string
  readonly folder?: string
  readonly from?: string
  readonly until?: string
  /** The questions asked before, oldest first. */
  readonly follows: readonly string[]
}

/** Limit of the field and the URL, in characters. */
export const longestQuestion = 300
const longestId = 200
/** A question refers no further back, and the URL stays short enough to share. */
const mostFollows = 5

/** Reads a URL, or a form with the same fields; invalid values are dropped. */
export function readAskAddress(valuesOf: (name: string) => readonly string[]): AskAddress {
  const first = (name: string) => valuesOf(name)[0]?.trim() || undefined
  const id = (name: string) => {
    const value = first(name)
    return value !== undefined && value.length <= longestId ? value : undefined
  }
  const [story, entity, folder] = [id('story'), id('entity'), id('folder')]
  const [from, until] = [dayIn(first('from')), dayIn(first('until'))]
  return {
    question: asQuestion(first('q') ?? ''),
    ...defined({
      story: story || undefined,
      entity: entity || undefined,
      folder: folder || undefined,
      from: from || undefined,
      until: until || undefined,
    }),
    follows: valuesOf('follows').map(asQuestion).filter(Boolean).slice(-mostFollows),
  }
}

/** The URL of a question, or of the form without one. */
export function askPath({ question, story, entity, folder, from, until, follows }: AskAddress): string {
  const query = new URLSearchParams()
  const values = { q: question || undefined, story, entity, folder, from, until }
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, value)
  for (const asked of follows) query.append('follows', asked)
  return query.size === 0 ? '/ask' : `/ask?${query}`
}

/** The same without the question, to ask another about the same subject. */
export function askAgainPath(address: AskAddress): string {
  return askPath({ ...address, question: '', follows: [] })
}

/** The URL of a follow-up question. */
export function askNextPath(address: AskAddress, question: string): string {
  return askPath(followedBy(address, question))
}

/** A follow-up question, with the same scope. */
function followedBy(address: AskAddress, question: string): AskAddress {
  return { ...address, question, follows: [...address.follows, address.question].filter(Boolean).slice(-mostFollows) }
}

/** The content of the URL as hidden fields of a form. */
export function askFields({ question, story, entity, folder, from, until, follows }: AskAddress): readonly Html[] {
  const values = { q: question || undefined, story, entity, folder, from, until }
  return [
    ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [hidden(name, value)])),
    ...follows.map((asked) => html`${hidden('follows', asked)}`),
  ]
}

/** The input of the operation. Days are those of `timeZone`; the last one counts whole. */
export function askInput(
  { question, story, entity, folder, from, until, follows }: AskAddress,
  timeZone: string,
): InputOf<typeof ask> {
  return {
    question,
    timeZone,
    ...defined({
      storyId: story || undefined,
      entityId: entity || undefined,
      folder: folder || undefined,
      from: from ? new Date(instantOf(from, 0, timeZone)).toISOString() : undefined,
      until: until ? new Date(instantOf(until, 24, timeZone)).toISOString() : undefined,
      follows: follows.length > 0 ? follows.join('\n') : undefined,
    }),
  }
}

function asQuestion(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestQuestion)
}

/** A valid calendar day. */
function dayIn(value: string | undefined): string | undefined {
  const day = value?.slice(0, 10)
  if (day === undefined || !/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return undefined
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? day : undefined
}
