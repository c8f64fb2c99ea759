import { existsSync, readdirSync } from 'node:fs'

/** A program that some tests want, and that `npm run setup` installs. */
export type WantedProgram = {
  readonly name: string
  /** Debian packages that have it, with a space between. */
  readonly packages: string
  readonly isThere: () => boolean
  /** What the tests do without it. */
  readonly without: string
}

export const wantedPrograms: readonly WantedProgram[] = [
  {
    name: 'Chromium',
    packages: 'chromium',
    isThere: () => existsSync('/usr/bin/chromium'),
    without: 'tests of pages in a browser are skipped',
  },
  {
    name: 'Chromium without its windows',
    // Both of one version: they share files.
    packages: 'chromium chromium-headless-shell',
    isThere: () => existsSync('/usr/bin/chromium-headless-shell'),
    without: 'tests of pages use the whole of Chromium, which takes half as long again',
  },
  {
    name: 'PostgreSQL 17',
    packages: 'postgresql-17',
    isThere: hasPostgres,
    without: 'the PostgreSQL half of the store tests is skipped',
  },
  {
    name: 'PgBouncer',
    packages: 'pgbouncer',
    isThere: () => existsSync('/usr/sbin/pgbouncer'),
    without: 'tests behind a connection pooler are skipped',
  },
  {
    name: 'espeak-ng',
    packages: 'espeak-ng',
    isThere: () => existsSync('/usr/bin/espeak-ng'),
    without: 'tests of the brief read aloud are skipped',
  },
  {
    name: 'Newsboat',
    packages: 'newsboat',
    isThere: () => existsSync('/usr/bin/newsboat'),
    without: 'tests with another feed reader are skipped',
  },
  {
    name: 'RSS Guard',
    packages: 'rssguard',
    isThere: () => existsSync('/usr/bin/rssguard'),
    without: 'tests with a feed reader that has a window are skipped',
  },
  {
    name: 'Dovecot',
    packages: 'dovecot-imapd',
    isThere: () => existsSync('/usr/sbin/dovecot'),
    without: 'tests of letters from a mailbox are skipped',
  },
  {
    name: 'sox',
    packages: 'sox',
    isThere: () => existsSync('/usr/bin/sox'),
    without: 'tests of the brief read aloud are skipped',
  },
]

/** Whether a PostgreSQL server of 17 or newer is installed, as Debian installs it. */
export function hasPostgres(): boolean {
  const folder = '/usr/lib/postgresql'
  return (
    existsSync(folder) &&
    readdirSync(folder).some((major) => Number(major) >= 17 && existsSync(`${folder}/${major}/bin/initdb`))
  )
}

/** What a run of the tests says last of programs that are missing; nothing where all are there. */
export function missingLines(programs: readonly WantedProgram[]): readonly string[] {
  const missing = programs.filter((program) => !program.isThere())
  if (missing.length === 0) return []
  return [
    ...missing.map(({ name, without }) => `${name} isn't installed: ${without}.`),
    `To install ${missing.length === 1 ? 'it' : 'them'}: npm run setup (Debian, as root). Elsewhere: ${packagesOf(missing).join(', ')}.`,
  ]
}

/** The Debian packages of programs, each once. */
export function packagesOf(programs: readonly WantedProgram[]): readonly string[] {
  return [...new Set(programs.flatMap(({ packages }) => packages.split(' ')))]
}
