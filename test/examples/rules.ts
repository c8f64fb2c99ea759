import { asId, type EntryId, type FeedId, type RuleId } from '../../src/core/ids.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import type { RuleForm, RuleLog, RulePreview, RuleView } from '../../src/operations/library/rule-views.ts'

const since = '2026-03-01T08:00:00.000Z'

const sponsored: Rule = {
  id: asId<RuleId>('rule-1'),
  isOn: true,
  conditions: { title: 'sponsored, advertisement', feed: '1' },
  actions: { read: true, hideDays: 7 },
  isLast: true,
  since,
}

const longReads: Rule = {
  id: asId<RuleId>('rule-2'),
  name: 'Long reads about the bridge',
  isOn: false,
  conditions: {
    text: 'bridge',
    textPattern: '\\bspans? of \\d+',
    language: 'fr',
    articleKind: 'opinion',
    isCopy: false,
    longerThan: 900,
    source: '3',
  },
  actions: { save: true, tag: 'Long', alert: true, sendTo: 'service-1' },
  since,
}

export const rules: readonly RuleView[] = [
  { rule: sponsored, appliedCount: 41 },
  { rule: longReads, appliedCount: 0 },
]

export const ruleNames = {
  feeds: new Map([['1', 'Harbour Gazette']]),
  services: new Map([['service-1', 'Readeck']]),
}

export const ruleForm: RuleForm = {
  rule: longReads,
  feeds: [{ id: '1', title: 'Harbour Gazette' }],
  folders: ['World'],
  tags: ['Long'],
  services: [{ id: 'service-1', name: 'Readeck' }],
  sourceName: 'Aldmere Courier',
}

const title = 'Sponsored: three boats for the price of two'

export const rulePreview: RulePreview = {
  matched: 41,
  total: 1204,
  isCut: false,
  first: [{ id: asId<EntryId>('12'), title, feedTitle: 'Harbour Gazette', publishedAt: since }],
}

export const ruleLog: RuleLog = {
  rule: longReads,
  effects: [
    {
      entryId: asId<EntryId>('12'),
      feedId: asId<FeedId>('1'),
      title,
      at: since,
      isRead: true,
      isStarred: true,
      tags: ['Long'],
      hiddenUntil: '2026-03-20T08:00:00.000Z',
    },
    {
      entryId: asId<EntryId>('11'),
      feedId: asId<FeedId>('1'),
      title,
      at: since,
      isRead: true,
      isStarred: false,
      tags: [],
      undoneAt: since,
    },
  ],
  next: '11',
}
