/** One thing that was looked at. What is not as it should be has advice; a hint is worth a thought and fails nothing. */
export type DoctorCheck = {
  readonly what: string
  readonly isOk: boolean
  readonly advice: string
  readonly isHint?: boolean
}

/** All is well here. */
export const fine = (what: string): DoctorCheck => ({ what, isOk: true, advice: '' })
/** Something has to be done. */
export const wrong = (what: string, advice: string): DoctorCheck => ({ what, isOk: false, advice })
/** Something that may be as it is. */
export const hint = (what: string, advice: string): DoctorCheck => ({ what, isOk: false, advice, isHint: true })

/** A size for people. */
export function megabytes(bytes: number): string {
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${(bytes / 2 ** 20).toFixed(1)} MB`
}

/** A length of time for people. */
export function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return `${Math.round(ms / 1000)} s`
  if (minutes < 120) return `${minutes} minutes`
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`
}
