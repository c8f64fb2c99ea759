/** Parses a number within bounds. Returns undefined for anything else. */
export function numberOf(text: string | undefined, least = 0, most = 1e9): number | undefined {
  const trimmed = text?.trim() ?? ''
  if (!/^[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})$/.test(trimmed)) return undefined
  const value = Number(trimmed)
  return value >= least && value <= most ? value : undefined
}

export function countOf(text: string | undefined): number | undefined {
  const value = numberOf(text)
  return value !== undefined && Number.isInteger(value) ? value : undefined
}

/** Parses a time in a recording to seconds: `3725`, `62:05`, `1:02:05`, with fractions. Returns undefined when it is invalid or missing. */
export function secondsOf(text: string | undefined): number | undefined {
  const parts = text?.trim().split(':') ?? []
  if (parts.length > 3) return undefined
  let seconds = 0
  for (const [index, part] of parts.entries()) {
    const value = numberOf(part)
    // Only the last part may have a fraction, and all but the first are below sixty.
    if (value === undefined || (index > 0 && value >= 60)) return undefined
    if (index < parts.length - 1 && !Number.isInteger(value)) return undefined
    seconds = seconds * 60 + value
  }
  return parts.length > 0 ? seconds : undefined
}
