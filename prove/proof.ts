/** What a proof found: each figure, what it had to be, and whether it was. */
export type ProofResult = {
  readonly name: string
  readonly checks: readonly {
    readonly what: string
    readonly measured: number | string
    readonly wanted: string
    readonly isMet: boolean
  }[]
  /** What the figures are made of, a row each. */
  readonly table?: readonly Readonly<Record<string, number | string>>[]
}

export type ProofOptions = {
  /** How long a proof that searches goes on. */
  readonly minutes?: number
  /** What it draws from; the same finds the same. */
  readonly seed?: number
  /** Everything the targets ask for, however long it takes. */
  readonly isFull?: boolean
  /** How many entries a store has that is worked on. */
  readonly entries?: number
}

/** A proof runs against a product of its own on loopback, in bounded loops, and cleans up after itself. */
export type Proof = (options?: ProofOptions) => Promise<ProofResult>

/** A table for people. */
export function printProof({ name, checks, table = [] }: ProofResult): void {
  console.log(name)
  for (const { what, measured, wanted, isMet } of checks)
    console.log(`  ${isMet ? '✓' : '✗'} ${what}: ${measured} (wanted ${wanted})`)
  if (table.length > 0) console.table(table)
}
