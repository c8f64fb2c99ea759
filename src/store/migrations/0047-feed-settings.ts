import type { Migration } from './migrate.ts'

/**
 * What readers set for their feeds. For one reader: parked (its entries arrive read), whether a click opens the outlet's page, and its
 * folders beyond the first, which is `subscription.folder`. For the feed itself: whether its
 * own texts are used instead of its pages.
 */
export const feedSettings: Migration = {
  version: 47,
  name: 'feed settings',
  isExpand: true,
  statements: ({ integer, keyOnly }) => [
    `alter table subscription add column is_parked ${integer} not null default 0`,
    `alter table subscription add column opens_original ${integer} not null default 0`,
    `alter table feed add column uses_own_text ${integer} not null default 0`,
    'create index subscription_parked on subscription (feed_id, reader_id) where is_parked = 1',
    `create table subscription_folder (
      reader_id text not null, feed_id ${integer} not null, name text not null, primary key (reader_id, feed_id, name),
      foreign key (reader_id, feed_id) references subscription (reader_id, feed_id) on delete cascade)${keyOnly}`,
    // Of imported lists, whose feeds were until now in the first of their folders only.
    `insert into subscription_folder (reader_id, feed_id, name)
      select distinct subscription.reader_id, subscription.feed_id, folder.path
      from subscription
      join kept_outline as place on place.reader_id = subscription.reader_id and place.feed_id = subscription.feed_id
      join kept_outline as folder on folder.reader_id = place.reader_id and folder.place = place.around
      where folder.path is not null and folder.path <> '' and subscription.folder <> ''
        and folder.path <> subscription.folder
        and exists (select 1 from kept_outline as first
          join kept_outline as around on around.reader_id = first.reader_id and around.place = first.around
          where first.reader_id = subscription.reader_id and first.feed_id = subscription.feed_id
            and around.path = subscription.folder)`,
  ],
}
