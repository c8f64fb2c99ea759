import { ask } from '../cluster/database-access.ts'
import type { Heard } from './instance.ts'

/**
 * Looks through an instance that came to rest: each feed has to have `length` entries. Answers how many of each fault there are, all kinds
 * that were looked for.
 */
export async function examineInstance(
  database: string,
  length: number,
  { entries, alerts }: Heard,
): Promise<Readonly<Record<string, number>>> {
  const count = async (statement: string) =>
    Number((await ask(database, `select count(*) as found from ${statement}`))[0]?.found)
  const list = async (statement: string) => (await ask(database, statement)).map(({ key }) => String(key))
  // What a feed's first round brings is told to no webhook.
  const toTell = await list(`select sequence as key from entry where fetched_at >
    (select min(fetched_at) from entry as other where other.feed_id = entry.feed_id)`)
  const raised = await list(`select alert.id as key from alert join alert_delivery on alert_id = alert.id`)
  return {
    'feeds that lack entries':
      await count(`feed left join (select feed_id, count(*) as has from entry group by 1) on feed_id = id
      where intake <> 'mail' and coalesce(has, 0) < ${length}`),
    'entries doubled': await count('(select 1 from entry group by feed_id, key having count(*) > 1)'),
    'entries without an article': await count(
      `entry where article_id is null and feed_id not in (select id from feed where intake = 'mail')`,
    ),
    'articles of no entry': await count(
      'article where id not in (select article_id from entry where article_id is not null)',
    ),
    'articles with two texts': await count(
      'article where revision_count <> 1 or (select count(*) from document where article_id = article.id) <> 1',
    ),
    'articles without vector or layers':
      await count(`document where not exists (select 1 from annotation where document_id = document.id)
      or (select count(*) from vector where vector.sequence = document.sequence) <> 1`),
    'stories whose count is wrong': await count(
      'story where article_count <> (select count(*) from membership where story_id = story.id)',
    ),
    'members of no story': await count('membership where not exists (select 1 from story where story.id = story_id)'),
    'stories not told': await count('story where article_count > 0 and has_dossier = 0'),
    'marks of no entry': await count(
      'reading_mark where not exists (select 1 from entry where entry.sequence = reading_mark.sequence)',
    ),
    'wrong counts of feeds': await count(
      'feed where entry_count <> (select count(*) from entry where feed_id = feed.id)',
    ),
    'wrong counts of what was read': await count(`subscription as mine where read_count <> (select count(*) from entry
      left join reading_mark as mark on mark.sequence = entry.sequence and mark.reader_id = mine.reader_id
      where entry.feed_id = mine.feed_id and coalesce(mark.is_read, entry.sequence <= mine.read_up_to) = 1)`),
    'jobs doubled': await count('(select 1 from job group by kind, key having count(*) > 1)'),
    'jobs failed': await count(`job where state = 'failed'`),
    'jobs left': await count(`job where kind in ('ingest-entry', 'refresh-story', 'announce')`),
    'entries never told outside': toTell.filter((id) => !entries.has(id)).length,
    'entries told in two messages': [...entries.values()].filter((names) => names.size > 1).length,
    'alerts never told outside': raised.filter((id) => !alerts.has(id)).length,
    'alerts told in two messages': [...alerts.values()].filter((names) => names.size > 1).length,
  }
}

/** What `integrity_check` says: `ok` when every page is sound. */
export async function integrityOf(database: string): Promise<string> {
  const rows = await ask(database, 'pragma integrity_check')
  const broken = await ask(database, 'pragma foreign_key_check')
  return [...rows.map((row) => String(row.integrity_check)), ...broken.map((row) => JSON.stringify(row))].join('; ')
}
