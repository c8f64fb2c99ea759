import type { OperationOutcome } from '../operations/run-for-program.ts'

/** What an operation answered, or nothing. Fever has no way to say why. */
export function viewOf<View>(carried: OperationOutcome<View>): Exclude<View, undefined> | undefined {
  return carried.kind === 'done' ? carried.view : undefined
}

/** Seconds since 1970 of a time in ISO 8601; of none, 0. */
export function seconds(at: string | undefined): number {
  return at === undefined ? 0 : Math.floor(Date.parse(at) / 1000)
}

/** Numbers of rows in a list with commas between; what is no number of a row is left out. */
export function numbersIn(list: string | undefined, most: number): readonly string[] {
  const found = (list ?? '').split(',').map((part) => part.trim())
  return found.filter((part) => /^\d{1,15}$/.test(part)).slice(0, most)
}
