/**
 * A mark that occurs in none of the texts, so that none of them can close its own fence. `makeMark` returns a different one each
 * time.
 */
export function freshMark(texts: readonly string[], makeMark: () => string): string {
  for (let tries = 0; tries < 100; tries++) {
    const mark = makeMark()
    if (!texts.some((text) => text.includes(mark))) return mark
  }
  throw new Error('No mark could be made that the text does not hold')
}
