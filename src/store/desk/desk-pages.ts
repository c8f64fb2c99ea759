import { type RawBuilder, sql } from 'kysely'
import { arePagesKept, askToKeep } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'

/** True for an article of a story on the desk. One under embargo waits: its address isn't asked for on somebody else's behalf. */
export function isOnDesk(articleId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(exists (select 1 from membership where membership.article_id = ${articleId}
      and (exists (select 1 from desk_story where desk_story.story_id = membership.story_id)
        or exists (select 1 from story_alias join desk_story on desk_story.story_id = story_alias.id
          where story_alias.story_id = membership.story_id)))
    and not exists (select 1 from private_article join embargo on embargo.feed_id = private_article.feed_id
      where private_article.article_id = ${articleId} and embargo.ended_at is null))`
}

/** Queues the fetch of the pages of those members of stories on the desk that meet a condition, where pages are kept. */
export async function askForDesk(engine: Engine, tx: Tx, isMeant: RawBuilder<unknown>, at: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select membership.article_id as id from membership
    where ${arePagesKept} and ${isMeant} and ${isOnDesk(sql`membership.article_id`)}`.execute(tx)
  await askToKeep(
    engine,
    tx,
    rows.map(({ id }) => id),
    at,
  )
}
