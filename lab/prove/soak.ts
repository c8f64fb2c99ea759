import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whyNoDatabase } from './cluster/database-host.ts'
import type { Proof, ProofResult } from './proof.ts'
import { drawCourse } from './soak/draw-course.ts'
import { type Grown, growthOf } from './soak/growth.ts'
import { runSoak, type SoakFound } from './soak/run-soak.ts'

/** What is out when a long one begins: as many articles as the window keeps however old they are, so that it is full from the start. */
const BACKLOG = 2000
/** What comes in each minute: with the backlog an hour has fewer than that within the days of the window. */
const PER_MINUTE = 24
/** Memory may grow by so much an hour without anybody asking where it went. */
const MOST_MB_AN_HOUR = 15
/** Growth is told of from so many minutes on: what is begun and what is compiled takes memory in the first of them. */
const LEAST_MINUTES = 15
/** A shorter one has so many out for each of its minutes. */
const SHORT_BACKLOG = 30

/**
 * An instance that lives for an hour among things that go wrong: a fifth of all answers of outlets are, processes are killed, the database is
 * restarted, clocks jump. Nothing may be lost or doubled, nobody may fall, and memory must not grow.
 */
export const prove: Proof = async ({ minutes = 3, seed = 1, store = 'postgres', out } = {}) => {
  if (process.platform !== 'linux') return { name: 'soak: skipped, only Linux has all of 127.0.0.0/8', checks: [] }
  if (store === 'postgres' && whyNoDatabase) return { name: `soak: skipped, ${whyNoDatabase}`, checks: [] }
  const folder = out ?? mkdtempSync(join(tmpdir(), 'twosource-soak-out-'))
  mkdirSync(folder, { recursive: true })
  const backlog = minutes < LEAST_MINUTES ? Math.round(minutes * SHORT_BACKLOG) : BACKLOG
  const found = await runSoak({ store, minutes, seed, out: folder, backlog, perMinute: PER_MINUTE })
  const grown = growthOf(found.course)
  writeFileSync(join(folder, `soak-${store}.svg`), drawCourse(found.course))
  process.stderr.write(`Its course: ${join(folder, `soak-${store}.json`)} and .svg\n`)
  return report(found, grown, minutes)
}

type Check = ProofResult['checks'][number]

function report(found: SoakFound, grown: readonly Grown[], minutes: number): ProofResult {
  const {
    course,
    happened,
    entries,
    outletFaults,
    faults,
    reader,
    fallen,
    events,
    witness,
    leftToLeases,
    refusedStarts,
  } = found
  const wrong = Object.values(outletFaults).reduce((sum, count) => sum + count, 0)
  const counted = (what: string, cases: number, failures: number, why: readonly string[] = []): Check => ({
    what,
    cases,
    failures,
    measured: failures === 0 ? 0 : [failures, ...why].join('; ').slice(0, 600),
    wanted: '0',
    isMet: failures === 0 && cases > 0,
  })
  const kinds = Object.entries(faults).map(([fault, count]) => `${count} ${fault}`)
  const faultCount = Object.values(faults).reduce((sum, count) => sum + count, 0)
  return {
    name: `soak, ${course.store}, ${minutes} min`,
    checks: [
      counted('entries lost, doubled or strayed; jobs stuck; messages untold', entries, faultCount, kinds),
      counted('acknowledged stars that are not kept', reader.stars, reader.lost),
      counted('pages that failed', reader.pages, reader.failed.length, reader.failed.slice(0, 3)),
      // A process that would not begin with a wrong clock says so in a line of its own, and was right.
      counted('processes that ended by themselves, unhandled rejections', happened.kills, fallen.length, fallen),
      counted(
        'lines of a log that are no event',
        sumOf(events),
        (events.unreadable ?? 0) - refusedStarts,
        found.complaints,
      ),
      ...(witness ? [counted('writes by somebody who held no lane', witness.writes, witness.strayed)] : []),
      ...grown.map(({ name, memory }): Check => {
        const isMet = memory.perHour <= MOST_MB_AN_HOUR || memory.perHour - memory.within <= 0
        const isTold = minutes >= LEAST_MINUTES
        return {
          what: `memory of ${name} grows, MB an hour`,
          measured: `${memory.perHour.toFixed(1)} ± ${memory.within.toFixed(1)}`,
          wanted: isTold ? `≤ ${MOST_MB_AN_HOUR}, or not told from 0` : `told only: under ${LEAST_MINUTES} minutes`,
          isMet: !isTold || isMet,
        }
      }),
    ],
    table: [
      { figure: 'answers of outlets and webhook that were wrong', value: `${wrong}: ${wordsOf(outletFaults)}` },
      { figure: 'kills, restarts of the database, jumps of a clock', value: wordsOf(countsOf(happened)) },
      { figure: 'seconds until a killed holder’s lane was taken', value: takeoversOf(happened) },
      {
        figure: 'pages, stars, refused, longest silence in s',
        value: `${reader.pages}, ${reader.stars}, ${reader.refused}, ${(reader.longestSilenceMs / 1000).toFixed(1)}`,
      },
      { figure: 'left to leases', value: leftToLeases },
      { figure: 'would not start: its clock was wrong, or the database away', value: refusedStarts },
      { figure: 'events', value: wordsOf(events) },
      ...grown.map(({ name, memory, held, files }) => ({
        figure: name,
        value: `RSS mean ${memory.mean.toFixed(0)} MB, held after collections ${held.mean.toFixed(0)} MB (${held.perHour.toFixed(1)} ± ${held.within.toFixed(1)} MB an hour), files ${files.mean.toFixed(0)} (${files.perHour.toFixed(1)} ± ${files.within.toFixed(1)} an hour)`,
      })),
    ],
  }
}

function countsOf({ kills, restarts, jumps }: SoakFound['happened']) {
  return { kills, restarts, jumps }
}

function takeoversOf({ takeovers }: SoakFound['happened']): string {
  const seconds = takeovers.map(({ afterMs }) => afterMs / 1000).toSorted((one, other) => one - other)
  if (seconds.length === 0) return 'nobody who held a lane was killed'
  const middle = seconds[Math.floor(seconds.length / 2)] ?? 0
  return `${seconds.length} times, median ${middle.toFixed(1)}, longest ${(seconds.at(-1) ?? 0).toFixed(1)}`
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function wordsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
