/** Something that can go wrong, who causes it, and what protects against it. */
export type Threat = {
  readonly id: string
  /** Who or what causes it. */
  readonly who: string
  /** What they do, and what would be lost. */
  readonly what: string
  /** What prevents it. */
  readonly guard: string
  /** Test files for the protection. */
  readonly tests: readonly string[]
  /** Proofs that attack it: `npm run prove -- NAME`. */
  readonly proofs: readonly string[]
}
