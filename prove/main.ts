import { parseArgs } from 'node:util'
import { proofs } from './all.ts'
import { type ProofOptions, printProof } from './proof.ts'
import { endedNow, keepRan, proveAll } from './prove-all.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    full: { type: 'boolean' },
    entries: { type: 'string' },
    rounds: { type: 'string' },
    store: { type: 'string' },
    out: { type: 'string' },
  },
})

const unknown = positionals.filter((name) => !(name in proofs))
if (unknown.length > 0) {
  console.error(`There is no proof ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}`)
  process.exit(2)
}
const store = (['sqlite', 'postgres'] as const).find((name) => name === values.store)
const options: ProofOptions = {
  ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
  ...(values.full && { isFull: true }),
  ...(values.seed !== undefined && { seed: Number(values.seed) }),
  ...(store !== undefined && { store }),
  ...(values.out !== undefined && { out: values.out }),
  ...(values.entries !== undefined && { entries: Number(values.entries) }),
  ...(values.rounds !== undefined && { rounds: Number(values.rounds) }),
}
if (positionals.length !== 1) {
  const all = positionals.length > 0 ? positionals : Object.keys(proofs)
  const names = all.filter((name) => !values.quick || proofs[name]?.isQuick)
  const isMet = await proveAll(names, { ...options, isJson: values.json === true })
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
