import { sql } from 'kysely'
import { type CompiledRules, compileRules } from '../../core/rules/compile-rules.ts'
import { type Rule, ruleDays } from '../../core/rules/rule.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { carryOut, type RuleMatch } from './carry-out-rules.ts'
import { type EntryFacts, ruleFacts } from './rule-facts.ts'

const dayMs = 86_400_000
/** Compiled lists that are cached. */
const mostCompiled = 500

type ReaderRules = {
  readonly version: string
  readonly compiled: CompiledRules
  readonly sends: boolean
  /** Until when nothing more has to be forgotten of what they did. */
  prunedUntil: string
}

const known = new WeakMap<Engine, Map<string, ReaderRules>>()

/**
 * Applies the rules of all readers to entries that have just arrived, or whose pages have just been read, in the transaction that saves
 * them: apps never see what a rule marks read as unread. Where nobody has rules, this costs one read of a small table.
 */
export async function applyRules(
  engine: Engine,
  tx: Tx,
  sequences: readonly number[],
  stage: 'arrived' | 'read',
  at: string,
): Promise<void> {
  if (sequences.length === 0) return
  const isIn = engine.isIn('entry.sequence', sequences)
  const { rows } = await sql<{ reader_id: string; version: string }>`
    select rule_list.reader_id as reader_id, rule_list.version as version from rule_list
    where exists (select 1 from entry join subscription on subscription.feed_id = entry.feed_id
      where ${isIn} and subscription.reader_id = rule_list.reader_id)
    order by rule_list.reader_id`.execute(tx)
  for (const { reader_id: readerId, version } of rows) {
    const rules = await rulesOf(engine, tx, readerId, version)
    // Without rules about the page, everything was decided on arrival.
    if (!rules || rules.compiled.isEmpty || (stage === 'read' && !rules.compiled.needs.page)) continue
    const facts = await ruleFacts(engine, tx, readerId, sequences, rules.compiled.needs)
    const wanted = stage === 'arrived' ? facts : facts.filter(({ isToRead }) => isToRead)
    const matches = wanted.flatMap((each) => matchesOf(rules.compiled, each))
    if (matches.length === 0) continue
    const first = rules.sends ? await firstRounds(engine, tx, wanted) : new Set<number>()
    const isNew = stage === 'arrived'
    const maySend = (sequence: number) => !first.has(sequence)
    const applied = await carryOut(engine, tx, readerId, matches, { at, isAsked: false, isNew, maySend })
    if (applied === 0 || at < rules.prunedUntil) continue
    await prune(tx, readerId, at)
    rules.prunedUntil = addMs(at, dayMs)
  }
}

/** The rules that apply to an entry which arrived since they were made. */
function matchesOf({ decide }: CompiledRules, facts: EntryFacts): readonly RuleMatch[] {
  return decide(facts).flatMap((rule) => (facts.arrivedAt >= rule.since ? [{ rule, sequence: facts.sequence }] : []))
}

async function rulesOf(engine: Engine, tx: Tx, readerId: string, version: string): Promise<ReaderRules | undefined> {
  const lists = known.get(engine) ?? new Map<string, ReaderRules>()
  known.set(engine, lists)
  const before = lists.get(readerId)
  if (before?.version === version) return before
  const row = await tx.selectFrom('rule_list').select('body').where('reader_id', '=', readerId).executeTakeFirst()
  if (!row) return undefined
  const rules = JSON.parse(row.body) as readonly Rule[]
  const sends = rules.some(({ actions }) => actions.alert === true || actions.sendTo !== undefined)
  const made: ReaderRules = { version, compiled: compileRules(rules), sends, prunedUntil: '' }
  if (lists.size >= mostCompiled) lists.clear()
  lists.set(readerId, made)
  return made
}

/** Entries of a feed's first round, which are only new here: nobody is told of them. */
async function firstRounds(engine: Engine, tx: Tx, facts: readonly EntryFacts[]): Promise<ReadonlySet<number>> {
  const feeds = [...new Set(facts.map(({ feed }) => Number(feed)))]
  const { rows } = await sql<{ feed_id: number; at: string }>`
    select feed.id as feed_id, (select fetched_at from entry where entry.feed_id = feed.id order by sequence limit 1) as at
    from feed where ${engine.isIn('feed.id', feeds)}`.execute(tx)
  const firstAt = new Map(rows.map((row) => [String(row.feed_id), row.at]))
  return new Set(facts.filter(({ feed, arrivedAt }) => firstAt.get(feed) === arrivedAt).map(({ sequence }) => sequence))
}

/** Forgets what was done long ago. */
async function prune(tx: Tx, readerId: string, at: string): Promise<void> {
  await tx
    .deleteFrom('rule_effect')
    .where('reader_id', '=', readerId)
    .where('at', '<', addMs(at, -ruleDays.kept * dayMs))
    .execute()
}
