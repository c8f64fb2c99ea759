import type { AskArticle } from '../core/ask-article.ts'

/** True for what holds sentences that may answer: pages that gather pieces of others, and pages we failed to read, do not. */
export function isAskable({ kind, completeness }: Pick<AskArticle, 'kind' | 'completeness'>): boolean {
  const isProse = kind === 'article' || kind === 'press-release' || kind === 'opinion' || kind === 'live'
  return isProse && completeness.kind !== 'failed' && completeness.kind !== 'blurb'
}
