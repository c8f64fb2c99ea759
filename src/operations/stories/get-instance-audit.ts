import { z } from 'zod'
import type { ClaimCheck } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import { shownParts } from '../../core/text/shown-line.ts'
import type { ModelDay } from '../../store/admin/model-use.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { auditStory } from './audit-story.ts'
import { type InstanceAuditView, type PublishedScores, partOf } from './audit-views.ts'
import published from './scores.json' with { type: 'json' }

// The inferred type would list every figure of the file by name.
const scores = published as PublishedScores
/** Days covered. */
const DAYS = 30
const DAY_MS = 86_400_000
const MOST_DROPPED = 5
const NEWEST_DROPS = 12
/** Newest stories checked on request, which takes about a second. */
const CHECKED = 10

export const getServerAudit = defineOperation({
  name: 'get_server_audit',
  minRole: 'guest',
  summary: 'What this server showed and dropped in the last 30 days, and its scores on labeled sets',
  input: z.strictObject({
    /** Also checks the newest stories against the stored texts now. */
    checks: z.boolean().optional(),
  }),
  async run(context, { checks = false }): Promise<InstanceAuditView> {
    const until = context.now().toISOString()
    const from = new Date(context.now().getTime() - DAYS * DAY_MS).toISOString()
    const [stories, days] = await Promise.all([
      context.store.stories.listOutlines({ from, until }),
      context.store.modelUse.days(from.slice(0, 10)),
    ])
    const parts = shownParts.map((part) => ({
      part,
      shown: stories.reduce((sum, { outline }) => sum + (outline.shown[part] ?? 0), 0),
    }))
    return {
      from,
      until,
      storyCount: stories.length,
      shown: parts.reduce((sum, { shown }) => sum + shown, 0),
      droppedCount: stories.reduce((sum, { outline }) => sum + outline.droppedCount, 0),
      told: buildChecksOf(stories),
      parts,
      mostDropped: mostDropped(stories),
      drops: newestDrops(stories),
      written: writtenIn(days),
      ...defined({ checked: checks ? await checkNewest(context, stories) : undefined }),
      scores,
    }
  },
})

function mostDropped(stories: readonly OutlinedStory[]): InstanceAuditView['mostDropped'] {
  return stories
    .filter(({ outline }) => outline.droppedCount > 0)
    .sort((a, b) => b.outline.droppedCount - a.outline.droppedCount || (a.changedAt < b.changedAt ? 1 : -1))
    .slice(0, MOST_DROPPED)
    .map(({ id, title, outline }) => ({ id, title, droppedCount: outline.droppedCount }))
}

/** The results of the checks made when dossiers were built. */
function buildChecksOf(stories: readonly OutlinedStory[]): InstanceAuditView['told'] {
  const audits = stories.flatMap(({ outline }) => outline.audit ?? [])
  return {
    checked: audits.reduce((sum, { checked }) => sum + checked, 0),
    passed: audits.reduce((sum, { passed }) => sum + passed, 0),
    failedBy: sumByCheck(audits.map(({ failedBy }) => failedBy)),
  }
}

function newestDrops(stories: readonly OutlinedStory[]): InstanceAuditView['drops'] {
  return stories
    .flatMap(({ id, changedAt, outline }) =>
      (outline.audit?.dropped ?? []).map((drop) => ({ ...drop, part: partOf(drop.part), storyId: id, at: changedAt })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, NEWEST_DROPS)
}

/** Checked text by day and use; what isn't checked against sentences (embeddings) is left out. */
function writtenIn(ledger: readonly ModelDay[]): InstanceAuditView['written'] {
  const days = ledger.filter(({ kept, dropped }) => kept + dropped > 0)
  const sumOf = (of: readonly ModelDay[]) => ({
    kept: of.reduce((sum, { kept }) => sum + kept, 0),
    dropped: of.reduce((sum, { dropped }) => sum + dropped, 0),
  })
  return {
    ...sumOf(days),
    days: [...Map.groupBy(days, ({ day }) => day)]
      .map(([day, of]) => ({ day, ...sumOf(of) }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    uses: [...Map.groupBy(days, ({ use }) => use)].map(([use, of]) => ({
      use,
      ...sumOf(of),
      droppedBy: sumByCheck(of.map((day) => day.droppedBy)),
    })),
  }
}

/** Adds up counts by check, highest first. */
function sumByCheck(
  all: readonly Readonly<Partial<Record<ClaimCheck, number>>>[],
): readonly { readonly check: ClaimCheck; readonly count: number }[] {
  const counts = new Map<ClaimCheck, number>()
  for (const of of all)
    for (const [check, count] of Object.entries(of) as [ClaimCheck, number][])
      counts.set(check, (counts.get(check) ?? 0) + count)
  return [...counts].map(([check, count]) => ({ check, count })).sort((a, b) => b.count - a.count)
}

async function checkNewest(
  context: OperationContext,
  stories: readonly OutlinedStory[],
): Promise<NonNullable<InstanceAuditView['checked']>> {
  const newest = stories.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)).slice(0, CHECKED)
  const found = { storyCount: 0, shown: 0, held: 0 }
  for (const { id } of newest) {
    const audited = await auditStory(context, id)
    if (!audited) continue
    found.storyCount += 1
    found.shown += audited.lines.length
    found.held += audited.lines.filter(({ holds }) => holds).length
  }
  return found
}
