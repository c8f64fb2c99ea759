import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId } from '../../core/ids.ts'
import { type Highlight, highlightColors, type Note, type Tag, taggedKinds } from '../../core/marks.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { findTextQuote, selectText, type TextQuote } from '../../core/text/text-quote.ts'
import type { Store } from '../../store/store.ts'
import type { HighlightView, NoteView } from './library-views.ts'
import { tagName } from './tags.ts'

/** Our own terms, so that an export can be imported into the same article and revision. */
const own = { article: 'urn:twosource:article', document: 'urn:twosource:document' } as const

/** W3C Web Annotation Data Model, 2017: an AnnotationCollection with all its items on one page. */
export function annotationCollection(
  notes: readonly NoteView[],
  highlights: readonly HighlightView[],
  tags: readonly (Tag & { readonly url?: string; readonly title?: string })[],
) {
  const items = [...notes.map(ofNote), ...highlights.map(ofHighlight), ...tags.map(ofTag)]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  }
}

function ofNote({ note, article }: NoteView) {
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: note.at,
    ...defined({ modified: note.changedAt === note.at ? undefined : note.changedAt }),
    body: { type: 'TextualBody', value: note.body, format: 'text/plain' },
    target: targetOf(note, article),
  }
}

function ofHighlight({ highlight, article }: HighlightView) {
  return {
    id: `urn:uuid:${highlight.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    created: highlight.at,
    // §4.4.1: a class that says how the target is shown.
    target: { ...targetOf(highlight, article), styleClass: highlight.color },
  }
}

function ofTag({ kind, target, name, at, url, title }: Tag & { readonly url?: string; readonly title?: string }) {
  return {
    id: `urn:twosource:tag:${[kind, target, name].map(encodeURIComponent).join(':')}`,
    type: 'Annotation',
    motivation: 'tagging',
    created: at,
    body: { type: 'TextualBody', value: name, purpose: 'tagging', format: 'text/plain' },
    target: {
      source: url || `urn:twosource:${kind}:${encodeURIComponent(target)}`,
      [`urn:twosource:${kind}`]: target,
      ...(title ? { 'http://purl.org/dc/terms/title': title } : {}),
    },
  }
}

function targetOf({ articleId, documentId, selector }: Note | Highlight, article: NoteView['article']) {
  return {
    source: article?.url || `${own.article}:${articleId}`,
    [own.article]: articleId,
    [own.document]: documentId,
    ...(article ? { 'http://purl.org/dc/terms/title': article.title } : {}),
    selector: [
      { type: 'TextPositionSelector', start: selector.span.start, end: selector.span.end },
      { type: 'TextQuoteSelector', exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
    ],
  }
}

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const item = z.object({
  id: z.string().min(1).max(400),
  motivation: z.enum(['commenting', 'highlighting', 'tagging']),
  created: time.optional(),
  modified: time.optional(),
  body: z.object({ value: z.string() }).optional(),
  target: z
    .object({
      source: z.string().max(4_000),
      styleClass: z.string().optional(),
      selector: z.array(z.looseObject({ type: z.string() })).optional(),
    })
    .loose(),
})
const positionSelector = z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })
const quoteSelector = z.object({
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(200).default(''),
  suffix: z.string().max(200).default(''),
})
type Item = z.output<typeof item>

type ReadAnnotations = {
  readonly notes: readonly Note[]
  readonly highlights: readonly Highlight[]
  readonly tags: readonly Tag[]
  /** Annotations whose article is not here, whose words are not in it, or that contain something else. */
  readonly skipped: number
}

/** The annotations of a file; undefined when it is no annotation file. */
export function annotationsIn(value: unknown): readonly unknown[] | undefined {
  const file = z.union([
    z.object({ type: z.literal('AnnotationCollection'), first: z.object({ items: z.array(z.unknown()) }) }),
    z.object({ type: z.literal('AnnotationPage'), items: z.array(z.unknown()) }),
    z.object({ type: z.literal('Annotation') }).loose(),
  ])
  const { data } = file.safeParse(value)
  if (!data) return undefined
  if ('first' in data) return (data as { first: { items: unknown[] } }).first.items
  return data.type === 'AnnotationPage' ? data.items : [data]
}

/** Reads annotations: ours exactly, those of other programs by the article's URL and the quoted words. One without a time gets `at`. */
export async function readAnnotations(
  store: Pick<Store, 'articles'>,
  items: readonly unknown[],
  at: string,
): Promise<ReadAnnotations> {
  const notes: Note[] = []
  const highlights: Highlight[] = []
  const tags: Tag[] = []
  for (const each of items) {
    const { data } = item.safeParse(each)
    if (!data) continue
    const created = data.created ?? at
    if (data.motivation === 'tagging') {
      const thing = await taggedThing(store, data)
      const name = tagName.safeParse(data.body?.value)
      if (thing && name.success) tags.push({ ...thing, name: name.data, at: created })
      continue
    }
    const place = await placeOf(store, data)
    if (!place) continue
    const id = data.id.replace(/^urn:uuid:/, '').slice(0, 120)
    if (data.motivation === 'highlighting') {
      const color = highlightColors.find((known) => known === data.target.styleClass) ?? 'yellow'
      highlights.push({ id: asId(id), ...place, color, at: created })
      continue
    }
    const body = data.body?.value.replace(/\r\n?/g, '\n').trim() ?? ''
    if (body === '' || body.length > maxLength.note) continue
    notes.push({ id: asId(id), ...place, body, at: created, changedAt: data.modified ?? created })
  }
  return { notes, highlights, tags, skipped: items.length - notes.length - highlights.length - tags.length }
}

async function placeOf(
  { articles }: Pick<Store, 'articles'>,
  { target }: Item,
): Promise<Pick<Note, 'articleId' | 'documentId' | 'selector'> | undefined> {
  const selectors = target.selector ?? []
  const quote = quoteSelector.safeParse(selectors.find(({ type }) => type === 'TextQuoteSelector')).data
  const position = positionSelector.safeParse(selectors.find(({ type }) => type === 'TextPositionSelector')).data
  if (!quote) return undefined
  const selector: TextQuote = { span: { start: position?.start ?? 0, end: position?.end ?? 0 }, ...quote }
  const [articleId, documentId] = [target[own.article], target[own.document]]
  const fits = selector.span.end - selector.span.start === selector.exact.length
  if (isId(articleId) && isId(documentId) && fits)
    return { articleId: asId(articleId), documentId: asId(documentId), selector }
  const stored = await articles.findByUrl(target.source)
  const found = stored && findTextQuote(stored.document.text, selector)
  if (!stored || !found) return undefined
  const { document } = stored
  return { articleId: stored.article.id, documentId: document.id, selector: selectText(document.text, found) }
}

async function taggedThing(
  { articles }: Pick<Store, 'articles'>,
  { target }: Item,
): Promise<Pick<Tag, 'kind' | 'target'> | undefined> {
  for (const kind of taggedKinds) {
    const id = target[`urn:twosource:${kind}`]
    if (isId(id)) return { kind, target: id }
  }
  const stored = await articles.findByUrl(target.source)
  return stored && { kind: 'article', target: stored.article.id }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= 120
}
