import { createHash } from 'node:crypto'

/** A text any database can keep: U+0000 and half surrogate pairs become U+FFFD, one for one, so that spans still hold. */
export function safeText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole
}

/** Longer texts do not fit an index of PostgreSQL. */
const longestKey = 500

/** A key any index can hold: the key itself, or a hash of one that is too long. */
export function safeKey(key: string): string {
  if (key.length <= longestKey) return safeText(key)
  return `sha256:${createHash('sha256').update(key).digest('hex')}`
}
