/** Where articles and events can be sent: a program of the reader's own, services that keep pages, services that tell. */
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

/** What sends something by itself: an article saved, an entry starred, entries that came, a story told anew, an alert. */
export const occasions = ['saved', 'starred', 'new-entries', 'story-changed', 'alert'] as const
export type Occasion = (typeof occasions)[number]

/** What a message is about, as a webhook names it; `article` is one that a person sent, `test` a test. */
export type SendingEvent = 'article' | 'save_entry' | 'new_entries' | 'story_changed' | 'alert' | 'test'

/** An article, or what an alert says, as a service is given it. Texts are plain; times are ISO 8601. */
export type SentArticle = {
  readonly url: string
  readonly title: string
  readonly outlet?: string
  readonly authors?: readonly string[]
  readonly publishedAt?: string
  /** First words of its text, or those of an alert. */
  readonly excerpt?: string
}

/**
 * How sending went. Sent: it was taken. Refused: it will not be better later. Failed: later it may be, not before
 * `retryAfterSeconds` where the other side said so. Gone: the other side wants nothing more, ever.
 */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'gone'; readonly reason: string }

/** What a destination must be told to reach its service. */
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

/** The settings of one destination, by field; a field that is not needed may be absent. */
export type DestinationSettings = { readonly [Field in DestinationField]?: string }
