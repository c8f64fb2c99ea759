import { parseArgs } from 'node:util'
import { type Proof, printProof } from './proof.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    full: { type: 'boolean' },
  },
})

/** Each attacks or measures a running product; what it must withstand stands beside what was found. */
const proofs: Readonly<Record<string, () => Promise<{ prove: Proof }>>> = {
  isolation: () => import('./isolation.ts'),
  enumeration: () => import('./enumeration.ts'),
  throttle: () => import('./throttle.ts'),
  alerts: () => import('./alerts.ts'),
  'cross-site': () => import('./cross-site.ts'),
  'open-redirect': () => import('./open-redirect.ts'),
  'sign-in': () => import('./sign-in.ts'),
  'comments-markup': () => import('./comments-markup.ts'),
  'hostile-model': () => import('./hostile-model.ts'),
  politeness: () => import('./politeness.ts'),
  package: () => import('./package.ts'),
  rolling: () => import('./rolling.ts'),
  'prompt-injection': () => import('./prompt-injection.ts'),
  addresses: () => import('./addresses.ts'),
  'feed-bombs': () => import('./feed-bombs.ts'),
  'fuzz-feeds': () => import('./fuzz-feeds.ts'),
  'page-attacks': () => import('./page-attacks.ts'),
  markup: () => import('./markup.ts'),
  'fuzz-pages': () => import('./fuzz-pages.ts'),
  cluster: () => import('./cluster.ts'),
}
const names = positionals.length > 0 ? positionals : Object.keys(proofs)
const unknown = names.filter((name) => !(name in proofs))
if (unknown.length > 0) {
  console.error(`There is no proof ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}`)
  process.exit(2)
}
for (const name of names) {
  const { prove } = await (proofs[name] as () => Promise<{ prove: Proof }>)()
  const result = await prove({
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    ...(values.full && { isFull: true }),
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
  })
  if (values.json) console.log(JSON.stringify(result, null, 2))
  else printProof(result)
  if (result.checks.some(({ isMet }) => !isMet)) process.exitCode = 1
}
