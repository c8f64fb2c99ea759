/** A process at work on these data. */
export type NodeRow = {
  readonly id: string
  /** The name of its machine, and its number there. */
  readonly machine: string
  readonly pid: number
  /** The background work it does. */
  readonly roles: readonly string[]
  /** True when it answers requests. */
  readonly serves: boolean
  readonly version: string
  /** Since when it runs, ISO 8601. */
  readonly since: string
  /** How long ago it last said that it lives, in milliseconds of the database's clock. */
  readonly silentMs: number
  /** It is dead, or silent for so long that it is taken for dead. */
  readonly isGone: boolean
  /** The lanes it holds now. */
  readonly lanes: readonly string[]
}

/** What a process says of itself. */
export type NodeFacts = Pick<NodeRow, 'roles' | 'serves' | 'version' | 'since'>

/** How the database is, as far as a quick look tells. */
export type Ping = {
  /** True when it takes no writes now: a server that follows another. */
  readonly isReadOnly: boolean
  /** True when a newer program has changed the data so that this one may not go on with them. */
  readonly isTooNew: boolean
}

export type NodeStore = {
  /** Looks whether the database answers, by one short read. Rejects when it does not. */
  ping(): Promise<Ping>
  /** Says that this process lives; rows of processes that said nothing for a day go. */
  beat(facts: NodeFacts): Promise<void>
  /** This process ends. */
  leave(): Promise<void>
  /** All that said something within a day, those that lived last first. */
  list(): Promise<readonly NodeRow[]>
}

export type NodeTable = {
  id: string
  machine: string
  pid: number
  roles: string
  serves: number
  version: string
  since: string
  beat_ms: number
}
