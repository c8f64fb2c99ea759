import type { PageFeedResult } from '../../extract/rules/read-page-feed.ts'

/** Why a rule finds no feed on a page, in words, ending in what to do. */
export function explainPageFeed(result: Exclude<PageFeedResult, { kind: 'feed' }>): string {
  switch (result.kind) {
    case 'rule-empty':
      return result.itemCount === 0
        ? 'The rule finds nothing on the page, which may have been redesigned. Earlier articles are kept; create the feed again with another rule.'
        : `The rule finds ${result.itemCount} items on the page, but none with a title and a link. Say where in an item they are.`
    case 'bad-selector':
      return `The selector for “${result.field}” cannot be used: ${result.problem}.`
    case 'too-much-work':
      return 'The selectors take too long on this page. Write simpler ones.'
  }
}

export function explainSlow(
  result: { readonly kind: 'too-slow'; readonly afterMs: number } | { readonly kind: 'failed'; readonly error: string },
): string {
  return result.kind === 'too-slow'
    ? `The page took longer than ${Math.round(result.afterMs / 1000)} s to read.`
    : `The page could not be read: ${result.error.split('\n')[0]}`
}
