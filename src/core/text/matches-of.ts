/**
 * All matches of a pattern with the flag `g`, as `matchAll` has them. That makes the pattern anew for every text, which costs more
 * than most short texts take to read; this leaves it as it found it, and must not be asked within a walk over the same pattern.
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
