import type { Migration } from './migrate.ts'

/**
 * Hubs that feeds name (WebSub), and their pushes that aren't processed yet. One row is one callback URL, stored as a hash; without
 * a feed it is being ended. `poll_at` is when the feed would be polled without a hub.
 */
export const hubs: Migration = {
  version: 23,
  name: 'hubs',
  statements: ({ id, integer, ordered, blob }) => [
    `create table hub_subscription (
      id text primary key, feed_id ${integer} references feed(id) on delete set null, hub text not null, topic text not null,
      read_at_url text not null, named_at ${ordered} not null, base text, token_hash text, pending text,
      pending_until ${ordered}, lease_until ${ordered}, renew_at ${ordered}, retry_at ${ordered}, denied_at ${ordered},
      pushed_at ${ordered}, push_hash text, minute_at ${ordered}, minute_count ${integer} not null, poll_at ${ordered},
      failures ${integer} not null, last_error text)`,
    'create unique index hub_subscription_by_feed on hub_subscription (feed_id)',
    'create unique index hub_subscription_by_token on hub_subscription (token_hash)',
    `create table hub_push (
      id ${id}, subscription_id text not null references hub_subscription(id) on delete cascade, at ${ordered} not null,
      content_type text not null, body ${blob} not null)`,
    'create index hub_push_by_subscription on hub_push (subscription_id, id)',
  ],
}
