import type { EntryId } from '../../core/ids.ts'
import { foldName } from '../../core/names/name-spelling.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { setAllStarred, setRead } from '../articles/reading-marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { RuleEffectTable } from './rule-schema.ts'

const dayMs = 86_400_000

/** A rule and an entry that it applies to. */
export type RuleMatch = { readonly rule: Rule; readonly sequence: number }

/**
 * Does what rules say and records what changed, in order. What a rule did to an entry before isn't done again, unless it was undone and
 * `isAsked`: then a person asked for it, and nothing is sent. Safe to repeat. Returns how many entries a rule was newly applied to.
 */
export async function carryOut(
  engine: Engine,
  tx: Tx,
  readerId: string,
  matches: readonly RuleMatch[],
  how: {
    readonly at: string
    readonly isAsked: boolean
    /** True for entries that this transaction inserted: nothing was done to them. */
    readonly isNew: boolean
    readonly maySend: (sequence: number) => boolean
  },
): Promise<number> {
  if (matches.length === 0) return 0
  const { at, isAsked } = how
  const known = how.isNew ? new Map<string, never>() : await knownEffects(engine, tx, readerId, matches)
  const fresh = matches.filter((match) => {
    const before = known.get(keyOf(match))
    return !before || (isAsked && before.undone_at !== null)
  })
  if (fresh.length === 0) return 0
  const wanting = (isWanted: (rule: Rule) => boolean) => fresh.filter(({ rule }) => isWanted(rule))
  const read = wanting(({ actions }) => actions.read === true)
  const saved = wanting(({ actions }) => actions.save === true || actions.tag !== undefined)
  const madeRead = firstOf(read, read.length === 0 ? [] : await setRead(engine, tx, readerId, read.map(idOf), true, at))
  const stars = saved.map((match) => ({ id: idOf(match), at }))
  const madeStarred = firstOf(saved, stars.length === 0 ? [] : await setAllStarred(engine, tx, readerId, stars, true))
  const tagged = await addTags(engine, tx, readerId, fresh, at)
  const rows = fresh.map((match): RuleEffectTable => {
    const { rule, sequence } = match
    const { hideDays, alert, sendTo } = rule.actions
    const awaits = !isAsked && (alert === true || sendTo !== undefined) && how.maySend(sequence)
    return {
      reader_id: readerId,
      rule_id: rule.id,
      sequence,
      at,
      is_read: madeRead.has(match) ? 1 : 0,
      is_starred: madeStarred.has(match) ? 1 : 0,
      tags: tagged.has(match) ? JSON.stringify([rule.actions.tag]) : null,
      hidden_until: hideDays === undefined ? null : addMs(at, hideDays * dayMs),
      awaits: awaits ? (alert ? 1 : 0) + (sendTo === undefined ? 0 : 2) : 0,
      undone_at: null,
    }
  })
  await engine.insertMany(tx, 'rule_effect', rows, {
    ifExists: `on conflict (reader_id, rule_id, sequence) do update set at = excluded.at, is_read = excluded.is_read,
      is_starred = excluded.is_starred, tags = excluded.tags, hidden_until = excluded.hidden_until,
      awaits = excluded.awaits, undone_at = null`,
  })
  const jobs = [
    { kind: 'alert', isDue: rows.some(({ awaits }) => awaits % 2 === 1) },
    { kind: 'announce', isDue: rows.some(({ awaits }) => awaits >= 2) },
  ].flatMap(({ kind, isDue }) => (isDue ? [{ kind, key: `rules:${readerId}`, runAt: at }] : []))
  if (jobs.length > 0) await enqueue(engine, tx, jobs)
  return fresh.length
}

async function knownEffects(
  engine: Engine,
  tx: Tx,
  readerId: string,
  matches: readonly RuleMatch[],
): Promise<ReadonlyMap<string, Pick<RuleEffectTable, 'undone_at'>>> {
  const rows = await tx
    .selectFrom('rule_effect')
    .select(['rule_id', 'sequence', 'undone_at'])
    .where('reader_id', '=', readerId)
    .where(engine.isIn('rule_id', [...new Set(matches.map(({ rule }) => rule.id))]))
    .where(
      engine.isIn(
        'sequence',
        matches.map(({ sequence }) => sequence),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [`${row.rule_id} ${row.sequence}`, row]))
}

function keyOf({ rule, sequence }: RuleMatch): string {
  return `${rule.id} ${sequence}`
}

function idOf({ sequence }: RuleMatch): EntryId {
  return fromNumber<EntryId>(sequence)
}

/** For each changed entry, the first match that wanted the change: it is recorded, and undone, once. */
function firstOf(matches: readonly RuleMatch[], changed: readonly EntryId[]): ReadonlySet<RuleMatch> {
  const left = new Set(changed.map(toNumber))
  return new Set(matches.filter(({ sequence }) => left.delete(sequence)))
}

/** Adds the tags that are missing, and returns the matches that added one. */
async function addTags(
  engine: Engine,
  tx: Tx,
  readerId: string,
  matches: readonly RuleMatch[],
  at: string,
): Promise<ReadonlySet<RuleMatch>> {
  const wanted = matches.flatMap((match) => (match.rule.actions.tag === undefined ? [] : [match]))
  const once = new Map(wanted.map((match) => [tagKey(match), match] as const).toReversed())
  const added = await engine.insertMany(
    tx,
    'tag',
    [...once.values()].map(({ rule, sequence }) => ({
      reader_id: readerId,
      kind: 'entry',
      target: fromNumber<EntryId>(sequence),
      folded: foldName(rule.actions.tag ?? ''),
      name: rule.actions.tag ?? '',
      at,
    })),
    { ifExists: 'on conflict (reader_id, kind, target, folded) do nothing', returning: ['target', 'folded'] },
  )
  return new Set(added.flatMap(({ target, folded }) => once.get(`${target} ${folded}`) ?? []))
}

function tagKey({ rule, sequence }: RuleMatch): string {
  return `${fromNumber<EntryId>(sequence)} ${foldName(rule.actions.tag ?? '')}`
}
