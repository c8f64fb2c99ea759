import { isDeepStrictEqual } from 'node:util'
import { type PageRule, parsePageRule } from '../core/page-rule.ts'
import { mayActAs } from '../core/reader-identity.ts'
import { subscribe } from './add-feed.ts'
import type { OperationContext } from './operation.ts'
import type { AddResult } from './views.ts'

/**
 * Subscribes to a page as a feed. Where the house reads the page already, the new rule takes the place of the old one when the
 * reader is the only one of that feed, or the owner, or nothing comes of the old one any more.
 */
export async function addPageFeedFor(
  context: OperationContext,
  {
    url,
    rule,
    title,
    folder,
  }: { readonly url: string; readonly rule: PageRule; readonly title: string; readonly folder: string },
): Promise<AddResult> {
  const { store, reader, now } = context
  const intakeRule = JSON.stringify(rule)
  const known = await store.feeds.findIntake(url)
  const isOther = known !== undefined && !isDeepStrictEqual(parsePageRule(known.intakeRule), rule)
  if (known !== undefined && isOther) {
    const feed = await store.feeds.get(reader.id, known.id)
    const readers = await store.feeds.readerCount(known.id)
    const isTheirs = feed.isSubscribed && readers === 1
    if (readers > 0 && !isTheirs && feed.lastError === undefined && !mayActAs(reader.role, 'owner'))
      return {
        kind: 'refused',
        reason: 'others-read-it',
        message: 'Others here read this page by another rule. Subscribe to theirs, or ask the owner to change it.',
      }
    await store.feeds.setIntake(known.id, { intake: 'page', intakeRule }, now().toISOString())
  }
  return subscribe(context, [{ url, title, intake: 'page', intakeRule }], folder)
}
