import { DatabaseSync } from 'node:sqlite'
import type { Context } from '../../../src/app/context.ts'
import type { PipelineContext } from '../../../src/pipeline/pipeline-context.ts'
import { refreshStory } from '../../../src/pipeline/stories/refresh-story.ts'
import { rareWords } from './like-news.ts'
import { seedWindow } from './seed-window.ts'

/** The days that the articles of a block are spread over. */
const BLOCK_DAYS = 4

/** Fills a store with the first block of articles, in their stories, each told. */
export async function fillFirstBlock(context: Context, articles: number): Promise<void> {
  const { operations } = context
  await seedWindow(operations.store, articles, operations.now())
  for (;;) {
    const soon = new Date(operations.now().getTime() + 60_000).toISOString()
    const jobs = await operations.store.jobs.claim('refresh-story', 500, 600_000, soon)
    if (jobs.length === 0) return
    for (const { key } of jobs) await refreshStory({ ...operations, log() {} } as unknown as PipelineContext, key)
    await operations.store.jobs.complete(jobs)
  }
}

/**
 * Grows a store that holds blocks of `block` articles from `from` articles to `to`, by copying the first block within the
 * database: articles, texts, stories and dossiers under other ids, four days older with each copy, all in the search index.
 * Nothing of it goes through the product, so that a million takes minutes.
 */
export function growStore(path: string, block: number, from: number, to: number): void {
  using db = new DatabaseSync(path)
  for (const pragma of ['synchronous = off', 'cache_size = -500000', 'temp_store = memory', 'foreign_keys = off'])
    db.exec(`pragma ${pragma}`)
  for (let copy = Math.round(from / block); copy < Math.round(to / block); copy += 1) {
    db.exec('begin')
    if (copy > 0) for (const statement of copyOf(copy)) db.exec(statement)
    for (const statement of entriesOf(copy)) db.exec(statement)
    db.exec('commit')
  }
  db.exec(`update feed set entry_count = (select count(*) from entry where feed_id = feed.id),
    last_sequence = coalesce((select max(sequence) from entry where feed_id = feed.id), 0)`)
  db.exec('analyze')
  db.exec('pragma wal_checkpoint(truncate)')
}

function copyOf(copy: number): readonly string[] {
  const id = (column: string) => `'${copy}-' || ${column}`
  const older = (column: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${copy * BLOCK_DAYS} days')`
  const isFirst = (column: string) => `${column} not glob '[0-9]*-*'`
  return [
    `insert into document (id, article_id, language, title, text, blocks, published_at, article, at, posts)
      select ${id('id')}, ${id('article_id')}, language, title, text, blocks, ${older('published_at')}, article, ${older('at')}, posts
      from document where ${isFirst('id')} order by sequence`,
    `insert into article (id, source_id, entry_sequence, url, title, published_at, document_id, revision_count)
      select ${id('id')}, source_id, entry_sequence, url || '-${copy}', title, ${older('published_at')}, ${id('document_id')}, revision_count
      from article where ${isFirst('id')}`,
    `insert into story (id, title, language, section, first_at, last_at, changed_at, article_count, report_count, outlet_count,
        first_source_id, has_dossier)
      select ${id('id')}, title, language, section, ${older('first_at')}, ${older('last_at')}, ${older('changed_at')},
        article_count, report_count, outlet_count, first_source_id, has_dossier from story where ${isFirst('id')}`,
    `insert into story_dossier (story_id, revision, body)
      select ${id('story_id')}, revision, body from story_dossier where ${isFirst('story_id')}`,
    `insert into membership (article_id, story_id, document_id, source_id, reason, own, added_at)
      select ${id('article_id')}, ${id('story_id')}, ${id('document_id')}, source_id, reason, own, ${older('added_at')}
      from membership where ${isFirst('article_id')}`,
    `insert into story_source (source_id, story_id, first_at, is_first, behind_minutes, origin, origin_id)
      select source_id, ${id('story_id')}, ${older('first_at')}, is_first, behind_minutes, origin, origin_id
      from story_source where ${isFirst('story_id')}`,
  ]
}

/** An entry for each article of one copy, found by its text and by words that one in a thousand, a hundred and ten have. */
function entriesOf(copy: number): readonly string[] {
  const ofCopy = copy === 0 ? `article.id not glob '[0-9]*-*'` : `article.id glob '${copy}-*'`
  const rare = rareWords.map(({ word, oneIn }) => `case when entry.sequence % ${oneIn} = 0 then ' ${word}' else '' end`)
  return [
    `insert into entry (feed_id, key, url, title, excerpt, published_at, fetched_at, content_hash, article_id)
      select feed.id, article.id, article.url, article.title, substr(document.text, 1, 300), article.published_at,
        article.published_at, article.id, article.id
      from article join document on document.id = article.document_id join feed on feed.source_id = article.source_id
      where ${ofCopy} order by document.sequence`,
    `insert into entry_content (sequence, content_html, rest)
      select entry.sequence, '<p>' || entry.excerpt || '</p>', '{}' from entry join article on article.id = entry.article_id
      where ${ofCopy}`,
    `insert into entry_search (rowid, title, body)
      select entry.sequence, entry.title, document.text || ${rare.join(' || ')}
      from entry join article on article.id = entry.article_id join document on document.id = article.document_id
      where ${ofCopy} order by entry.sequence`,
  ]
}
