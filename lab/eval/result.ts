/** What an eval measured. `figures` are shares from 0 to 1 unless the name says otherwise; higher is better. */
export type EvalResult = {
  readonly name: string
  /** The set it was scored on, such as `scrapinghub`. */
  readonly set: string
  readonly records: number
  readonly figures: Readonly<Record<string, number>>
  /** What a reader of the figures must know: in-sample, skipped records, where the set was not there. */
  readonly notes: readonly string[]
  /** True when the project's own small set stood in for a set that is not on this machine. */
  readonly isOwnSet: boolean
  /** With a scripted model that knows the labels: no figure of the product, so it is not published. */
  readonly isScripted?: true
}

export type EvalOptions = {
  /** Another file in the same record format. */
  readonly data?: string
}

export type Eval = { run(options: EvalOptions): Promise<EvalResult | readonly EvalResult[]> }

/** Floors by figure, for one set. A figure below its floor fails the gate. */
export type Baseline = {
  readonly set: string
  readonly floors: Readonly<Record<string, number>>
  readonly ownFloors?: Readonly<Record<string, number>>
  readonly isScripted?: true
}
