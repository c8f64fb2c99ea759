import type { FeedId } from '../../core/ids.ts'

/** An address that letters come to, and the feed they become entries of. */
export type Letterbox = {
  readonly id: string
  readonly readerId: string
  readonly feedId: FeedId
  /** What stands before the @. It is kept as it is: who knows it can send letters here, not read any. */
  readonly localPart: string
  readonly at: string
  /** Letters are refused since. */
  readonly endedAt?: string
}

/** As its reader sees it. */
export type LetterboxRow = Letterbox & {
  readonly title: string
  readonly folder: string
  readonly entryCount: number
  readonly lastArrivalAt?: string
}

export type NewLetterbox = Pick<Letterbox, 'id' | 'readerId' | 'localPart' | 'at'> & {
  readonly name: string
  readonly folder: string
}

export type LetterboxStore = {
  /** Makes the address and its feed, and subscribes its reader, who is the only one that ever can. */
  add(letterbox: NewLetterbox): Promise<Letterbox>
  /** The latest made first. */
  list(readerId: string): Promise<readonly LetterboxRow[]>
  /** The one that letters to this address go to; undefined where there is none, or it is ended. */
  findOpen(localPart: string): Promise<Letterbox | undefined>
  /** Letters are refused from then on; its entries stay. Undefined: there is none of this reader. */
  end(readerId: string, id: string, at: string): Promise<true | undefined>
}
