import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../../src/store/open-store.ts'

const perStory = 100
const at = '2026-03-12T12:00:00.000Z'

/** A store of invented stories with so many quotations in all, a hundred in each. */
export async function fillStore(path: string, quotations: number): Promise<void> {
  await (await openStore(path)).close()
  const database = new DatabaseSync(path)
  try {
    database.exec('pragma synchronous = off; begin')
    const insert = (table: string, row: Readonly<Record<string, string | number>>) =>
      database
        .prepare(
          `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
            .map(() => '?')
            .join()})`,
        )
        .run(...Object.values(row))
    insert('source', { id: 1, name: 'The Proof', is_named: 0, home_url: 'https://proof.example' })
    for (let index = 0; index < quotations / perStory; index++) {
      const { text, story, article, document, dossier } = storyAt(index)
      insert('article', {
        id: article,
        source_id: 1,
        url: `https://proof.example/${index}`,
        title: `Story ${index}`,
        published_at: at,
        document_id: document,
        revision_count: 1,
      })
      insert('document', {
        id: document,
        article_id: article,
        language: 'en',
        title: `Story ${index}`,
        text,
        blocks: '[]',
        published_at: at,
        article: '{}',
        at,
      })
      insert('story', {
        id: story,
        title: `Story ${index}`,
        language: 'en',
        first_at: at,
        last_at: at,
        changed_at: at,
        article_count: 1,
        report_count: 1,
        outlet_count: 1,
        has_dossier: 1,
      })
      insert('story_dossier', { story_id: story, revision: 1, body: JSON.stringify(dossier) })
    }
    database.exec('commit')
  } finally {
    database.close()
  }
}

function storyAt(index: number) {
  const [story, article, document] = ['story', 'article', 'document'].map((kind) =>
    hash('sha256', `${kind} ${index}`).slice(0, 32),
  ) as [string, string, string]
  const sentences = Array.from(
    { length: perStory },
    (_, at) => `“We will mend pier ${index}.${at} before the spring floods come,” Ann Lee said.`,
  )
  const text = sentences.join('\n')
  let start = 0
  const utterances = sentences.map((sentence) => {
    const exact = sentence.slice(0, sentence.indexOf('”') + 1)
    const cueAt = start + sentence.indexOf('Ann')
    const utterance = {
      wordings: [
        {
          citation: { documentId: document, span: { start, end: start + exact.length }, exact },
          kind: 'direct',
          confidence: 0.97,
          pattern: 'cue-right',
          cue: { documentId: document, span: { start: cueAt, end: cueAt + 12 }, exact: 'Ann Lee said' },
        },
      ],
      outlets: ['The Proof'],
    }
    start += sentence.length + 1
    return utterance
  })
  const none: readonly never[] = []
  const dossier = {
    storyId: story,
    headline: { documentId: document, title: `Story ${index}` },
    language: 'en',
    members: [
      {
        articleId: article,
        documentId: document,
        sourceId: '1',
        sourceName: 'The Proof',
        title: `Story ${index}`,
        publishedAt: at,
        kind: 'article',
        completeness: { kind: 'complete' },
        own: 1,
        group: 0,
        role: 'original',
      },
    ],
    reports: [{ group: 0, originName: 'The Proof', how: 'alone', documentIds: [document] }],
    brief: none,
    ledger: [{ speaker: { id: 'person:ann-lee', kind: 'person', name: 'Ann Lee' }, utterances }],
    unattributed: none,
    timeline: none,
    differences: none,
    commitments: none,
    figures: none,
    droppedCount: 0,
  }
  return { text, story, article, document, dossier }
}
