import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { checkTranslation } from '../../check/check-translation.ts'
import type { ClaimCheck } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Annotations } from '../../core/layers.ts'
import type { ClaimCounts } from '../../core/model.ts'
import { nth } from '../../core/nth.ts'
import { overlaps, type Span } from '../../core/span.ts'
import type {
  Rendering,
  TranslatedBy,
  TranslatedSentence,
  Translation,
  TranslationFlaw,
  UntranslatedReason,
} from '../../core/translation.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** A sentence of an article, or its headline, and how to translate it. */
export type Passage = {
  /** Absent for the headline. */
  readonly span?: Span
  readonly text: string
  readonly names: readonly string[]
} & (
  | { readonly kind: 'translate' }
  /** Contains a quotation, which is not replaced. */
  | { readonly kind: 'quotation' }
  | { readonly kind: 'keep'; readonly why: UntranslatedReason }
)

/** Longer than any sentence in the news: a page that was segmented badly. */
const MAX_CHARACTERS = 2_000
/** Sentences translated of one article; the rest stays in the original. */
const MAX_SENTENCES = 400
/** Fewer words in quotation marks are a name or a term, not a quotation. */
const WORDS_OF_A_QUOTATION = 3

const inMarks = /[“„«"]\s*([^”»“"]+)/gu

/** The headline and the sentences of an article in order, each with how to translate it. */
export function planTranslation(document: Document, annotations: Annotations): readonly Passage[] {
  const sentences = annotations.sentences?.items ?? document.blocks.map((span, block) => ({ span, block }))
  const quotes = (annotations.quotes?.items ?? []).filter(({ kind }) => kind !== 'indirect')
  const people = (annotations.mentions?.items ?? []).filter(({ kind, form }) => kind === 'person' && form === 'name')
  const headline: Passage = { ...kindOf(document.title, hasQuotation(document.title)), text: document.title, names: [] }
  return [
    headline,
    ...sentences.map(({ span, block }, index): Passage => {
      const text = document.text.slice(span.start, span.end)
      const kind = document.blocks[block]?.kind
      const isQuoted = kind === 'quote' || quotes.some((quote) => overlaps(quote.span, span)) || hasQuotation(text)
      const names = people
        .filter((mention) => overlaps(mention.span, span))
        .map((mention) => document.text.slice(mention.span.start, mention.span.end))
      const done = index >= MAX_SENTENCES ? keep('too-long') : kind === 'code' ? keep('code') : kindOf(text, isQuoted)
      return { span, text, names, ...done }
    }),
  ]
}

function kindOf(text: string, isQuoted: boolean) {
  if (!/\p{L}/u.test(text)) return keep('no-words')
  if (text.length > MAX_CHARACTERS) return keep('too-long')
  return { kind: isQuoted ? ('quotation' as const) : ('translate' as const) }
}

function keep(why: UntranslatedReason) {
  return { kind: 'keep' as const, why }
}

