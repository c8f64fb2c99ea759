/** Services that articles and events can be sent to: the reader's own programs, services that save pages, and messengers. */
export const destinationKinds = [
  'webhook',
  'apprise',
  'ntfy',
  'wallabag',
  'readwise',
  'linkding',
  'karakeep',
  'readeck',
  'instapaper',
] as const
export type DestinationKind = (typeof destinationKinds)[number]

/** What triggers sending automatically: an article saved, an entry starred, new entries, a story changed, an alert. */
export const sendTriggers = ['saved', 'starred', 'new-entries', 'story-changed', 'alert'] as const
export type SendTrigger = (typeof sendTriggers)[number]

/** The event's name in a webhook; `article` is one that a person sent, `test` a test. */
export type SendingEvent = 'article' | 'save_entry' | 'new_entries' | 'story_changed' | 'alert' | 'test'

/** An article or an alert in the form services receive. Texts are plain; times are ISO 8601. */
export type OutgoingArticle = {
  readonly url: string
  readonly title: string
  readonly outlet?: string
  readonly authors?: readonly string[]
  readonly publishedAt?: string
  /** The beginning of the article's text, or the text of an alert. */
  readonly excerpt?: string
}

/**
 * `sent`: accepted. `refused`: trying again won't help. `failed`: it may work later, not before `retryAfterSeconds` if given.
 * `gone`: the service wants no more messages, ever.
 */
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'gone'; readonly reason: string }

export type DestinationField =
  | 'address'
  | 'token'
  | 'topic'
  | 'key'
  | 'services'
  | 'user'
  | 'password'
  | 'clientId'
  | 'clientSecret'
  | 'tags'

/** The settings of one destination, by field; those that aren't needed may be absent. */
export type DestinationSettings = { readonly [Field in DestinationField]?: string }
