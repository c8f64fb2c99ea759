/** What somebody else's page shows within an article. */
export type EmbedKind = 'post' | 'video' | 'audio' | 'map' | 'chart' | 'document'

/** Something of another site's that an article shows at a place of its text. It is never loaded, only linked. */
export type Embed = {
  readonly kind: EmbedKind
  /** The address a person opens, not the one a frame loads. */
  readonly url: string
  /** What the page calls it, or who wrote the post. */
  readonly title?: string
  /** After how many blocks of the text it stands; 0 for before the first. */
  readonly after: number
}
