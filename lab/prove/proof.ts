/** What a proof found: each figure, what it had to be, and whether it was. */
export type ProofResult = {
  readonly name: string
  readonly checks: readonly {
    readonly what: string
    readonly measured: number | string
    readonly wanted: string
    readonly isMet: boolean
    /** How many things were tried for it; 1 where it says nothing. */
    readonly cases?: number
    /** How many of them went wrong; 0 or 1, as it is met or not, where it says nothing. */
    readonly failures?: number
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
  /** How often something is done again: kills, cuts of power. */
  readonly rounds?: number
  /** What is kept in, where a proof can have either. */
  readonly store?: 'sqlite' | 'postgres'
  /** Folder that gets what it found, and what was measured in the course of it where a proof keeps that. */
  readonly out?: string
  /** How many entries a store has that is worked on. */
  readonly entries?: number
}

/** A proof runs against a product of its own on loopback, in bounded loops, and cleans up after itself. */
export type Proof = (options?: ProofOptions) => Promise<ProofResult>

/** How much was tried in all, and how much of it went wrong. */
export function countCases({ checks }: ProofResult): { readonly cases: number; readonly failures: number } {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    cases: sum(checks.map(({ cases }) => cases ?? 1)),
    failures: sum(checks.map(({ failures, isMet }) => failures ?? (isMet ? 0 : 1))),
  }
}

/** A table for people. */
export function printProof({ name, checks, table = [] }: ProofResult): void {
  console.log(name)
  for (const { what, measured, wanted, isMet } of checks)
    console.log(`  ${isMet ? '✓' : '✗'} ${what}: ${measured} (wanted ${wanted})`)
  if (table.length > 0) console.table(table)
}
