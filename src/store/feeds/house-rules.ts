import type { SiteRule } from '../../core/feed/page-rule.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import type { SiteRuleTable } from '../articles/text-report-schema.ts'
import type { HouseRule, HouseRuleStore } from '../articles/text-report-stores.ts'
import type { Engine } from '../engine/engine.ts'

/** The rules that were made in the house, over a database. */
export function houseRuleStore(engine: Engine): HouseRuleStore {
  const { reader } = engine
  return {
    async list() {
      const rows = await reader
        .selectFrom('site_rule')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(500)
        .execute()
      return rows.map(toRule)
    },

    async inForce() {
      const rows = await reader
        .selectFrom('site_rule')
        .selectAll()
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toRule).map(toSiteRule)
    },

    async find(id) {
      const row = await reader.selectFrom('site_rule').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toRule(row)
    },

    add: ({ id, host, path, keep, remove, articleId, at }) =>
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

    withdraw: (id, at) =>
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

function toRule({ id, host, path, keeps, removes, article_id, at, withdrawn_at }: SiteRuleTable): HouseRule {
  return {
    ...{ id, host, path, keep: keeps, remove: removes, articleId: asId<ArticleId>(article_id), at },
    ...(withdrawn_at === null ? {} : { withdrawnAt: withdrawn_at }),
  }
}

function toSiteRule({ host, path, keep, remove }: HouseRule): SiteRule {
  return {
    hosts: [host],
    ...(path !== '' && { path }),
    article: { ...(keep !== '' && { keep }), ...(remove !== '' && { remove }) },
  }
}
