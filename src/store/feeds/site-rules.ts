import { defined } from '../../core/defined.ts'
import type { SiteRule } from '../../core/feed/page-rule.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import type { SiteRuleTable } from '../articles/article-schema.ts'
import type { Engine } from '../engine/engine.ts'

/** An extraction rule made on this server, and when it was withdrawn. */
type StoredSiteRule = {
  readonly id: string
  readonly host: string
  /** The prefix of the URL's path; empty matches every URL. */
  readonly path: string
  readonly keep: string
  readonly remove: string
  readonly articleId: ArticleId
  readonly at: string
  readonly withdrawnAt?: string
}

/** The extraction rules made on this server. */
export function siteRuleStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Latest first. */
    async list(): Promise<readonly StoredSiteRule[]> {
      const rows = await reader
        .selectFrom('site_rule')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(500)
        .execute()
      return rows.map(toRule)
    },

    /** Active ones, in the order they were made. */
    async active(): Promise<readonly SiteRule[]> {
      const rows = await reader
        .selectFrom('site_rule')
        .selectAll()
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toRule).map(toSiteRule)
    },

    async find(id: string): Promise<StoredSiteRule | undefined> {
      const row = await reader.selectFrom('site_rule').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toRule(row)
    },

    /** Adds a rule and withdraws active ones for the same host and path. */
    add: ({ id, host, path, keep, remove, articleId, at }: StoredSiteRule): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .updateTable('site_rule')
          .set({ withdrawn_at: at })
          .where('host', '=', host)
          .where('path', '=', path)
          .where('withdrawn_at', 'is', null)
          .execute()
        const row = { id, host, path, keeps: keep, removes: remove, article_id: articleId, at, withdrawn_at: null }
        await tx.insertInto('site_rule').values(row).execute()
      }),

    /** Returns undefined when it isn't active. */
    withdraw: (id: string, at: string): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('site_rule')
          .set({ withdrawn_at: at })
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .returning('id')
          .executeTakeFirst()
        return row && true
      }),
  }
}

export type SiteRuleStore = ReturnType<typeof siteRuleStore>

function toRule({ id, host, path, keeps, removes, article_id, at, withdrawn_at }: SiteRuleTable): StoredSiteRule {
  return {
    ...{ id, host, path, keep: keeps, remove: removes, articleId: asId<ArticleId>(article_id), at },
    ...defined({ withdrawnAt: withdrawn_at ?? undefined }),
  }
}

function toSiteRule({ host, path, keep, remove }: StoredSiteRule): SiteRule {
  return {
    hosts: [host],
    ...defined({ path: path !== '' ? path : undefined }),
    article: defined({ keep: keep !== '' ? keep : undefined, remove: remove !== '' ? remove : undefined }),
  }
}
