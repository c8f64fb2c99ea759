import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { until } from '../until.ts'

/** Why tests with RSS Guard are left out; false where it is there. */
export const noRssGuard = existsSync('/usr/bin/rssguard') ? false : 'RSS Guard is not here: apt-get install rssguard'

/** What is asked of its tables here. It makes them one by one, and one that is stopped meanwhile never makes the rest. */
const tables = ['Accounts', 'Categories', 'Feeds', 'Messages', 'MessageFilters']

/** The key its passwords are encrypted with, which it reads from a file. */
const passwordKey = 1n

/** Makes a folder in which RSS Guard has one account: Google Reader API, FreshRSS. Waits until it has so many feeds. */
export async function addAccount(
  folder: string,
  account: { readonly url: string; readonly username: string; readonly password: string },
  feedCount: number,
): Promise<void> {
  await mkdir(join(folder, 'config'), { recursive: true })
  await writeFile(join(folder, 'config', 'key.private'), String(passwordKey))
  await writeFile(
    join(folder, 'config', 'config.ini'),
    `[main]
first_run=false
update_on_start=false
[feeds]
feeds_update_on_startup=true
feeds_update_on_startup_delay=1
`,
  )
  // It makes its tables, and asks for an account.
  await whileRunning(folder, async () => {
    await until('RSS Guard has its tables', () =>
      existsSync(databaseOf(folder))
        ? rows(folder, `select 1 from sqlite_master where name in ('${tables.join(`', '`)}')`).length === tables.length
        : false,
    )
  })
  using database = new DatabaseSync(databaseOf(folder), { timeout: 10_000 })
  database.prepare(`insert into Accounts (id, type, proxy_type, custom_data) values (1, 'greader', 2, ?)`).run(
    JSON.stringify({
      // 1: FreshRSS.
      service: 1,
      url: account.url,
      username: account.username,
      password: encrypted(account.password),
      batch_size: 100,
      download_only_unread: false,
      intelligent_synchronization: true,
      fetch_newer_than: '2020-01-01',
    }),
  )
  // With an account it fetches the feeds first.
  await whileRunning(folder, async () => {
    // One by one, each called "new" at first.
    await until(
      'RSS Guard has the feeds',
      () => rows(folder, `select 1 from Feeds where title <> 'new'`).length === feedCount,
    )
  })
}

/** Runs a script over the new articles of a feed: what it marks is sent to the server when RSS Guard is started again. */
export function addFilter(folder: string, feed: string, script: string): void {
  using database = new DatabaseSync(databaseOf(folder), { timeout: 10_000 })
  database.prepare(`insert into MessageFilters (id, name, script) values (1, 'marks', ?)`).run(script)
  database.prepare('insert into MessageFiltersInFeeds (filter, feed_custom_id, account_id) values (1, ?, 1)').run(feed)
}

/** Starts RSS Guard, which then sends its marks and fetches everything, and stops it when it has. */
export async function sync(folder: string): Promise<void> {
  await whileRunning(folder, async (said) => {
    await until('RSS Guard has fetched everything', () => said().includes('Finished feed updates'))
  })
}

/** Rows of its database. */
export function rows(folder: string, query: string): readonly Readonly<Record<string, unknown>>[] {
  using database = new DatabaseSync(databaseOf(folder), { readOnly: true, timeout: 10_000 })
  return database.prepare(query).all()
}

const databaseOf = (folder: string) => join(folder, 'database', 'database.db')

/** It has no window: what a person would click is done by its own start, and by filters. */
async function whileRunning(folder: string, act: (said: () => string) => Promise<void>): Promise<void> {
  const program = spawn('rssguard', ['-d', folder], {
    env: {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      QT_QPA_PLATFORM: 'offscreen',
      // Its browser starts for root only without this protection; it opens no page here.
      QTWEBENGINE_DISABLE_SANDBOX: '1',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
  try {
    await act(() => words)
  } finally {
    await stopped(program)
  }
}

async function stopped(program: ChildProcess): Promise<void> {
  program.kill()
  await until('RSS Guard is gone', () => program.exitCode !== null || program.signalCode !== null)
}

/** As its SimpleCrypt does it: version 3, uncompressed and unchecked, each byte mixed with the one before and the key. */
function encrypted(text: string): string {
  const bytes = Buffer.from(`?${text}`)
  let last = 0
  for (const [place, byte] of bytes.entries()) {
    last ^= byte ^ Number((passwordKey >> BigInt(8 * (place % 8))) & 255n)
    bytes[place] = last
  }
  return Buffer.concat([Buffer.of(3, 0), bytes]).toString('base64')
}
