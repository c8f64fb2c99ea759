import { defined } from '../../../core/defined.ts'
import type { InputOf } from '../../../operations/operation.ts'
import type { ask } from '../../../operations/search/ask.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'

/** What the address of an Ask page says. Days are `2026-03-17`, both counted in. */
export type AskAddress = {
  readonly question: string
  readonly story?: string
  readonly entity?: string
  readonly from?: string
  readonly until?: string
  /** The questions asked before, the oldest first. */
  readonly follows: readonly string[]
}

/** Longer is no question; the field takes no more either. */
export const longestQuestion = 300
const longestId = 200
/** Further back a question does not lean, and an address stays short enough to be passed on. */
const mostFollows = 5

/** Reads an address, and a form, which has the same fields; what cannot be used is left out. */
export function readAskAddress(valuesOf: (name: string) => readonly string[]): AskAddress {
  const first = (name: string) => valuesOf(name)[0]?.trim() || undefined
  const id = (name: string) => {
    const value = first(name)
    return value !== undefined && value.length <= longestId ? value : undefined
  }
  const [story, entity, from, until] = [id('story'), id('entity'), dayIn(first('from')), dayIn(first('until'))]
  return {
    question: asQuestion(first('q') ?? ''),
    ...defined({
      story: story || undefined,
      entity: entity || undefined,
      from: from || undefined,
      until: until || undefined,
    }),
    follows: valuesOf('follows').map(asQuestion).filter(Boolean).slice(-mostFollows),
  }
}

/** The address of a question, or of the form where there is none. */
export function askPath({ question, story, entity, from, until, follows }: AskAddress): string {
  const query = new URLSearchParams()
  const values = { q: question || undefined, story, entity, from, until }
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, value)
  for (const asked of follows) query.append('follows', asked)
  return query.size === 0 ? '/ask' : `/ask?${query}`
}

/** The same without what was asked: where another question is asked of the same. */
export function askAnewPath(address: AskAddress): string {
  return askPath({ ...address, question: '', follows: [] })
}

/** The address of a question that follows on another. */
export function askNextPath(address: AskAddress, question: string): string {
  return askPath(followedBy(address, question))
}

/** A question asked after another: it may lean on it, and is asked of the same. */
function followedBy(address: AskAddress, question: string): AskAddress {
  return { ...address, question, follows: [...address.follows, address.question].filter(Boolean).slice(-mostFollows) }
}

/** What stands in an address, as fields that a form carries along. */
export function askFields({ question, story, entity, from, until, follows }: AskAddress): readonly Html[] {
  const values = { q: question || undefined, story, entity, from, until }
  return [
    ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [hidden(name, value)])),
    ...follows.map((asked) => html`${hidden('follows', asked)}`),
  ]
}

/** What is asked, of what the address says. The last day counts whole. */
export function askInput({ question, story, entity, from, until, follows }: AskAddress): InputOf<typeof ask> {
  return {
    question,
    ...defined({
      storyId: story || undefined,
      entityId: entity || undefined,
      from: from ? `${from}T00:00:00.000Z` : undefined,
      until: until ? new Date(Date.parse(`${until}T00:00:00Z`) + dayMs).toISOString() : undefined,
      follows: follows.length > 0 ? follows.join('\n') : undefined,
    }),
  }
}

const dayMs = 86_400_000

function asQuestion(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestQuestion)
}

/** A calendar day that there is. */
function dayIn(value: string | undefined): string | undefined {
  const day = value?.slice(0, 10)
  if (day === undefined || !/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return undefined
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? day : undefined
}
