import type { Proof, ProofOptions } from './proof.ts'

type Load = () => Promise<{ readonly prove: Proof }>

export type ListedProof = {
  readonly load: Load
  /** Takes no more than a minute: `npm run prove -- --quick` runs it. */
  readonly isQuick?: true
  /** Limits how long something takes, or packs the product into the folder that others use: in that run nothing is beside it. */
  readonly isAlone?: true
  /** How much of it that run does, where it would go on for a minute. */
  readonly quick?: Pick<ProofOptions, 'minutes' | 'rounds' | 'entries'>
  /** The test that runs a short form of it whenever the tests run. */
  readonly shortForm?: string
  /** How much of it the targets ask for: what it is given with `--full`, unless it is told otherwise. */
  readonly full?: Pick<ProofOptions, 'minutes' | 'entries'>
}

const TEN_MINUTES = { minutes: 10 }

/** Each attacks or measures a running product; what it must withstand is beside what was found. */
export const proofs: Readonly<Record<string, ListedProof>> = {
  isolation: { load: () => import('./isolation.ts'), shortForm: 'test/integration/isolation.slow.test.ts' },
  'private-feeds': {
    load: () => import('./private-feeds.ts'),
    shortForm: 'test/integration/private-feeds.slow.test.ts',
  },
  enumeration: { load: () => import('./enumeration.ts'), isQuick: true, quick: { rounds: 40 } },
  'kept-answers': { load: () => import('./kept-answers.ts'), shortForm: 'test/integration/kept-answers.slow.test.ts' },
  throttle: { load: () => import('./throttle.ts'), isQuick: true, isAlone: true, quick: { rounds: 4 } },
  takeover: { load: () => import('./takeover.ts'), isQuick: true, quick: { rounds: 1 } },
  folding: { load: () => import('./folding.ts'), shortForm: 'test/integration/folded-copies.test.ts' },
  alerts: { load: () => import('./alerts.ts'), isQuick: true },
  'cross-site': { load: () => import('./cross-site.ts'), shortForm: 'test/integration/cross-site.slow.test.ts' },
  'open-redirect': { load: () => import('./open-redirect.ts'), shortForm: 'test/integration/cross-site.slow.test.ts' },
  'sign-in': { load: () => import('./sign-in.ts'), isQuick: true },
  'comments-markup': { load: () => import('./comments-markup.ts'), isQuick: true },
  'hostile-model': {
    load: () => import('./hostile-model.ts'),
    isQuick: true,
    isAlone: true,
    quick: { rounds: 8 },
  },
  politeness: { load: () => import('./politeness.ts'), shortForm: 'test/integration/politeness.slow.test.ts' },
  proxies: { load: () => import('./proxies.ts'), isQuick: true, isAlone: true },
  deb: { load: () => import('./deb.ts'), shortForm: 'test/deploy.test.ts' },
  install: { load: () => import('./install.ts'), shortForm: 'src/app/launch/launch.test.ts' },
  package: { load: () => import('./package.ts'), isQuick: true },
  npx: { load: () => import('./npx.ts'), shortForm: 'src/app/launch/launch.test.ts' },
  image: { load: () => import('./image.ts'), shortForm: 'test/deploy.test.ts' },
  release: { load: () => import('./release.ts'), shortForm: 'deploy/release/release.test.ts' },
  rolling: { load: () => import('./rolling.ts'), isQuick: true },
  'prompt-injection': { load: () => import('./prompt-injection.ts'), isQuick: true, quick: { rounds: 2 } },
  addresses: { load: () => import('./addresses.ts'), isQuick: true, quick: { rounds: 6 } },
  'feed-bombs': { load: () => import('./feed-bombs.ts'), shortForm: 'test/integration/feed-reader.slow.test.ts' },
  'fuzz-feeds': {
    load: () => import('./fuzz-feeds.ts'),
    shortForm: 'test/integration/fuzz-feeds.slow.test.ts',
    full: TEN_MINUTES,
  },
  'page-attacks': { load: () => import('./page-attacks.ts'), shortForm: 'test/integration/hostile-pages.test.ts' },
  markup: { load: () => import('./markup.ts'), isQuick: true, full: TEN_MINUTES },
  'fuzz-pages': {
    load: () => import('./fuzz-pages.ts'),
    isQuick: true,
    isAlone: true,
    quick: { minutes: 0.1 },
    full: TEN_MINUTES,
  },
  'fuzz-dates': {
    load: () => import('./fuzz-dates.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-opml': {
    load: () => import('./fuzz-opml.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-addresses': {
    load: () => import('./fuzz-addresses.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-queries': {
    load: () => import('./fuzz-queries.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-imports': {
    load: () => import('./fuzz-imports.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-letters': {
    load: () => import('./fuzz-letters.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  'fuzz-bodies': {
    load: () => import('./fuzz-bodies.ts'),
    shortForm: 'lab/prove/fuzz/subjects.test.ts',
    full: TEN_MINUTES,
  },
  regexes: { load: () => import('./regexes.ts'), shortForm: 'lab/prove/regexes/time-attacks.slow.test.ts' },
  patterns: { load: () => import('./patterns.ts'), isQuick: true },
  unicode: { load: () => import('./unicode.ts'), isQuick: true },
  cluster: { load: () => import('./cluster.ts'), shortForm: 'test/integration/cluster.slow.test.ts' },
  'copy-store': {
    load: () => import('./copy-store.ts'),
    shortForm: 'test/integration/copy-store.slow.test.ts',
    full: { entries: 150_000 },
  },
  move: { load: () => import('./move.ts'), shortForm: 'test/integration/move.slow.test.ts' },
  supply: { load: () => import('./supply.ts'), isQuick: true },
  'data-out': {
    load: () => import('./exported-rows.ts'),
    isQuick: true,
    isAlone: true,
    quick: { entries: 20_000 },
    full: { entries: 1_000_000 },
  },
  backup: {
    load: () => import('./backup.ts'),
    shortForm: 'test/integration/restore.slow.test.ts',
    full: { entries: 150_000 },
  },
  damage: { load: () => import('./damage.ts'), shortForm: 'test/integration/damage.slow.test.ts' },
  'full-disk': { load: () => import('./full-disk.ts'), shortForm: 'test/integration/store-full-disk.test.ts' },
  'full-disk-intake': { load: () => import('./full-disk-intake.ts') },
  'power-cut': { load: () => import('./power-cut.ts'), shortForm: 'test/integration/sudden-ends.slow.test.ts' },
  migrations: { load: () => import('./migrations.ts'), shortForm: 'test/integration/upgrades.slow.test.ts' },
  crash: { load: () => import('./crash.ts'), shortForm: 'test/integration/sudden-ends.slow.test.ts' },
  faces: { load: () => import('./faces.ts'), shortForm: 'test/integration/done-once.test.ts' },
  resources: { load: () => import('./resources.ts') },
  soak: { load: () => import('./soak.ts'), shortForm: 'test/integration/soak.slow.test.ts', full: { minutes: 60 } },
  silence: { load: () => import('./silence.ts'), shortForm: 'test/integration/silence.slow.test.ts' },
  'dead-feeds': { load: () => import('./dead-feeds.ts'), shortForm: 'test/integration/dead-feeds.slow.test.ts' },
  drain: { load: () => import('./drain.ts'), shortForm: 'test/integration/drain.slow.test.ts' },
}
