/** A part of a server's reply: an atom or a quoted string as text, a literal as bytes, NIL, or a list of such. */
export type ImapValue = string | Uint8Array | undefined | readonly ImapValue[]

/** A reply as it came: its lines, with the literals between them. */
export type ImapReply = { readonly lines: readonly string[]; readonly literals: readonly Uint8Array[] }

/** Deeper lists are not asked for. */
const MAX_DEPTH = 20
const MAX_VALUES = 5_000

/**
 * Reads the values of a reply (RFC 9051 section 4); undefined if it can't be read. The brackets of a section, as in
 * `BODY[HEADER.FIELDS (FROM)]`, belong to its atom.
 */
export function readImapValues({ lines, literals }: ImapReply): readonly ImapValue[] | undefined {
  const open: ImapValue[][] = [[]]
  let count = 0
  for (const [index, line] of lines.entries()) {
    let at = 0
    while (at < line.length) {
      const list = open.at(-1)
      if (list === undefined || ++count > MAX_VALUES) return undefined
      const sign = line[at]
      if (sign === ' ') at++
      else if (sign === '(') {
        if (open.length > MAX_DEPTH) return undefined
        open.push([])
        at++
      } else if (sign === ')') {
        open.pop()
        open.at(-1)?.push(list)
        at++
      } else if (sign === '"') {
        const text = /"((?:[^"\\]|\\.)*)"/y
        text.lastIndex = at
        const found = text.exec(line)
        if (!found) return undefined
        list.push((found[1] ?? '').replace(/\\(.)/g, '$1'))
        at = text.lastIndex
      } else if (sign === '{' && /^\{\d+\+?\}$/.test(line.slice(at)) && index < literals.length) {
        list.push(literals[index])
        at = line.length
      } else {
        const atom = /(?:[^\s()"{[]|\[[^\]]*\])+/y
        atom.lastIndex = at
        const found = atom.exec(line)
        if (!found) return undefined
        list.push(found[0] === 'NIL' ? undefined : found[0])
        at = atom.lastIndex
      }
    }
  }
  return open.length === 1 ? open[0] : undefined
}

/** The items of a FETCH reply by name, in upper case; undefined for another reply. */
export function readFetched(values: readonly ImapValue[]): ReadonlyMap<string, ImapValue> | undefined {
  const [, number, what, items] = values
  if (typeof number !== 'string' || what !== 'FETCH' || !Array.isArray(items)) return undefined
  const named = new Map<string, ImapValue>()
  for (let at = 0; at + 1 < items.length; at += 2) {
    const name: unknown = items[at]
    if (typeof name === 'string') named.set(name.toUpperCase().replace(/^BODY\[.*$/, 'BODY'), items[at + 1])
  }
  return named
}

/** A number of a reply, at most 32 bits as all numbers of messages are; undefined if it is none. */
export function readImapNumber(value: ImapValue): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,10}$/.test(value)) return undefined
  const number = Number(value)
  return number <= 0xffffffff ? number : undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Milliseconds since 1970 of `17-Jul-2026 02:44:25 -0700`; undefined if it isn't such a time. */
export function readImapTime(value: ImapValue): number | undefined {
  if (typeof value !== 'string') return undefined
  const found = /^ ?(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/.exec(value)
  if (!found) return undefined
  const [, day, month = '', year, hour, minute, second, sign, hours, minutes] = found
  const index = months.indexOf(month.toLowerCase())
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  return index < 0
    ? undefined
    : Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second)) - offset
}

/** The name of a folder as it is sent (RFC 3501 section 5.1.3, a form of UTF-7). */
export function encodeFolder(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, (part) => {
    if (part === '&') return '&-'
    const bytes = Buffer.from(part, 'utf16le').swap16()
    return `&${bytes.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`
  })
}

/** The name of a folder as people read it. */
export function decodeFolder(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_, part: string) => {
    if (part === '') return '&'
    const bytes = Buffer.from(part.replaceAll(',', '/'), 'base64')
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le')
  })
}

/** A text in quotes; only for printable ASCII. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Whether a text can be sent in quotes. */
export function isPrintable(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
