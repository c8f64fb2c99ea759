import type { BriefChoice } from '../core/brief-choice.ts'

/** `day` is the brief of a day, `week` the one of seven days. */
export type BriefKind = 'day' | 'week'

/** What a secret address is for: reading the feeds, or ending the mails. */
export type TokenPurpose = 'feed' | 'mail'

/** How readers want their briefs, and which were sent. Of a secret address only its hash is kept. */
export type BriefStore = {
  find(readerId: string): Promise<BriefChoice | undefined>
  set(readerId: string, choice: BriefChoice, at: string): Promise<void>
  /** All who get one by mail, each with when they chose so. */
  listMailed(): Promise<readonly { readonly readerId: string; readonly choice: BriefChoice; readonly at: string }[]>
  /** Notes that one is being sent: true for whoever notes it first, and for nobody after. */
  claim(readerId: string, kind: BriefKind, day: string, at: string): Promise<boolean>
  /** Takes that back: it is known that nobody got it. */
  release(readerId: string, kind: BriefKind, day: string): Promise<void>
  isSent(readerId: string, kind: BriefKind, day: string): Promise<boolean>
  /** When the last one was sent before a time. */
  lastSentAt(readerId: string, kind: BriefKind, before: string): Promise<string | undefined>
  addToken(readerId: string, purpose: TokenPurpose, hash: string, at: string): Promise<void>
  /** The reader a secret address belongs to. */
  findToken(purpose: TokenPurpose, hash: string): Promise<string | undefined>
  hasToken(readerId: string, purpose: TokenPurpose): Promise<boolean>
  /** Forgets those made before a time; without one, all. */
  removeTokens(readerId: string, purpose: TokenPurpose, before?: string): Promise<void>
}
