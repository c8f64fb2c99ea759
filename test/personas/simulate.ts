import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttp } from '../../src/http/client.ts'
import { hostPauses } from '../../src/http/host-pauses.ts'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { hostSpacing, usualSpacing } from '../../src/pipeline/polls/host-spacing.ts'
import { pollDue } from '../../src/pipeline/polls/poll-loop.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { personas } from './all-personas.ts'
import { judgeEntries, type PersonaResult, tallyPersonas } from './judge.ts'
import { openPersonas } from './persona-server.ts'
import { DAY_MS, MINUTE_MS, START_MS } from './timetable.ts'

export type SimulationOptions = {
  readonly feeds: number
  readonly days: number
  /** The clock is at the time the next feed is due, and moves on by at least so much. */
  readonly stepMinutes: number
}

export type Simulation = { readonly polls: number; readonly personas: readonly PersonaResult[] }

/** Turns that hosts give in one step at most, and how long after one look the product looks again. */
const MOST_TURNS = 1000
const LOOK_AGAIN_MS = 1013

/**
 * Polls the feeds of the personas for a month of a clock that is moved by hand: the product's own poll loop, client and store,
 * over loopback. Each day the process begins again with what is kept.
 */
export async function simulate({ feeds, days, stepMinutes }: SimulationOptions): Promise<Simulation> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-personas-'))
  let nowMs = START_MS
  const now = () => new Date(nowMs)
  const server = await openPersonas(personas, feeds, () => nowMs)
  const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 })
  const endMs = START_MS + days * DAY_MS
  let store: Store | undefined
  let polls = 0
  try {
    for (let day = 0; day < days; day++) {
      store = await openStore(join(folder, 'store.db'))
      const http = createHttp({
        userAgent: 'Twosource-personas/0 (+https://example.org/contact)',
        allowPrivate: true,
        maxBytes: 1_000_000,
        timeoutMs: 2500,
        connectTimeoutMs: 2000,
        perHost: 2,
        inFlight: 64,
        now: () => nowMs,
      })
      const context: PipelineContext = {
        store,
        http,
        pool,
        now,
        log: () => {},
        pauses: hostPauses(now),
        spacing: hostSpacing({ ...usualSpacing, isExempt: () => false }),
        limits: {
          pollMinutes: 60,
          pollCapMinutes: 24 * 60,
          inFlight: 64,
          feedBytes: 1_000_000,
          pageBytes: 1_000_000,
          fetchesPages: false,
          storyDays: 4,
        },
      }
      if (day === 0) {
        const given = server.feeds.map(({ url }) => ({ url }))
        await store.feeds.addMany('owner', given, now().toISOString())
      }
      const dayEndMs = START_MS + (day + 1) * DAY_MS
      while (nowMs < dayEndMs) {
        let round = await pollDue(context)
        polls += round.polled
        let turnsUntil = round.lastTurnAt ?? ''
        for (let second = 0; second < MOST_TURNS && turnsUntil >= now().toISOString(); second++) {
          nowMs += LOOK_AGAIN_MS
          round = await pollDue(context)
          polls += round.polled
          if ((round.lastTurnAt ?? '') > turnsUntil) turnsUntil = round.lastTurnAt ?? ''
        }
        const { nextPollAt } = await store.feeds.progress(now().toISOString())
        const dueMs = nextPollAt === undefined ? endMs : Date.parse(nextPollAt)
        nowMs = Math.min(Math.max(nowMs + stepMinutes * MINUTE_MS, dueMs), dayEndMs)
      }
      http.close()
      if (day < days - 1) await store.close()
    }
    const judged = await judgeEntries(store!, server.feeds, { endMs, stepMinutes })
    return { polls, personas: tallyPersonas(personas, judged) }
  } finally {
    await store?.close()
    await pool.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
