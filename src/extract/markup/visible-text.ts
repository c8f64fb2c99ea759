// Characters that show nothing and can carry a hidden message or reverse the reading order: soft hyphen, zero-width space, word joiner,
// invisible operators, byte order mark, bidirectional overrides and isolates, tag characters, C0 and C1 controls. A single joiner or
// direction mark stays: Persian, Hindi, Arabic and emoji need it.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|[\u200c-\u200f]{2,}/gu

// In French typography, a no-break space before high punctuation and inside guillemets.
const frenchSpace = /[\u00a0\u202f](?=[»:;!?])|(?<=«)[\u00a0\u202f]/g

/** Removes invisible characters. Keeps spacing. */
export function dropInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** More marks on one letter than any script uses: they overlap neighboring lines, and sorting them takes the square of their number. */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu

function composed(text: string): string {
  return text.replace(tooManyMarks, '$1').normalize('NFC')
}

/**
 * Text as a page shows it: composed letters (NFC), without invisible characters, with single spaces, trimmed. A no-break space stays where
 * French typography requires it.
 */
export function visibleText(raw: string): string {
  const plain = spacingOf(raw)
  if (plain === 'single') return raw.trim()
  if (plain === 'runs') return raw.replace(/[ \t\n\v\f\r]+/g, ' ').trim()
  return composed(dropInvisible(raw.isWellFormed() ? raw : raw.toWellFormed()))
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029 \u1680\u2000-\u200a\u205f\u3000]+/g, ' ')
    .replace(frenchSpace, '\u0001')
    .replace(/[ \u00a0\u202f]+/g, ' ')
    .replace(/ ?\u0001 ?/g, '\u00a0')
    .trim()
}

/** The characters of most texts: composed letters and signs that need no change. */
const plainUnits = new Uint8Array(0x20b0)
  .fill(1, 0x20, 0x7f)
  .fill(1, 0xa1, 0x250)
  .fill(0, 0xad, 0xae)
  .fill(1, 0x410, 0x450)
  .fill(1, 0x621, 0x64b)
  .fill(1, 0x2013, 0x2015)
  .fill(1, 0x2018, 0x201f)
for (const code of [0x060c, 0x061b, 0x061f, 0x2022, 0x2026, 0x20ac]) plainUnits[code] = 1

/** Whether a text needs no changes: with single spaces, or with runs of white space; `other` when it must be processed fully. */
function spacingOf(raw: string): 'single' | 'runs' | 'other' {
  let hasRuns = false
  let isAfterSpace = false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code >= 9 && code <= 13) hasRuns = true
    else if (plainUnits[code] !== 1) return 'other'
    else if (code === 0x20 && isAfterSpace) hasRuns = true
    isAfterSpace = code === 0x20
  }
  return hasRuns ? 'runs' : 'single'
}

/** Like {@link visibleText} for source code and verse: line breaks and indentation stay. */
export function visibleLines(raw: string): string {
  const lines = composed(dropInvisible(raw.isWellFormed() ? raw : raw.toWellFormed())).split(
    /\r\n?|[\n\u0085\u2028\u2029]/,
  )
  // A pattern for spaces before an end would restart at each of them.
  const text = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
  return text.trimEnd().replace(/^\n+/, '')
}

/** Cuts a text to at most `length` code units for a report, without splitting a character. */
export function excerpt(text: string, length = 200): string {
  if (text.length <= length) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end)
}
