import type { FeedFormat } from '../../src/core/feed/published-feed.ts'
import { atomRules } from './atom-rules.ts'
import { jsonFeedRules } from './json-feed-rules.ts'
import { rssRules } from './rss-rules.ts'
import { type Broken, type Check, checking } from './rule.ts'

const rules: Readonly<Record<FeedFormat, (body: string, check: Check) => void>> = {
  atom: atomRules,
  rss: rssRules,
  json: jsonFeedRules,
}

/** Every rule of its format that a feed breaks, by its section; empty for a valid one. */
export function brokenRules(format: FeedFormat, body: string): readonly Broken[] {
  const { broken, check } = checking()
  try {
    rules[format](body, check)
  } catch (error) {
    broken.push({ rule: error instanceof Error ? error.message : String(error), found: '' })
  }
  return broken
}
