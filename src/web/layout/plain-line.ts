/** Characters that change direction until ended, that are invisible, or that end a line. */
const turning =
  /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u0000-\u0009\u000b-\u001f\u007f-\u009f]|[\u{e0000}-\u{e007f}]/gu
const fromRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Foreign words for plain text, such as a window title, a tooltip or the subject of a mail: without the characters that would reorder the
 * text around them, since no element ends them there. The stored text is unchanged.
 */
export function plainLine(text: string): string {
  return text.replace(turning, '').replace(/[\n\u2028\u2029]+/g, ' ')
}

/** The same within a sentence of ours: a right-to-left name reorders nothing but itself (FIRST STRONG ISOLATE, UAX 9). */
export function isolated(text: string): string {
  const plain = plainLine(text)
  return fromRightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}
