import type { OperationOutcome } from '../operations/run-for-program.ts'

/** An operation's view, or undefined. Fever has no way to give a reason. */
export function viewOf<View>(carried: OperationOutcome<View>): Exclude<View, undefined> | undefined {
  return carried.kind === 'done' ? carried.view : undefined
}

/** An ISO 8601 time in seconds since 1970; 0 if absent. */
export function seconds(at: string | undefined): number {
  return at === undefined ? 0 : Math.floor(Date.parse(at) / 1000)
}

/** Comma-separated row numbers; anything else is left out. */
export function numbersIn(list: string | undefined, most: number): readonly string[] {
  const found = (list ?? '').split(',').map((part) => part.trim())
  return found.filter((part) => /^\d{1,15}$/.test(part)).slice(0, most)
}
