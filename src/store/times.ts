/** The ISO time `ms` milliseconds after an ISO time. */
export function addMs(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString()
}

/** The same moment as ISO 8601 in UTC with milliseconds, so that order of text is order of time; `undefined` when it is no time. */
export function normalizedTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}