function hasQuotation(text: string): boolean {
  return [...text.matchAll(inMarks)].some(
    ([, inside = '']) => (inside.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_OF_A_QUOTATION,
  )
}

/** The check under which each flaw is counted in the model's statistics. */
const counted: Readonly<Record<TranslationFlaw, ClaimCheck>> = {
  missing: 'form',
  form: 'form',
  number: 'number',
  unit: 'unit',
  name: 'name',
  negation: 'negation',
  length: 'support',
  same: 'support',
  language: 'support',
}

/** How many translated sentences passed, and how many each check rejected. */
function countTranslations(renderings: readonly Rendering[]): ClaimCounts {
  const dropped: Partial<Record<ClaimCheck, number>> = {}
  let kept = 0
  for (const rendering of renderings) {
    if (rendering.state === 'failed check') {
      const check = counted[rendering.flaw]
      dropped[check] = (dropped[check] ?? 0) + 1
    } else if (rendering.state !== 'kept') kept++
  }
  return { kept, dropped }
}

/** Sentences per request: few enough to show progress and to bound one answer. */
const SENTENCES_AT_ONCE = 20
const CHARACTERS_AT_ONCE = 4_000

/** The key of the job that translates a revision into a language. */
export function translationKey(documentId: DocumentId, language: string): string {
  return `${language} ${documentId}`
}

/**
 * Translates a revision a few sentences at a time at a reader's request, and checks each: what fails stays in the original. Progress is
 * stored after every step, and a repeated request continues from there. A translator that fails stops it; the page shows that, and it is
 * not retried automatically.
 */
export async function translateArticle(
  context: Pick<PipelineContext, 'store' | 'translator' | 'model' | 'now'>,
  key: string,
  signal?: AbortSignal,
): Promise<void> {
  const { store, translator, now } = context
  const language = key.slice(0, key.indexOf(' '))
  const documentId = key.slice(key.indexOf(' ') + 1) as DocumentId
  const asked = await store.translations.find(documentId, language)
  const stored = asked?.state === 'waiting' ? await store.articles.findByDocument(documentId) : undefined
  if (!asked || !stored || !translator || stored.article.refusesModels) return
  // Loaded here: its tables take 150 MB, which a server that translates nothing does not need.
  const { identifyLanguage } = await import('../../analyze/language.ts')
  const corrections = await store.corrections.listOf([stored.article.id])
  const { document } = stored
  const passages = planTranslation(document, await correctedLayers(document, stored.annotations, corrections))
  const done = new Map<string, Rendering>(asked.sentences.map(({ span, ...rendering }) => [keyOf({ span }), rendering]))
  if (asked.title) done.set(keyOf({}), asked.title)
  for (const passage of passages)
    if (passage.kind === 'keep') done.set(keyOf(passage), { state: 'kept', why: passage.why })

  let by = asked.by
  const kept = (more: Partial<Translation>): Translation => {
    const title = done.get(keyOf({}))
    return {
      documentId,
      language,
      state: 'waiting',
      ...defined({ by }),
      at: asked.at,
      ...defined({ title }),
      sentences: passages.flatMap((passage): TranslatedSentence[] => {
        const rendering = passage.span && done.get(keyOf(passage))
        return rendering && passage.span ? [{ ...rendering, span: passage.span }] : []
      }),
      total: passages.length - 1,
      ...more,
    }
  }

  for (const batch of inBatches(passages.filter((passage) => !done.has(keyOf(passage))))) {
    const answer = await translator.translate({
      texts: batch.map(({ text }) => text),
      from: document.language,
      to: language,
      ...defined({ signal }),
    })
    // The program is stopping, or it took too long: the job is put back, and continues from here.
    if (answer.kind === 'cancelled') throw new Error('The translation was interrupted')
    if (answer.kind !== 'translated') {
      await store.translations.save(kept({ state: 'stopped', at: now().toISOString(), failure: answer.kind }))
      return
    }
    by = joinedBy(by, answer.by)
    const renderings = batch.map((passage, index) =>
      renderingOf(passage, answer.texts[index], { from: document.language, to: language, identify: identifyLanguage }),
    )
    for (const [index, passage] of batch.entries()) done.set(keyOf(passage), nth(renderings, index))
    if (answer.by.kind === 'model') await context.model?.judged?.('translation', countTranslations(renderings))
    await store.translations.save(kept({}))
  }
  await store.translations.save(kept({ state: 'made', at: now().toISOString() }))
}

type Pair = Pick<Parameters<typeof checkTranslation>[0], 'from' | 'to' | 'identify'>

function renderingOf(passage: Passage, translated: string | undefined, pair: Pair): Rendering {
  const { text: original, names, kind } = passage
  const flaw = checkTranslation({ original, translated, names, ...pair })
  if (flaw || translated === undefined) return { state: 'failed check', flaw: flaw ?? 'missing' }
  return { state: kind === 'quotation' ? 'quotation' : 'translated', text: translated }
}

function keyOf({ span }: Pick<Passage, 'span'>): string {
  return span ? `${span.start}-${span.end}` : 'headline'
}

function inBatches(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const batches: Passage[][] = []
  let letters = 0
  for (const passage of passages) {
    const last = batches.at(-1)
    letters += passage.text.length
    if (last && last.length < SENTENCES_AT_ONCE && letters <= CHARACTERS_AT_ONCE) last.push(passage)
    else {
      batches.push([passage])
      letters = passage.text.length
    }
  }
  return batches
}

/** Another model may have translated the second half: both are named. */
function joinedBy(before: TranslatedBy | undefined, by: TranslatedBy): TranslatedBy {
  if (!before || before.kind !== by.kind || before.name.split(', ').includes(by.name)) return before ?? by
  return { ...by, name: `${before.name}, ${by.name}` }
}
