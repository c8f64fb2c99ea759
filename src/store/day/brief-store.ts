import type { BriefChoice } from '../../core/brief-choice.ts'
import type { StoryId } from '../../core/ids.ts'

/** `day` is the brief of a day, `week` the one of seven days. */
export type BriefKind = 'day' | 'week'

/**
 * What became of a brief. `sending` is noted before it is handed over: where the program ends in between it stays so, and is
 * not sent again, since nobody knows whether it arrived.
 */
export type BriefState = 'planned' | 'sending' | 'sent' | 'refused' | 'empty'

/** What a secret address is for: ending the mails. Those of feeds stand with the others (`feedAddresses`). */
export type TokenPurpose = 'mail'

/** How readers want their briefs, and which were sent. Of a secret address only its hash is kept. */
export type BriefStore = {
  find(readerId: string): Promise<BriefChoice | undefined>
  set(readerId: string, choice: BriefChoice, at: string): Promise<void>
  /** All who get one by mail, each with when they chose so. */
  listMailed(): Promise<readonly { readonly readerId: string; readonly choice: BriefChoice; readonly at: string }[]>
  /** Plans one, once: a row and the job that sends it, in one write. False where it was planned before. */
  plan(readerId: string, kind: BriefKind, day: string, at: string): Promise<boolean>
  /**
   * Notes that one is being sent now, and with which stories, which are kept from then on: true for whoever is the first, and for
   * nobody after.
   */
  begin(readerId: string, kind: BriefKind, day: string, at: string, storyIds?: readonly StoryId[]): Promise<boolean>
  /** Notes what became of it; `planned` where it is known that nobody got it and it may be tried again. */
  settle(readerId: string, kind: BriefKind, day: string, state: BriefState): Promise<void>
  /** What became of one; undefined: it was never planned. */
  stateOf(readerId: string, kind: BriefKind, day: string): Promise<BriefState | undefined>
  /** When the last one was sent before a time. */
  lastSentAt(readerId: string, kind: BriefKind, before: string): Promise<string | undefined>
  addToken(readerId: string, purpose: TokenPurpose, hash: string, at: string): Promise<void>
  /** The reader a secret address belongs to. */
  findToken(purpose: TokenPurpose, hash: string): Promise<string | undefined>
  /** Forgets those made before a time; without one, all. */
  removeTokens(readerId: string, purpose: TokenPurpose, before?: string): Promise<void>
}

type BriefJob = { readonly kind: BriefKind; readonly day: string; readonly readerId: string }

/** The key of the job that sends a brief. */
export function briefJobKey({ kind, day, readerId }: BriefJob): string {
  return `${kind} ${day} ${readerId}`
}

/** What such a key says. Throws for any other: the table holds none. */
export function readBriefJobKey(key: string): BriefJob {
  const [, kind, day = '', readerId = ''] = /^(day|week) (\d{4}-\d\d-\d\d) (.+)$/s.exec(key) ?? []
  if (kind !== 'day' && kind !== 'week') throw new Error(`No brief is meant by ${JSON.stringify(key)}`)
  return { kind, day, readerId }
}
