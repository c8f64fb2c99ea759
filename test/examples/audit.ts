import type { Document } from '../../src/core/document.ts'
import { asId, type DocumentId } from '../../src/core/ids.ts'
import { shownLines, shownParts } from '../../src/core/text/shown-line.ts'
import { auditLine } from '../../src/operations/stories/audit-line.ts'
import { countLines } from '../../src/operations/stories/audit-story.ts'
import type {
  AuditLine,
  InstanceAuditView,
  PublishedScores,
  StoryAuditView,
} from '../../src/operations/stories/audit-views.ts'
import scores from '../../src/operations/stories/scores.json' with { type: 'json' }
import type { StoredArticle } from '../../src/store/store.ts'
import type { Answers } from './answers.ts'
import { articleIdOf, citedDocument, dossier, storyId } from './story.ts'
import { type ExampleText, joinBlocks, texts, wire } from './texts.ts'
import * as views from './views.ts'

function documentOf(example: ExampleText): Document {
  const { text, spans } = joinBlocks(example)
  return {
    id: asId<DocumentId>(example.id),
    articleId: articleIdOf(example),
    language: example.language,
    title: example.title,
    text,
    blocks: spans.map((block) => ({ ...block, kind: 'paragraph' })),
    publishedAt: example.at,
  }
}

/** The wire article was revised twice after it was cited, the others never. */
function stored(example: ExampleText): StoredArticle {
  const document = documentOf(example)
  const { articleId, url, publishedAt } = citedDocument(example)
  const later = example === wire ? ['doc-wire-2', 'doc-wire-3'] : []
  return {
    article: { id: articleId, url, publishedAt } as StoredArticle['article'],
    source: { id: asId('source-1'), name: example.outlet, homeUrl: url },
    document,
    annotations: {},
    revisions: [example.id, ...later].map((id) => ({
      documentId: asId<DocumentId>(id),
      title: example.title,
      at: example.at,
    })),
    syndications: [],
    entryIds: [],
  }
}

const newestWire = { ...documentOf(wire), text: documentOf(wire).text.replace('140', '210') }
const auditTexts = {
  articles: new Map(texts.map((example) => [asId<DocumentId>(example.id), stored(example)])),
  newest: new Map([[asId<DocumentId>(wire.id), newestWire]]),
  isUnaltered: () => true,
}
const held = shownLines(dossier).map((line) => auditLine(line, auditTexts))

/** A line whose article is gone, one whose words are not in the text any more, and one that a model wrote. */
const unusual: readonly AuditLine[] = [
  auditLine({ part: 'brief', how: 'chosen', text: 'Nobody keeps this.', citations: [] }, auditTexts),
  auditLine(
    {
      part: 'timeline',
      how: 'chosen',
      text: 'The ferry has run since 2013.',
      citations: [
        { documentId: asId<DocumentId>(wire.id), span: { start: 3, end: 32 }, exact: 'The ferry has run since 2013.' },
      ],
    },
    auditTexts,
  ),
  {
    ...held[1]!,
    part: 'written',
    how: 'written',
    model: 'tiny <model>',
    text: 'Mara Ellind, the mayor of Halvik, planned a second ferry.',
    checks: [
      { check: 'citation', isPassed: true },
      { check: 'number', isPassed: true },
      { check: 'negation', isPassed: true },
    ],
  },
]

const lines = [...unusual.filter(({ holds }) => !holds), ...held, ...unusual.filter(({ holds }) => holds)]

export const storyAudit: StoryAuditView = {
  id: storyId,
  title: dossier.headline.title,
  language: 'en',
  checkedAt: views.now,
  counts: countLines(lines),
  shown: lines.length,
  held: lines.filter(({ holds }) => holds).length,
  droppedCount: 3,
  drops: [
    {
      part: 'timeline',
      text: 'The “toll” of <b>600</b> is paid by all.',
      failed: 'number',
      why: 'It has a number that no cited sentence has.',
    },
    { text: 'ف'.repeat(500), failed: 'form', why: 'It is not one sentence.' },
  ],
  doubts: [
    { text: '<i>Ferry</i> for 900', failed: 'number', why: 'The number 900 of the title isn’t in the article.' },
  ],
  lines: lines.slice(0, 40),
  page: 1,
  pageCount: 3,
}

const { drops: _, ...quiet } = storyAudit
export const quietAudit: StoryAuditView = {
  ...quiet,
  drops: [],
  doubts: [],
  droppedCount: 0,
  counts: countLines(held),
  shown: held.length,
  held: held.length,
  part: 'said',
  lines: held.filter(({ part }) => part === 'said'),
  page: 2,
  pageCount: 2,
}

export const instanceAudit: InstanceAuditView = {
  from: '2026-02-15T12:00:00.000Z',
  until: views.now,
  storyCount: 214,
  shown: 6120,
  droppedCount: 9,
  told: { checked: 5900, passed: 5891, failedBy: [{ check: 'speaker', count: 7 }] },
  parts: shownParts.map((part, index) => ({ part, shown: index === 10 ? 0 : 3000 >> index })),
  mostDropped: [{ id: storyId, title: wire.title, droppedCount: 3 }],
  drops: storyAudit.drops.map((drop) => ({ ...drop, storyId, at: views.now })),
  written: {
    kept: 412,
    dropped: 38,
    days: [
      { day: '2026-03-15', kept: 300, dropped: 18 },
      { day: '2026-03-16', kept: 112, dropped: 20 },
    ],
    uses: [
      {
        use: 'summary',
        kept: 412,
        dropped: 38,
        droppedBy: [
          { check: 'number', count: 30 },
          { check: 'name', count: 8 },
        ],
      },
    ],
  },
  scores: scores as unknown as PublishedScores,
}

/** An instance in which nothing has been told yet, and no model is. */
export const emptyInstanceAudit: InstanceAuditView = {
  ...instanceAudit,
  storyCount: 0,
  shown: 0,
  droppedCount: 0,
  told: { checked: 0, passed: 0, failedBy: [] },
  parts: shownParts.map((part) => ({ part, shown: 0 })),
  mostDropped: [],
  drops: [],
  written: { kept: 0, dropped: 0, days: [], uses: [] },
  scores: { at: '', evals: {} },
}

export const checkedInstance: InstanceAuditView = {
  ...instanceAudit,
  checked: { storyCount: 10, shown: 286, held: 285 },
}

export const auditOperations = {
  async get_story_audit({ id, part }) {
    if (id !== storyId) return undefined
    return part === 'said' ? quietAudit : storyAudit
  },
  export_story_audit: async ({ id, format }) =>
    id === storyId
      ? { text: 'part,how\r\n', mediaType: 'text/csv; charset=utf-8', fileName: `audit-"${id}".${format}` }
      : undefined,
  pack_story: async ({ id }) =>
    id === storyId
      ? {
          id: storyAudit.id,
          title: storyAudit.title,
          language: 'en',
          fingerprint: 'ab'.repeat(32),
          fileCount: 9,
          byteCount: 4,
          body: ReadableStream.from([new Uint8Array([80, 75, 5, 6])]),
          mediaType: 'application/zip',
          fileName: `story-${id}-pack.zip`,
        }
      : undefined,
  get_server_audit: async ({ checks }) => (checks ? checkedInstance : instanceAudit),
} satisfies Answers
