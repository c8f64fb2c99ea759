import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type RuleId } from '../../core/ids.ts'
import { mostRules, type Rule } from '../../core/rules/rule.ts'
import type { OperationContext } from '../operation.ts'
import type { marksRecord } from './marks-record.ts'

type Own = Pick<OperationContext, 'store' | 'reader'>

function feedsAndSources({ store, reader }: Own) {
  return Promise.all([store.feeds.list(reader.id), store.feeds.listSources(reader.id)])
}

/** A reader's rules for an export: feeds by URL and sources by name. */
export async function portableRules({ store, reader }: Own) {
  const rules = await store.rules.list(reader.id)
  if (rules.length === 0) return []
  const [feeds, sources] = await feedsAndSources({ store, reader })
  return rules.map(({ id: _id, since: _since, conditions, ...rule }) => ({
    ...rule,
    conditions: {
      ...conditions,
      ...defined({
        feed: feeds.find(({ id }) => id === conditions.feed)?.url,
        source: sources.find(({ id }) => id === conditions.source)?.name,
      }),
    },
  }))
}

/**
 * Adds rules that aren't here yet after those that are. One about a feed or source that the reader doesn't have is switched off, and one
 * that only sends to a service that isn't here is left out. Returns how many were added.
 */
export async function importRules(
  { store, reader, now }: Own & Pick<OperationContext, 'now'>,
  given: z.output<typeof marksRecord>['rules'],
): Promise<number> {
  if (given.length === 0) return 0
  const at = now().toISOString()
  const [feeds, sources] = await feedsAndSources({ store, reader })
  const services = new Set((await store.destinations.list(reader.id)).map(({ id }) => id))
  const wanted = given.flatMap(({ conditions, actions, isOn, name, isLast }): readonly Rule[] => {
    const feed = feeds.find(({ url }) => url === conditions.feed)?.id
    const source = sources.find((each) => each.name === conditions.source)?.id
    const isMissing = (conditions.feed && !feed) || (conditions.source && !source)
    const { sendTo, ...others } = actions
    const kept = sendTo !== undefined && services.has(sendTo) ? actions : others
    if (Object.keys(kept).length === 0) return []
    const rule: Rule = {
      id: asId<RuleId>(randomUUID()),
      isOn: isOn && !isMissing,
      conditions: { ...conditions, ...defined({ feed, source }) },
      actions: kept,
      ...defined({ name: name || undefined, isLast }),
      since: at,
    }
    return [rule]
  })
  let count = 0
  await store.rules.change(reader.id, at, (rules) => {
    const isHere = (rule: Rule) =>
      rules.some((each) => isDeepStrictEqual([each.conditions, each.actions], [rule.conditions, rule.actions]))
    const added = wanted.filter((rule) => !isHere(rule)).slice(0, Math.max(0, mostRules - rules.length))
    count = added.length
    return added.length === 0 ? undefined : [...rules, ...added]
  })
  return count
}
