import type { LetterLeftOut, MailboxAccount, MailboxTrouble } from '../../core/mailbox.ts'

/** A mailbox as its reader sees it: without its password. */
export type MailboxView = {
  readonly id: string
  readonly host: string
  readonly port: number
  readonly security: MailboxAccount['security']
  readonly user: string
  readonly folder: string
  /** Addresses and domains whose emails are accepted; empty: all, and from an inbox all newsletters. */
  readonly senders: readonly string[]
  /** The folder of new feeds; empty: none. */
  readonly feedFolder: string
  readonly lastFetchedAt?: string
  /** Why the last fetch failed. */
  readonly trouble?: MailboxTrouble
  /** The last emails that were not taken, newest first. */
  readonly leftOut: readonly LetterLeftOut[]
  readonly at: string
}

export type MailboxesView = {
  readonly mailboxes: readonly MailboxView[]
  /** Senders whose feeds the reader removed: their emails are not taken. */
  readonly unwanted: readonly string[]
}

export type MailboxRefusal =
  | { readonly kind: 'trouble'; readonly trouble: MailboxTrouble }
  | { readonly kind: 'refused'; readonly why: 'server' | 'senders' | 'too-many' | 'too-often' }

export type MailboxAdded = { readonly kind: 'added'; readonly id: string; readonly newCount: number } | MailboxRefusal

export type MailboxChanged = { readonly kind: 'changed' } | MailboxRefusal

/** `busy`: it is being fetched already. */
export type MailboxFetch =
  | { readonly kind: 'done'; readonly newCount: number }
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-often' }
  | { readonly kind: 'trouble'; readonly trouble: MailboxTrouble }
