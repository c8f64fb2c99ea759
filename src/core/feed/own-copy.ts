/** Ends the stored URL of a reader's own copy of a feed. It only tells the copy from other feeds at the URL, and is never sent. */
const mark = /#twosource-own=[\w-]*$/
/** Ends the stored URL of a feed of texts under embargo: nothing comes from there, and nobody else may have them yet. */
const embargoMark = /#twosource-embargo=[\w-]*$/

/** The URL under which one reader's own copy of a feed is stored. `id` can't be guessed. */
export function ownCopyUrl(url: string, id: string): string {
  return `${plainFeedUrl(url)}#twosource-own=${id}`
}

/** True for the stored URL of a feed that one reader has apart from everybody else. */
export function isOwnCopy(url: string): boolean {
  return mark.test(url)
}

/** The URL under which an outlet's imported texts are stored while they are under embargo. */
export function embargoUrl(url: string, id: string): string {
  return `${plainFeedUrl(url)}#twosource-embargo=${id}`
}

/** True for the stored URL of texts under embargo. */
export function isEmbargoUrl(url: string): boolean {
  return embargoMark.test(url)
}

/** A feed's URL as readers know it. */
export function plainFeedUrl(url: string): string {
  return url.replace(mark, '').replace(embargoMark, '')
}

/** The stored URL of a feed that moves: an own copy stays one. */
export function storedAtNewUrl(before: string, url: string): string {
  return plainFeedUrl(url) + (mark.exec(before)?.[0] ?? '')
}
