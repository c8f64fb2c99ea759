const wordsPerMinute = 265
const lettersPerMinute = 500
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu

/** Minutes to read HTML, by Miniflux's formula: 265 words, or 500 characters of scripts without spaces, a minute. */
export function readingMinutes(markup: string): number {
  const text = markup.replace(/<[^>]*>/g, ' ')
  const letters = text.match(withoutSpaces)?.length ?? 0
  const words = text.replace(withoutSpaces, ' ').match(/\S+/g)?.length ?? 0
  return Math.ceil(words / wordsPerMinute + letters / lettersPerMinute)
}
