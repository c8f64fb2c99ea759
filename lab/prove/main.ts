import { numberGiven, readCommandLine, refuse } from '../../test/read-command-line.ts'
import { proofs } from './all.ts'
import { type ProofOptions, printProof } from './proof.ts'
import { endedNow, keepRan, proveAll } from './prove-all.ts'

const stores = ['sqlite', 'postgres'] as const

const HELP = `Usage: npm run prove -- [NAME…] [options]
Attacks a running product of its own on loopback, and says what it withstood. Without a name: all, with one table at the end.

  --quick       without a name: only what takes no more than a minute, two at once where they may
  --shared      with --quick: only what may run beside other work
  --full        everything the targets ask for, however long it takes
  --minutes N   how long a proof that searches goes on
  --seed N      what it draws from; the same finds the same
  --rounds N    how often something is done again: kills, cuts of power
  --entries N   how many entries a store has that is worked on
  --store NAME  ${stores.join(' or ')}, where a proof can have either
  --out FOLDER  gets what was found; what is there already is not proved again
  --json        what comes out, for programs

Names: ${Object.keys(proofs).join(', ')}`

const { values, positionals } = readCommandLine(HELP, {
  json: { type: 'boolean' },
  quick: { type: 'boolean' },
  shared: { type: 'boolean' },
  minutes: { type: 'string' },
  seed: { type: 'string' },
  full: { type: 'boolean' },
  entries: { type: 'string' },
  rounds: { type: 'string' },
  store: { type: 'string' },
  out: { type: 'string' },
})

const unknown = positionals.filter((name) => !Object.hasOwn(proofs, name))
if (unknown.length > 0) refuse(`There is no proof ${unknown.join(', ')}.`, HELP)
const store = stores.find((name) => name === values.store)
if (values.store !== undefined && store === undefined)
  refuse(`There is no store ${values.store}: ${stores.join(' or ')}.`, HELP)
const [minutes, seed, entries, rounds] = (['minutes', 'seed', 'entries', 'rounds'] as const).map((option) =>
  numberGiven(option, values[option], HELP),
)
const options: ProofOptions = {
  ...(minutes !== undefined && { minutes }),
  ...(values.full && { isFull: true }),
  ...(seed !== undefined && { seed }),
  ...(store !== undefined && { store }),
  ...(values.out !== undefined && { out: values.out }),
  ...(entries !== undefined && { entries }),
  ...(rounds !== undefined && { rounds }),
}
if (positionals.length !== 1) {
  const all = positionals.length > 0 ? positionals : Object.keys(proofs)
  const mayShare = (name: string) => values.quick === true && proofs[name]?.isAlone !== true
  const names = all.filter((name) => (!values.quick || proofs[name]?.isQuick) && (!values.shared || mayShare(name)))
  const amountOf = (name: string) => (values.quick ? proofs[name]?.quick : undefined)
  const isMet = await proveAll(names, { ...options, isJson: values.json === true }, amountOf, mayShare)
  if (!isMet) process.exitCode = 1
} else {
  const [name = ''] = positionals
  const { load, full } = proofs[name] as (typeof proofs)[string]
  const { prove } = await load()
  const startedAt = performance.now()
  const result = await prove({ ...(options.isFull && full), ...options })
  if (options.out !== undefined) keepRan(options.out, { name, ...endedNow(startedAt), result, said: '' })
  if (values.json) console.log(JSON.stringify(result, null, 2))
  else printProof(result)
  if (result.checks.some(({ isMet }) => !isMet)) process.exitCode = 1
}
