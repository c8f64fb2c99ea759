import type { NumberedSentence } from '../../../src/core/claim.ts'
import type { Document } from '../../../src/core/document.ts'
import { sentencesOf } from './own-claims.ts'

/** The sentences of some articles of one story, and the names that are in them. */
export type StorySentences = {
  readonly id: string
  readonly articles: readonly (readonly NumberedSentence[])[]
  /** Names of persons and organizations, each with the kind of what it names. */
  readonly names: readonly { readonly name: string; readonly kind: string }[]
}

/** Articles of one story that are read: more would only make more of the same. */
const mostArticles = 3

/** Takes a story's articles apart. */
export function readStory(id: string, documents: readonly Document[]): StorySentences {
  const articles = documents.slice(0, mostArticles).map(sentencesOf)
  const names = new Map<string, string>()
  for (const [first] of articles)
    for (const { form, entity } of first?.annotations.mentions?.items ?? [])
      if (form === 'name' && entity.kind !== 'place' && entity.name.includes(' ')) names.set(entity.name, entity.kind)
  return { id, articles, names: [...names].map(([name, kind]) => ({ name, kind })) }
}

/** A sentence of an article that a claim can be made of: plain running text of usual length. */
export function isUsual({ document, span }: NumberedSentence): boolean {
  const text = document.text.slice(span.start, span.end)
  const count = text.split(/\s+/).length
  return (
    count > 7 &&
    count < 42 &&
    /^["“‘]?\p{Lu}/u.test(text) &&
    /[.”"]$/.test(text) &&
    !/https?:|www\.|\.com\b|@|\n|\[|\?|read more|click|subscribe|MORE\b|sign up|\|/i.test(text) &&
    (text.match(/["“”]/g)?.length ?? 0) % 2 === 0
  )
}

/** Whose words a sentence is, where it is whole within what somebody says and does not say by whom. */
export function speakerOf({ annotations, span }: NumberedSentence): {
  readonly isTold: boolean
  readonly name?: string
} {
  const quote = (annotations.quotes?.items ?? []).find(
    (each) =>
      !each.isTopic &&
      each.span.start < span.end &&
      each.span.end > span.start &&
      (!each.cue || each.cue.start >= span.end || each.cue.end <= span.start),
  )
  if (!quote) return { isTold: false }
  return quote.speaker ? { isTold: true, name: quote.speaker.name } : { isTold: true }
}
