import type { ArticleId, HighlightId, ShareId } from '../../core/ids.ts'
import type { Highlight, HighlightColor, Tag, TaggedKind } from '../../core/marks.ts'
import type { Page } from '../store.ts'

export type HighlightStore = {
  /** One that is there already takes the color given. */
  save(readerId: string, highlights: readonly Highlight[]): Promise<void>
  /** Undefined where there is none. */
  recolor(readerId: string, id: HighlightId, color: HighlightColor): Promise<Highlight | undefined>
  remove(readerId: string, id: HighlightId): Promise<Highlight | undefined>
  find(readerId: string, id: HighlightId): Promise<Highlight | undefined>
  listOf(readerId: string, articleId: ArticleId): Promise<readonly Highlight[]>
  /** The latest made first. */
  list(readerId: string, limit: number, cursor?: string): Promise<Page<Highlight>>
}

/** Tags are told apart without case and accents; the spelling given first stays. */
export type TagStore = {
  /** One that is there already stays as it is. */
  add(readerId: string, tags: readonly Tag[]): Promise<void>
  /** The tag taken off one thing; undefined when it was not on it. */
  remove(readerId: string, kind: TaggedKind, target: string, name: string): Promise<Tag | undefined>
  /** Tags taken off many things; answers how many they were. */
  removeMany(
    readerId: string,
    items: readonly { readonly kind: TaggedKind; readonly target: string }[],
    names: readonly string[],
  ): Promise<number>
  /** By name, then the latest first; tags on merged stories stand on the present one. */
  list(readerId: string): Promise<readonly Tag[]>
  /**
   * Gives everything of one tag another name; of two that become one each thing has one. Without a new name the tag goes. What
   * stood before is kept under `undoId` for a day. Answers on how many things it was; undefined when there is no such tag.
   */
  rename(
    readerId: string,
    name: string,
    to: string | undefined,
    undo: { readonly id: string; readonly at: string },
  ): Promise<number | undefined>
  /** Puts back what one renaming or removal changed, as it was. */
  undo(readerId: string, undoId: string): Promise<number | undefined>
}

/** A public link to what a story or a brief said at a moment. */
export type Share = {
  readonly id: ShareId
  readonly kind: 'story' | 'brief'
  readonly target: string
  readonly title: string
  /** ISO 8601, as all times. */
  readonly moment: string
  readonly isEmbeddable: boolean
  readonly madeAt: string
  readonly expiresAt?: string
  readonly revokedAt?: string
}

export type ShareStore = {
  /** `body` is what it shows, frozen. */
  add(readerId: string, share: Share, tokenHash: string, body: string): Promise<void>
  /** The latest made first; without what they show. */
  list(readerId: string): Promise<readonly Share[]>
  /** True when there was such a link of this reader. From then on it opens nothing. */
  revoke(readerId: string, id: ShareId, at: string): Promise<boolean>
  /** What a link shows at a time. One that is unknown, revoked or over is not found, by the same one look-up. */
  open(tokenHash: string, at: string): Promise<(Share & { readonly body: string }) | undefined>
}
