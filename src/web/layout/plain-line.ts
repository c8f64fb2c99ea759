/** Signs that turn what comes after them until they are ended, that nobody sees, or that end a line. */
const turning =
  /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u0000-\u0009\u000b-\u001f\u007f-\u009f]|[\u{e0000}-\u{e007f}]/gu
const fromRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Foreign words for a place that is text alone, such as the title of a window, a tooltip or the subject of a mail: without the signs that
 * would turn what stands around them, as no element ends them there. What is stored stays as it is.
 */
export function plainLine(text: string): string {
  return text.replace(turning, '').replace(/[\n\u2028\u2029]+/g, ' ')
}

/** The same for a place within a sentence of ours: a name from right to left turns no more than itself (FIRST STRONG ISOLATE, UAX 9). */
export function isolated(text: string): string {
  const plain = plainLine(text)
  return fromRightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}
