import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** How the address of a feed of letters begins. No list of feeds that somebody brings subscribes to one. */
export const LETTERS_SCHEME = 'letters:'

/**
 * Whether a feed is open to a reader, in the names of the joined tables: `subscription` is theirs, and null where they do not
 * subscribe. Letters are read by whom they were sent to, and by nobody else in the house, whatever their role.
 */
export const isOpenSql: RawBuilder<SqlBool> = sql<SqlBool>`(feed.intake <> 'mail' or subscription.feed_id is not null)`
