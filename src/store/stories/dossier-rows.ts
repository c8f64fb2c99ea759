import type { Insertable } from 'kysely'
import type { Entity } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'
import { isPromisedBy, isReversalOf } from '../../core/reading/commitment-state.ts'
import type { Dossier, Member, SpeakerLedger } from '../../core/story.ts'
import { firstReport, isDayOnly } from '../../core/time/day-only.ts'
import { toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import type { EntityTable, StoryEntityTable, StorySourceTable } from '../schema.ts'

type DossierRows = {
  readonly entities: readonly Insertable<EntityTable>[]
  readonly aliases: readonly { readonly id: string; readonly entity_id: string }[]
  readonly inStory: readonly Insertable<StoryEntityTable>[]
  readonly outlets: readonly Insertable<StorySourceTable>[]
}

/** What a dossier says about each entity and outlet, as rows sorted by key. */
export function rowsOfDossier(dossier: Dossier): DossierRows {
  const named = namedIn(dossier)
  const times = dossier.members.map(timeOf).sort()
  const lastAt = times.at(-1) ?? ''
  return {
    entities: named.map(({ entity: { id, name, wikidataId } }) => ({
      id,
      name,
      folded: foldedName(name),
      wikidata_id: wikidataId ?? null,
    })),
    aliases: named
      .flatMap(({ entity, sameAs = [] }) => sameAs.map((id) => ({ id, entity_id: entity.id })))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    inStory: named.map(({ entity, documentCount, names, spoken }) => ({
      entity_id: entity.id,
      story_id: dossier.storyId,
      last_at: lastAt,
      article_count: documentCount,
      quote_count: spoken?.utterances.length ?? 0,
      said_at: spoken ? saidAt(spoken, dossier.members) : null,
      promise_count: dossier.commitments.filter((each) => isPromisedBy(each, entity.name)).length,
      change_count: dossier.differences.filter((each) => isReversalOf(each, entity.name)).length,
      names: names ? JSON.stringify(names) : null,
    })),
    outlets: outletsIn(dossier, times[0] ?? ''),
  }
}

/** A name in the form used for searches, folded word by word. */
export function foldedName(name: string): string {
  return name.trim().split(/\s+/).map(nameWordKey).join(' ')
}

type Named = {
  readonly entity: Entity
  readonly documentCount: number
  readonly names?: readonly string[]
  readonly sameAs?: readonly string[]
  readonly spoken?: SpeakerLedger
}

/** The most frequently named entities, and everybody who is quoted. */
function namedIn({ entities = [], ledger }: Dossier): readonly Named[] {
  const byId = new Map<string, Named>(entities.map((each) => [each.entity.id, each]))
  for (const spoken of ledger) {
    const known = byId.get(spoken.speaker.id) ?? { entity: spoken.speaker, documentCount: documentsOf(spoken) }
    byId.set(spoken.speaker.id, { ...known, spoken })
  }
  return [...byId.values()].sort((a, b) => (a.entity.id < b.entity.id ? -1 : 1))
}

function documentsOf({ utterances }: SpeakerLedger): number {
  return new Set(utterances.flatMap(({ wordings }) => wordings.map(({ citation }) => citation.documentId))).size
}

/** When the newest of a speaker's quotes was first published; null when no time is known. */
function saidAt({ utterances }: SpeakerLedger, members: readonly Member[]): string | null {
  const at = new Map(members.map((member) => [member.documentId, timeOf(member)]))
  return (
    utterances
      .flatMap(({ wordings: [first] }) => at.get(first.citation.documentId) ?? [])
      .sort()
      .at(-1) ?? null
  )
}

function outletsIn({ storyId, members, reports }: Dossier, firstAt: string): readonly Insertable<StorySourceTable>[] {
  const bySource = Map.groupBy(members, ({ sourceId }) => sourceId)
  const first = firstReport(members)
  return [...bySource]
    .map(([sourceId, own]) => {
      const [earliest] = own.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
      const at = earliest ? timeOf(earliest) : firstAt
      const behind = Math.round((Date.parse(at) - Date.parse(firstAt)) / 60_000)
      // From a date without a time of day, neither the delay nor the first outlet is known.
      const isTimed = [first, earliest].every((one) => one !== undefined && !isDayOnly(one.publishedAt))
      const origin = own.flatMap((member) => originOf(member, members, reports) ?? [])[0]
      return {
        source_id: toNumber(sourceId),
        story_id: storyId,
        first_at: at,
        is_first: first?.sourceId === sourceId ? 1 : 0,
        behind_minutes: reports.length < 2 || !isTimed || Number.isNaN(behind) ? null : behind,
        origin: origin?.name ?? null,
        origin_id: origin?.sourceId === undefined ? null : toNumber(origin.sourceId),
      }
    })
    .sort((a, b) => a.source_id - b.source_id)
}

/**
 * Whose text a copy is: the agency it credits, otherwise the outlet whose article it copies. Undefined when only another outlet
 * credits an agency: printing `(Reuters)` above a text doesn't make the text's first outlet a copier.
 */
function originOf(member: Member, members: readonly Member[], reports: Dossier['reports']) {
  if (member.role !== 'copy') return undefined
  const report = reports.find(({ group }) => group === member.group)
  if (report?.claimedBy !== undefined && report.claimedBy !== member.sourceName) return undefined
  const copied = members.find(({ documentId }) => documentId === member.copiedFrom)
  const name = report?.how === 'credit' ? report.originName : copied?.sourceName
  if (name === undefined || name === member.sourceName) return undefined
  const sourceId = members.find(({ sourceName }) => sourceName === name)?.sourceId
  return { name, ...defined({ sourceId }) }
}

function timeOf({ publishedAt }: Member): string {
  return normalizedTime(publishedAt) ?? publishedAt
}
