import type { Damage } from './engine/find-damage.ts'

/** Told when the store stops taking writes, why, and when it takes them again. */
export type TellStore = (
  news: 'disk-full' | 'disk-has-room' | 'database-damaged' | 'database-sound' | 'file-gone' | 'file-back',
  detail: Readonly<Record<string, string | number>>,
) => void

/** What a store tells of itself. */
export type StoreSigns = {
  /** What is held, for pages: it asks nothing of whoever writes. */
  counts(): Promise<StoreCheck['counts']>
  /** Changes with everything that is written, by whomever; absent where that cannot be told at once. */
  dataVersion?(): number
  /** True where one person uses the server: one account, and no guests. Then nothing is private to anybody else. */
  isAlone(): Promise<boolean>
  /** The database's own clock, in milliseconds since 1970: the same for every process that shares it. */
  clockMs(): Promise<number>
  /**
   * Health for `doctor` and the Jobs page. `isDeep` reads every page of the database, which takes seconds; `isWhole` looks whether all
   * tables, keys and indexes are there, and reads a file as far as it comes in twenty seconds.
   */
  check(options?: CheckOptions): Promise<StoreCheck>
}

export type CheckOptions = { readonly isDeep?: boolean; readonly isWhole?: boolean }

export type StoreCheck = {
  readonly isOk: boolean
  readonly detail: string
  /** What of an SQLite file is damaged, as far as it is known. */
  readonly damage?: Damage
  readonly schemaVersion: number
  readonly sizeBytes: number
  readonly counts: {
    readonly feeds: number
    readonly entries: number
    readonly articles: number
    readonly stories: number
  }
  /** The copy that pages are read from, where there is one: whether it answers, and how far behind it is. */
  readonly readDatabase?: { readonly isUp: boolean; readonly lagMs?: number }
}
