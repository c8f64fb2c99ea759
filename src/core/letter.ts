/** What a letter has beside an entry of a feed. Nothing here is asked for by us: what stands in it are places a person may go to. */
export type Letter = {
  /** What the sender calls the list (RFC 2919), without brackets. */
  readonly listId?: string
  /** Where the list can be left: a page, and an address to write to (RFC 2369). */
  readonly leaveUrl?: string
  readonly leaveMail?: string
  /** The page takes one click of a mail program (RFC 8058). */
  readonly isOneClick?: true
  /** Files that came with it and are not kept, at most 50. */
  readonly leftOut?: readonly LeftOutFile[]
}

export type LeftOutFile = { readonly name: string; readonly type: string; readonly lengthBytes: number }
