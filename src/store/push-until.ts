import { sql } from 'kysely'

/** Until when a hub that tells news lately does so, for a query over feeds. */
export const pushUntil = (now: string) =>
  sql<string | null>`(select lease_until from hub_subscription where hub_subscription.feed_id = feed.id
    and pushed_at is not null and lease_until > ${now})`
