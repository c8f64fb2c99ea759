import type { Damage } from './engine/find-damage.ts'

/** Called when the store stops taking writes, with the reason, and when it takes them again. */
export type StoreStateListener = (
  news: 'disk-full' | 'disk-has-room' | 'database-damaged' | 'database-sound' | 'file-gone' | 'file-back',
  detail: Readonly<Record<string, string | number>>,
) => void

/** A store's information about itself. */
export type StoreStatus = {
  /** The numbers of what is stored, for pages; doesn't wait for writers. */
  counts(): Promise<StoreCheck['counts']>
  /** Changes with every write of anybody; absent where that can't be known cheaply. */
  dataVersion?(): number
  /** True when one person uses the server: one account, and no guests. Then nothing is private to anybody else. */
  isAlone(): Promise<boolean>
  /** The database's own clock in milliseconds since 1970, the same for every process that shares it. */
  clockMs(): Promise<number>
  /**
   * Health for `doctor` and the Jobs page. `isDeep` reads every page of the database, which takes seconds; `isWhole` checks that all
   * tables, keys and indexes exist, and reads as much of a file as it can in twenty seconds.
   */
  check(options?: CheckOptions): Promise<StoreCheck>
}

export type CheckOptions = { readonly isDeep?: boolean; readonly isWhole?: boolean }

export type StoreCheck = {
  readonly isOk: boolean
  readonly detail: string
  /** The known damage of an SQLite file. */
  readonly damage?: Damage
  readonly schemaVersion: number
  readonly sizeBytes: number
  readonly counts: {
    readonly feeds: number
    readonly entries: number
    readonly articles: number
    readonly stories: number
  }
  /** The read replica, if there is one: whether it answers, and how far it lags. */
  readonly readDatabase?: { readonly isUp: boolean; readonly lagMs?: number }
}
