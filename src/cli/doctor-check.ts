/** The result of one check. A failed one has advice; a hint is only a suggestion and doesn't count as a failure. */
export type DoctorCheck = {
  readonly what: string
  readonly isOk: boolean
  readonly advice: string
  readonly isHint?: boolean
}

export const fine = (what: string): DoctorCheck => ({ what, isOk: true, advice: '' })
export const wrong = (what: string, advice: string): DoctorCheck => ({ what, isOk: false, advice })
export const hint = (what: string, advice: string): DoctorCheck => ({ what, isOk: false, advice, isHint: true })

/** A size in MB, for people. */
export function megabytes(bytes: number): string {
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${(bytes / 2 ** 20).toFixed(1)} MB`
}

/** A duration in words. */
export function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return `${Math.round(ms / 1000)} s`
  if (minutes < 120) return `${minutes} minutes`
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`
}
