import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { defineOperation } from '../operation.ts'
import { ruleId } from './rule-input.ts'
import type { RuleForm } from './rule-views.ts'

export const getRuleForm = defineOperation({
  name: 'get_rule_form',
  minRole: 'reader',
  summary: 'What a rule can use: the reader’s feeds, folders, tags and services; and the rule to edit',
  input: z.strictObject({ id: ruleId.optional() }),
  async run({ store, reader }, { id }): Promise<RuleForm | undefined> {
    const rule = id === undefined ? undefined : (await store.rules.list(reader.id)).find((each) => each.id === id)
    if (id !== undefined && !rule) return undefined
    const [feeds, tags, services] = await Promise.all([
      store.feeds.list(reader.id),
      store.tags.list(reader.id),
      store.destinations.list(reader.id),
    ])
    const { source } = rule?.conditions ?? {}
    const sources = source === undefined ? [] : await store.feeds.listSources(reader.id)
    return {
      feeds: feeds
        .map((feed) => ({ id: feed.id, title: feed.title }))
        .toSorted((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1)),
      folders: [...new Set(feeds.flatMap(({ folder, folders }) => folders ?? [folder]))].filter(Boolean).toSorted(),
      tags: [...new Set(tags.map(({ name }) => name))],
      services: services.map((service) => ({ id: service.id, name: service.name })),
      ...defined({ rule, sourceName: sources.find((each) => each.id === source)?.name }),
    }
  },
})
