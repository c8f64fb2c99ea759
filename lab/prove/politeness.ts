import { crashPolls } from '../../test/personas/crashes.ts'
import { simulate } from '../../test/personas/simulate.ts'
import type { Proof } from './proof.ts'

/**
 * A month of a clock moved by hand, a thousand feeds on servers of every kind, judged by the servers' own logs; then processes killed
 * in the middle of polling.
 */
export const prove: Proof = async () => {
  const { polls, personas } = await simulate({ feeds: 1000, days: 30, stepMinutes: 20 })
  const sum = (of: (persona: (typeof personas)[number]) => number) =>
    personas.reduce((total, persona) => total + of(persona), 0)
  const crashes = await crashPolls(20)
  const none = (what: string, measured: number) => ({ what, measured, wanted: '0', isMet: measured === 0 })
  return {
    name: 'politeness',
    table: personas,
    checks: [
      { what: 'polls in 30 days', measured: polls, wanted: '> 50000', isMet: polls > 50_000 },
      none(
        'asked too early',
        sum(({ early }) => early),
      ),
      none(
        'unconditional although there were validators',
        sum(({ unconditional }) => unconditional),
      ),
      none(
        'validators not byte for byte those of the last answer',
        sum(({ wrongValidators }) => wrongValidators),
      ),
      none(
        'entries lost',
        sum(({ lost }) => lost),
      ),
      none(
        'entries kept twice',
        sum(({ doubled }) => doubled),
      ),
      none(
        'asked after their end beyond making sure',
        sum(({ pastEnd }) => pastEnd),
      ),
      none(
        'more than two at once on a host',
        sum(({ crowded }) => crowded),
      ),
      none(
        'a fifth start on a host within a second',
        sum(({ tooClose }) => tooClose),
      ),
      none(
        'cookies, referrers, other methods',
        sum(({ impolite }) => impolite),
      ),
      { what: 'processes killed', measured: crashes.killed, wanted: '20', isMet: crashes.killed === 20 },
      none('asked twice within the hour by processes that were killed', crashes.early),
    ],
  }
}
