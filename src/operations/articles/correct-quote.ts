import { z } from 'zod'
import { coreOf } from '../../analyze/corrections/place-corrections.ts'
import { entityId } from '../../analyze/names/people.ts'
import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { Verdict } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { StoredArticle } from '../../store/articles/articles.ts'
import { articleId, correctionId, documentId, offset } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CorrectionResult } from './label-views.ts'
import { correctionOf, quotesToFind, saveCorrections } from './save-corrections.ts'

/** The place of a correction: an article, one of its revisions, and a span of that text. */
export const correctedPlace = {
  articleId,
  revision: documentId.optional(),
  start: offset,
  end: offset,
  note: z.string().max(2000).optional(),
}

export const correctQuote = defineOperation({
  name: 'correct_quote',
  minRole: 'moderator',
  summary: 'Corrects who said the words of a span, that the speaker is unknown, or that they aren’t a quotation',
  input: z.strictObject({
    ...correctedPlace,
    verdict: z.enum(['speaker', 'nobody', 'not-a-quote']),
    speaker: z.string().max(200).default(''),
    kind: z.enum(['person', 'organization', 'place']).optional(),
  }),
  async run(context, { verdict, speaker, kind, ...place }): Promise<CorrectionResult | undefined> {
    const stored = await revisionOf(context, place)
    if (!stored) return undefined
    const { document, annotations } = stored
    const problem = problemOf(document, place)
    if (problem) return { kind: 'refused', message: problem }
    const name = typedName(speaker)
    if (verdict === 'speaker' && name === '')
      return { kind: 'refused', message: 'Say who said it: choose a name or write one.' }
    const entity = verdict === 'speaker' ? entityNamed(annotations, name, kind) : undefined
    const others = await context.store.corrections.listOf([document.articleId])
    const given: Verdict =
      verdict === 'not-a-quote'
        ? { kind: 'not-a-quote' }
        : { kind: isKnownQuote(stored, place) ? 'speaker' : 'quote', ...defined({ speaker: entity }) }
    const span = { start: place.start, end: place.end }
    const at = context.now().toISOString()
    const correction = correctionOf(document, span, given, { at, note: place.note, others })
    await saveCorrections(context, [correction])
    return { kind: 'saved', correction }
  },
})

/** The requested revision, or the current text; undefined when the article has no such revision. */
export async function revisionOf(
  { store }: OperationContext,
  {
    articleId,
    revision,
  }: { readonly articleId: StoredArticle['article']['id']; readonly revision?: Document['id'] | undefined },
): Promise<StoredArticle | undefined> {
  const stored = await (revision ? store.articles.findByDocument(revision) : store.articles.find(articleId))
  return stored?.article.id === articleId ? stored : undefined
}

/** Why a span can't be corrected, as a message for people; undefined when it can. */
export function problemOf({ text }: Document, { start, end }: { start: number; end: number }): string | undefined {
  if (end > text.length || start >= end) return 'These words aren’t in this text.'
  if (end - start > maxLength.correctedWords)
    return `A quotation of more than ${maxLength.correctedWords} characters cannot be corrected.`
  const words = text.slice(start, end)
  return words.trim() === '' || !words.isWellFormed() ? 'There’s no text at this place.' : undefined
}

function isKnownQuote({ document, annotations }: StoredArticle, span: { start: number; end: number }): boolean {
  const core = coreOf(document.text, span)
  return (annotations.quotes?.items ?? []).some((quote) => {
    const other = coreOf(document.text, quote.span)
    return other.start === core.start && other.end === core.end
  })
}

/** A typed name as one line, without space around it. */
export function typedName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
}

/** The entity a typed name refers to: one of that name in the article, of that kind if given; otherwise a new one, a person by default. */
export function entityNamed(annotations: Annotations, name: string, kind?: EntityKind): Entity {
  const known = [
    ...(annotations.mentions?.items ?? []).map(({ entity }) => entity),
    ...(annotations.quotes?.items ?? []).flatMap(({ speaker }) => speaker ?? []),
  ].filter((entity) => kind === undefined || entity.kind === kind)
  const wanted = name.toLowerCase()
  return (
    known.find((entity) => entity.name.toLowerCase() === wanted) ??
    known.find((entity) => entity.id === entityId(entity.kind, name)) ?? {
      id: entityId(kind ?? 'person', name),
      kind: kind ?? 'person',
      name,
    }
  )
}

export const removeCorrection = defineOperation({
  name: 'remove_correction',
  minRole: 'moderator',
  summary: 'Removes a correction: the computed result counts again',
  input: z.strictObject({ id: correctionId }),
  async run(context, { id }): Promise<boolean> {
    const { store, now, wake } = context
    const correction = await store.corrections.find(id)
    if (!correction) return false
    const others = (await store.corrections.listOf([correction.articleId])).filter((other) => other.id !== id)
    const found = await quotesToFind(context, correction.articleId, others)
    const isRemoved = await store.corrections.remove(id, found, now().toISOString())
    wake()
    return isRemoved
  },
})
