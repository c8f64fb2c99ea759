import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { hashPassword } from '../../src/credentials/password.ts'

/** An instance of its own on loopback, with an account for each name and a clock that can be moved; thrown away at the end. */
export async function startInstance(
  accounts: readonly { readonly name: string; readonly password: string }[],
  settings: Readonly<Record<string, string>> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-prove-'))
  let offsetMs = 0
  const context = await createContext(
    readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_PORT: '0', ...settings }),
    () => {},
    () => new Date(Date.now() + offsetMs),
  )
  const createdAt = new Date().toISOString()
  for (const [index, { name, password }] of accounts.entries())
    await context.operations.store.accounts.add(
      { id: `account-${index}`, name, role: 'reader', createdAt },
      { passwordHash: await hashPassword(password) },
    )
  const running = await servePages(context)
  return {
    context,
    origin: running.url.replace(/\/$/, ''),
    /** Moves the clock: a window of tries passes. */
    pass: (ms: number) => {
      offsetMs += ms
    },
    async close() {
      await running.close()
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
