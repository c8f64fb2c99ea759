/** What a newsletter has besides the fields of a feed entry. We never fetch these URLs: they are for the reader to open. */
export type Letter = {
  /** The sender's name for the list (RFC 2919), without brackets. */
  readonly listId?: string
  /** Where to unsubscribe: a page, and an email address (RFC 2369). */
  readonly leaveUrl?: string
  readonly leaveMail?: string
  /** The page supports one-click unsubscribing (RFC 8058). */
  readonly isOneClick?: true
  /** Attachments, which aren't stored; at most 50. */
  readonly leftOut?: readonly LeftOutFile[]
}

export type LeftOutFile = { readonly name: string; readonly type: string; readonly lengthBytes: number }
