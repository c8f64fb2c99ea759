import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'
import { demoNow, findFilledDemo } from '../../test/integration/filled-demo.ts'

/** A whole product on a store of its own, thrown away afterwards; with `filled`, a copy of that data folder at the moment of the demo. */
export async function withContext<Result>(
  options: {
    readonly database: string | undefined
    readonly fetchesPages: boolean
    readonly filled?: string | undefined
  },
  work: (context: Context, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const config = {
    ...readConfig(options.database === undefined ? {} : { TWOSOURCE_DATABASE: options.database }),
    TWOSOURCE_DATA: folder,
    TWOSOURCE_ALLOW_PRIVATE: true,
    TWOSOURCE_FETCH_PAGES: options.fetchesPages,
  }
  try {
    if (options.filled !== undefined) await cp(options.filled, folder, { recursive: true })
    const now = options.filled === undefined ? undefined : () => demoNow
    await using context = await createContext(config, () => {}, now, { limits: { perHost: 16 } })
    return await work(context, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same once it has taken in the demo edition: where tests run, a copy of what was taken in for all of them. */
export async function withEdition<Result>(
  { database }: { readonly database: string | undefined },
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const filled = database === undefined ? (await findFilledDemo())?.folder : undefined
  return withContext({ database, fetchesPages: true, filled }, async (context) => {
    if (filled === undefined) {
      await using stack = new AsyncDisposableStack()
      await readEdition(
        context,
        stack.adopt(await serveEdition({ now: new Date() }), (edition) => edition.close()),
      )
    }
    return work(context)
  })
}
