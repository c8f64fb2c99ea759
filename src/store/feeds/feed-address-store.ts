import type { FeedSubject } from '../../core/feed/feed-subject.ts'

/** A secret address of one feed of one reader. */
export type FeedAddress = FeedSubject & {
  readonly id: string
  readonly readerId: string
  /** What it is of, as it was called when it was made. */
  readonly label: string
  /** True where a hub is told when it changes: the hub then knows the address. */
  readonly isAnnounced: boolean
  readonly at: string
}

/** Of an address only its hash is kept. */
export type FeedAddressStore = {
  /** One address for one feed: where there is one already, that one is the answer, and nothing is written. */
  add(address: FeedAddress, tokenHash: string): Promise<FeedAddress>
  /** The latest made first, each with the hash of its address. */
  list(readerId: string): Promise<readonly (FeedAddress & { readonly tokenHash: string })[]>
  /** The one with this hash. */
  find(tokenHash: string): Promise<FeedAddress | undefined>
  /** Undefined: there was none of this reader. */
  remove(readerId: string, id: string): Promise<true | undefined>
  announce(readerId: string, id: string, isAnnounced: boolean): Promise<true | undefined>
  /** Those a hub is told of, in order of their ids, with the hash of what it was told of last. */
  listAnnounced(
    limit: number,
    after?: string,
  ): Promise<readonly (FeedAddress & { readonly tokenHash: string; readonly announced?: string })[]>
  noteAnnounced(id: string, announced: string): Promise<void>
}
