import type { Proof, ProofResult } from './proof.ts'
import { beSilent, type Trouble } from './silence/be-silent.ts'

const BACK_WITHIN_MS = 30_000
const seconds = (ms: number) => Math.round(ms / 100) / 10

/** Silences of some seconds, with a tenth of the usual patience. */
export const shortTroubles: readonly Trouble[] = [
  { name: 'silence', kind: 'silence', forMs: 4_000 },
  { name: 'connections reset', kind: 'reset', forMs: 0 },
  { name: 'half-open connections', kind: 'half-open', forMs: 0 },
  { name: 'restart behind silence', kind: 'silent-restart', forMs: 1_000 },
]

const fullTroubles: readonly Trouble[] = [
  { name: '20 s of silence', kind: 'silence', forMs: 20_000 },
  { name: '120 s of silence', kind: 'silence', forMs: 120_000 },
  { name: 'connections reset', kind: 'reset', forMs: 0 },
  { name: 'half-open connections', kind: 'half-open', forMs: 0 },
  { name: 'server restarted', kind: 'restart', forMs: 3_000 },
  { name: 'server restarted behind 20 s of silence', kind: 'silent-restart', forMs: 20_000 },
]

/**
 * The way to the database swallows bytes, resets connections or leaves them half open, and the server is restarted, while people edit and
 * feeds bring news: how soon all is as before, and whether an edit was lost or made twice. Without `--full`: the short form.
 */
export const prove: Proof = async ({ isFull = false } = {}) => {
  const run = await beSilent(isFull ? fullTroubles : shortTroubles, isFull ? undefined : 1_000)
  const { outlived, acknowledged } = run
  const back = (what: string, name: string, ms: number): ProofResult['checks'][number] => ({
    what: `${name}: ${what} after its end, s`,
    measured: seconds(ms),
    wanted: `≤ ${BACK_WITHIN_MS / 1000}`,
    isMet: ms <= BACK_WITHIN_MS,
  })
  const none = (what: string, measured: number, cases = acknowledged): ProofResult['checks'][number] => ({
    what,
    measured,
    wanted: '0',
    isMet: measured === 0,
    cases,
    failures: measured,
  })
  return {
    name: 'silence',
    checks: [
      ...outlived.flatMap(({ name, edits, work, ready }) => [
        back('an edit is saved', name, edits),
        back('news of feeds is saved', name, work),
        back('/readyz says that all is well', name, ready),
      ]),
      ...(isFull
        ? [
            {
              what: '/readyz said meanwhile that the work fails',
              measured: outlived.find(({ name }) => name === '120 s of silence')?.workSaid ?? '',
              wanted: 'failing or stands-still',
              isMet: outlived.find(({ name }) => name === '120 s of silence')?.workSaid !== 'ok',
            },
          ]
        : []),
      none('acknowledged edits lost', run.lost),
      none('edits made twice', run.doubled),
      none('answers that are neither success nor 503', run.otherwise.length, acknowledged + run.busy + run.unconfirmed),
      none('entries lost', run.entriesLost),
      none('entries doubled', run.entriesDoubled),
      none('transactions left open', run.leftInTransaction),
    ],
    table: [{ acknowledged, 'told "busy"': run.busy, 'told "not confirmed"': run.unconfirmed }],
  }
}
