import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Proof } from './proof.ts'
import type { Attack } from './regexes/attack-strings.ts'
import { entrances } from './regexes/entrances.ts'
import { type FoundRegex, findLiterals } from './regexes/find-literals.ts'
import { type Growth, worstGrowth } from './regexes/time-attacks.ts'
import { worstAt } from './regexes/worst-at.ts'

/** What any entrance may take for a field of the largest size, in milliseconds of CPU. */
const MOST_MS = 1000
/** Attacks that no expression suggested. */
const plain: readonly Attack[] = [...' a<>,.("|-:&1é\n'].map((pump) => ({ before: '', pump, after: '\u0000' }))

/**
 * Every regular expression of the product, written or made, is tried with strings grown to make it slow; then every entrance for outside
 * text is, with the strings that made one slow.
 */
export const prove: Proof = async () => {
  const child = fileURLToPath(new URL('regexes/made-child.ts', import.meta.url))
  const made: readonly FoundRegex[] = JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', child], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
  )
  const all = new Map([...findLiterals(), ...made].map((regex) => [`${regex.source} ${regex.flags}`, regex]))
  const grown = [...all.values()].flatMap((regex, at) => {
    if (at % 200 === 0) process.stderr.write(`expression ${at} of ${all.size} …\n`)
    const growth = worstGrowth(regex.source, regex.flags)
    return growth ? [{ ...regex, ...growth }] : []
  })
  const exponential = grown.filter(({ kind }) => kind === 'exponential')
  const steep = grown.filter(({ kind, degree }) => kind === 'polynomial' && degree > 2.6)
  const attacks = [
    ...new Map([...plain, ...grown.map(({ attack }) => attack)].map((one) => [JSON.stringify(one), one])).values(),
  ]
  const entered = []
  for (const entrance of entrances) {
    process.stderr.write(`${entrance.name}: ${attacks.length} attacks …\n`)
    entered.push({ entrance, ...(await worstAt(entrance, attacks)) })
  }
  const slow = entered.filter(({ ms }) => ms > MOST_MS)
  const named = (some: readonly (FoundRegex & Growth)[]) =>
    some.length === 0
      ? 0
      : `${some.length}: ${some
          .slice(0, 3)
          .map(({ place }) => place)
          .join(', ')}`
  return {
    name: 'regexes',
    checks: [
      { what: 'regular expressions of the product', measured: all.size, wanted: 'all', isMet: all.size > 1000 },
      {
        what: 'of them exponential under an attack',
        measured: named(exponential),
        wanted: '0',
        isMet: exponential.length === 0,
      },
      { what: 'of them cubic or worse', measured: named(steep), wanted: '0', isMet: steep.length === 0 },
      {
        what: 'entrances for outside text, each with every attack that made an expression slow, the worst in a field of the largest size',
        measured: `${entrances.length} × ${attacks.length}`,
        wanted: 'all',
        isMet: entrances.length > 0,
      },
      {
        what: `of them slower than ${MOST_MS} ms of CPU with a field of the largest size`,
        measured:
          slow.length === 0
            ? 0
            : `${slow.length}: ${slow
                .map(({ entrance, ms, attack }) => `${entrance.name} ${Math.round(ms)} ms by ${JSON.stringify(attack)}`)
                .slice(0, 4)
                .join('; ')}`,
        wanted: '0',
        isMet: slow.length === 0,
      },
    ],
    table: [
      ...entered.map(({ entrance, ms, attack }) => ({
        what: entrance.name,
        characters: entrance.most,
        'worst ms of CPU': Math.round(ms),
        by: JSON.stringify(attack?.pump ?? ''),
      })),
      ...grown
        .toSorted((a, b) => b.ms - a.ms)
        .slice(0, 20)
        .map(({ place, length, ms, degree, attack }) => ({
          what: `${place} (degree ${degree.toFixed(1)})`,
          characters: length,
          'worst ms of CPU': Math.round(ms),
          by: JSON.stringify(attack.pump),
        })),
    ],
  }
}
