/** Content of another site embedded in an article. */
export type EmbedKind = 'post' | 'video' | 'audio' | 'map' | 'chart' | 'document'

/** It's never loaded, only linked. */
export type Embed = {
  readonly kind: EmbedKind
  /** The URL a person opens, not that of the frame. */
  readonly url: string
  /** Its name on the page, or the author of the post. */
  readonly title?: string
  /** Number of text blocks before it. */
  readonly after: number
}
