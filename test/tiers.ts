/** All files of tests by their kind. */
export type TestFiles = {
  readonly units: readonly string[]
  readonly integration: readonly string[]
  readonly pages: readonly string[]
  /** The one of `pages` that the short run takes. */
  readonly smoke: readonly string[]
}

/** `short` is `npm test`, `all` is `npm run test:all`, and `rest` is what the first leaves out of the second. */
export type Tier = 'short' | 'rest' | 'all'

export type ChosenFiles = {
  readonly units: readonly string[]
  readonly pages: readonly string[]
  /** On both databases. */
  readonly integration: readonly string[]
  /** On one database alone. */
  readonly onOne: { readonly dialect: 'sqlite' | 'postgres'; readonly files: readonly string[] }
  /** For people: what is left out, part by part. */
  readonly leftOut: readonly string[]
}

/** Named so: a file that takes many times as long as others. */
const isSlow = (file: string) => file.endsWith('.slow.test.ts')
const isQuick = (file: string) => !isSlow(file)

/**
 * The rest leaves these out on PostgreSQL, by their names: each talks to the product as an app, a form, a mail server or another outside
 * does, and sends PostgreSQL next to no statement that no other file sends it. Whatever is of the database runs on both.
 */
export const sqliteAlone: ReadonlySet<string> = new Set([
  'accounts',
  'ask-withdrawn',
  'check-quotation',
  'check-text',
  'corrections',
  'feeds-out-length',
  'fever',
  'first-choice',
  'greader-behavior',
  'letters',
  'program-door',
  'saved-links',
  'sharing',
  'site-icons',
  'spraying',
  'story-choices',
  'tags',
  'translation',
  'websub-between',
])
const asksNothingNew = (file: string) => sqliteAlone.has(file.split('/').at(-1)!.split('.')[0]!)

/**
 * The files that a run takes, by their names: the short one leaves out what is named slow and all but one file of pages, and runs on
 * SQLite alone what can run on either database; the rest runs on PostgreSQL what asks it for something. `loops` says whether a file runs its
 * tests on each.
 */
export function chooseFiles(tier: Tier, all: TestFiles, loops: (file: string) => boolean): ChosenFiles {
  const { units, integration, pages, smoke } = all
  const none = { dialect: 'sqlite', files: [] } as const
  if (tier === 'all') return { units, pages, integration, onOne: none, leftOut: [] }
  const quick = integration.filter(isQuick)
  const twice = quick.filter(loops)
  const slow = [...units, ...integration].filter(isSlow)
  const others = pages.filter((file) => !smoke.includes(file))
  if (tier === 'rest')
    return {
      units: units.filter(isSlow),
      pages: others,
      integration: integration.filter(isSlow),
      onOne: { dialect: 'postgres', files: twice.filter((file) => !asksNothingNew(file)) },
      leftOut: [],
    }
  return {
    units: units.filter(isQuick),
    pages: smoke,
    integration: [],
    onOne: { dialect: 'sqlite', files: quick },
    leftOut: [
      `${slow.length} slow files`,
      `${others.length} files of tests of pages`,
      `the PostgreSQL half of ${twice.length} files`,
    ],
  }
}
