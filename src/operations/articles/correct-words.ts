import { z } from 'zod'
import { placeWithin, type Span } from '../../core/span.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { articleId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { correctName } from './correct-name.ts'
import { correctQuote } from './correct-quote.ts'
import type { CorrectionResult } from './label-views.ts'

export const correctWords = defineOperation({
  name: 'correct_words',
  minRole: 'moderator',
  summary:
    'Corrects who said some words of an article, or whom they name; takes the words, and the passage around them if needed',
  input: z.strictObject({
    articleId,
    words: z.string().min(1).max(maxLength.correctedWords),
    within: z.string().max(maxLength.correctedWords).default(''),
    verdict: z.enum(['speaker', 'nobody', 'not-a-quote', 'person', 'organization', 'place', 'no-name']),
    name: z.string().max(200).default(''),
    note: z.string().max(2000).optional(),
  }),
  async run(context, { articleId, words, within, verdict, name, note }): Promise<CorrectionResult | undefined> {
    const stored = await context.store.articles.find(articleId)
    if (!stored) return undefined
    const span = placeOf(stored.document.text, words, within)
    if (typeof span === 'string') return { kind: 'refused', message: span }
    const place = { articleId, revision: stored.document.id, ...span, note }
    switch (verdict) {
      case 'speaker':
      case 'nobody':
      case 'not-a-quote':
        return correctQuote.run(context, { ...place, verdict, speaker: name })
      case 'person':
      case 'organization':
      case 'place':
        return correctName.run(context, { ...place, entity: { kind: verdict, name } })
      case 'no-name':
        return correctName.run(context, place)
    }
  },
})

/**
 * The only occurrence of words, within the only occurrence of the passage around them; otherwise the reason why there isn't exactly
 * one.
 */
function placeOf(text: string, words: string, within: string): Span | string {
  const around = within === '' ? { start: 0, end: text.length } : onlyPlace(text, within)
  if (typeof around === 'string') return around
  const span = onlyPlace(text.slice(around.start, around.end), words)
  return typeof span === 'string' ? span : placeWithin(around, span)
}

function onlyPlace(text: string, words: string): Span | string {
  const start = text.indexOf(words)
  if (start < 0) return `“${short(words)}” isn’t in the article. Copy the words exactly.`
  if (text.indexOf(words, start + 1) >= 0)
    return `“${short(words)}” is in the article more than once. Give a longer passage that is in it only once.`
  return { start, end: start + words.length }
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words
}
