/** The ISO time `ms` milliseconds after an ISO time. */
export function addMs(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString()
}

const isNormal = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|-00:00)$/

/**
 * The same moment in ISO 8601, UTC, with milliseconds, so that text order is time order; an unknown time stays marked as such. `undefined`
 * for an invalid time.
 */
export function normalizedTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (isNormal.test(text) && !Number.isNaN(Date.parse(text))) return text
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}
