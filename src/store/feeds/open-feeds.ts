import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The URL scheme of newsletter feeds. An imported list can't subscribe to one. */
export const NEWSLETTER_SCHEME = 'letters:'

/**
 * Whether a reader may see a feed, in a query where `subscription` is the reader's, or null without one. Only their recipient reads
 * newsletters, and nobody else on this server, whatever their role.
 */
export const isOpenSql: RawBuilder<SqlBool> = sql<SqlBool>`(feed.intake <> 'mail' or subscription.feed_id is not null)`
