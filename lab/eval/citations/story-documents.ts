import { identifyLanguage } from '../../../src/analyze/language.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId, type SourceId } from '../../../src/core/ids.ts'
import type { StoryInput } from '../../../src/story/story-text.ts'
import { detectSyndication, type SyndicationInput } from '../../../src/syndicate/detect-syndication.ts'
import { annotationsOf } from './annotations-of.ts'

/** One line of a clustering set: an article and the story an editor put it in. */
export type ArticleRecord = {
  readonly id: string
  readonly title?: string | null
  readonly text: string
  readonly date?: string | null
  readonly lang?: string
  readonly story: string
  /** The outlet; where a set does not say, each article of a story is of another one. */
  readonly source?: string
  readonly publisher?: string
  readonly credit?: string
}

/** The articles by story, in the order the stories first appear. */
export function storiesOf(records: readonly ArticleRecord[]): ArticleRecord[][] {
  const stories = new Map<string, ArticleRecord[]>()
  for (const record of records) {
    const known = stories.get(record.story)
    if (known) known.push(record)
    else stories.set(record.story, [record])
  }
  return [...stories.values()]
}

/** The members of a story as the pipeline would hand them over: documents, layers and what they share with each other. */
export function membersOf(records: readonly ArticleRecord[]): StoryInput[] {
  const read = records.map((record, index) => {
    const document = documentOf(record)
    return {
      record,
      document,
      annotations: annotationsOf(document),
      sourceName: record.source ?? record.publisher ?? `Outlet ${index + 1}`,
    }
  })
  const provenance = read.map(({ record, document, annotations, sourceName }): SyndicationInput => {
    return { document, annotations, sourceName, ...(record.credit ? { credit: record.credit } : {}) }
  })
  return read.map(({ record, document, annotations, sourceName }, index) => ({
    document,
    annotations,
    syndications: detectSyndication(
      provenance[index] as SyndicationInput,
      provenance.filter((_, other) => other !== index),
    ),
    source: { id: asId(sourceName), name: sourceName, homeUrl: 'https://outlet.example/' },
    article: {
      ...plainArticle(document, asId(sourceName), `https://outlet.example/news/${encodeURIComponent(record.id)}`),
      ...(record.credit ? { credit: record.credit } : {}),
    },
  }))
}

/** The article of a document of which no more is known: whole, without authors and pictures. */
export function plainArticle({ articleId, title, publishedAt }: Document, sourceId: SourceId, url: string) {
  return {
    id: articleId,
    sourceId,
    url,
    title,
    authors: [],
    publishedAt,
    pictures: [],
    kind: 'article',
    completeness: { kind: 'complete' },
    removals: [],
  } as const satisfies StoryInput['article']
}

/** A record as a document: its lines are paragraphs. */
export function documentOf(record: ArticleRecord): Document {
  const lines = record.text.split(/\s*\n\s*/).filter((line) => line !== '')
  let at = 0
  const blocks = lines.map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  const text = lines.join('\n')
  return {
    id: asId(record.id),
    articleId: asId(`article-${record.id}`),
    language: record.lang ?? identifyLanguage(text),
    title: record.title ?? '',
    text,
    blocks,
    publishedAt: timeOf(record.date),
  }
}

function timeOf(date: string | null | undefined): string {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? '2020-01-01T12:00:00Z' : new Date(time).toISOString()
}
