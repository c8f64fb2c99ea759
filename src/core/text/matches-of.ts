/**
 * All matches of a pattern with the flag `g`, like `matchAll`. That clones the pattern for every text, which costs more than
 * reading most short texts; this restores `lastIndex` instead, and must not be called while another loop uses the same pattern.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return matches
}
