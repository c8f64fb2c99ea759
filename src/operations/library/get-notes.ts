import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Note } from '../../core/marks.ts'
import type { Span } from '../../core/span.ts'
import { findTextQuote } from '../../core/text/text-quote.ts'
import type { StoredArticle } from '../../store/store.ts'
import { articleId, documentId, offset } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { NoteFormView, NotesView, NoteView, PlacedNote } from './library-views.ts'
import { noteId } from './save-note.ts'

const PAGE = 50

export const listNotes = defineOperation({
  name: 'list_notes',
  minRole: 'reader',
  summary: 'The reader’s notes, newest first, each with the words it is about',
  input: z.strictObject({ cursor: z.string().max(400).optional() }),
  async run(context, { cursor }): Promise<NotesView> {
    const { rows, next } = await context.store.notes.list(context.reader.id, PAGE, cursor)
    return { notes: await withArticles(context, rows), ...defined({ next }) }
  },
})

async function withArticles(
  { store }: Pick<OperationContext, 'store' | 'reader'>,
  notes: readonly Note[],
): Promise<readonly NoteView[]> {
  const articles = await store.titles.articles([...new Set(notes.map((note) => note.articleId))])
  return notes.map((note) => {
    const { selector, documentId: revision } = note
    const article = articles.get(note.articleId)
    const citation = { documentId: revision, span: selector.span, exact: selector.exact }
    return { note, citation, ...defined({ article }) }
  })
}

/** The notes on an article, each with its place in a revision, in text order. */
export async function notesOn(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  document: Document,
): Promise<readonly PlacedNote[]> {
  const notes = await store.notes.listOf(reader.id, document.articleId)
  return notes
    .map((note): PlacedNote => {
      const span = placeOf(note, document)
      return span ? { note, span } : { note }
    })
    .sort((a, b) => (a.span?.start ?? Number.MAX_SAFE_INTEGER) - (b.span?.start ?? Number.MAX_SAFE_INTEGER))
}

function placeOf(note: Note, document: Document): Span | undefined {
  return note.documentId === document.id ? note.selector.span : findTextQuote(document.text, note.selector)
}

export const getNoteForm = defineOperation({
  name: 'get_note_form',
  minRole: 'reader',
  summary: 'What the form of a note needs: the selected words, or those of a note, and the sentences around them',
  input: z.union([
    z.strictObject({ id: noteId }),
    z.strictObject({ articleId, documentId: documentId.optional(), start: offset, end: offset }),
  ]),
  async run({ store, reader }, input): Promise<NoteFormView | undefined> {
    if ('id' in input) {
      const note = await store.notes.find(reader.id, input.id)
      const stored = note && (await store.articles.findByDocument(note.documentId))
      return note && stored && { ...formOf(stored, note.selector.span), sentences: [], note }
    }
    const { documentId: revision, start, end } = input
    const stored = revision ? await store.articles.findByDocument(revision) : await store.articles.find(input.articleId)
    if (!stored || stored.article.id !== input.articleId) return undefined
    if (start >= end || end > stored.document.text.length) return undefined
    return { ...formOf(stored, { start, end }), sentences: sentencesAt(stored, { start, end }) }
  },
})

function formOf({ article, document, source }: StoredArticle, chosen: Span): Omit<NoteFormView, 'sentences'> {
  const { title, language, text } = document
  return {
    article: {
      id: article.id,
      title,
      language,
      url: article.url,
      sourceId: source.id,
      sourceName: source.name,
      publishedAt: article.publishedAt,
    },
    documentId: document.id,
    chosen,
    exact: text.slice(chosen.start, chosen.end),
  }
}

/** The sentences of the paragraphs around the chosen words. */
export function sentencesAt({ document, annotations }: StoredArticle, { start, end }: Span): NoteFormView['sentences'] {
  const blocks = document.blocks.filter((block) => block.start < end && block.end > start)
  const from = blocks[0]?.start ?? start
  const until = blocks.at(-1)?.end ?? end
  return (annotations.sentences?.items ?? [])
    .map(({ span }) => span)
    .filter((span) => span.start >= from && span.end <= until)
    .map((span) => ({ span, exact: document.text.slice(span.start, span.end) }))
}

/** All notes, for an export; read page by page. */
export async function allNotes(context: Pick<OperationContext, 'store' | 'reader'>): Promise<readonly NoteView[]> {
  const notes: Note[] = []
  let cursor: string | undefined
  do {
    const page = await context.store.notes.list(context.reader.id, 1_000, cursor)
    notes.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return withArticles(context, notes)
}
