import { createHash } from 'node:crypto'

/** A text that any database can store: U+0000 and lone surrogates become U+FFFD, one for one, so that spans stay valid. */
export function safeText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole
}

/** Longer texts don't fit a PostgreSQL index. */
const longestKey = 500

/** A key that fits any index: the key itself, or the hash of a long one. */
export function safeKey(key: string): string {
  if (key.length <= longestKey) return safeText(key)
  return `sha256:${createHash('sha256').update(key).digest('hex')}`
}
