/** A text that is nowhere by chance; each place it is put in has one of its own, so that a leak says whence. */
export function canary(place: string): string {
  return `zqxj${place.replace(/[^a-z]/gi, '').toLowerCase()}qjxz`
}

/** The canaries in an answer, whatever it is: a view, a file, bytes, a map. */
export function canariesIn(answer: unknown): readonly string[] {
  return [...new Set(textOf(answer).match(/zqxj[a-z]*qjxz/gi) ?? [])]
}

/** An answer as text, with everything that is in it. */
export function textOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : (JSON.stringify(answer, everything) ?? '')
}

function everything(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (value instanceof Map || value instanceof Set) return [...value]
  return typeof value === 'bigint' ? String(value) : value
}
