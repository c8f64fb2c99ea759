import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'

/** A whole product on a store of its own, thrown away afterwards. */
export async function withContext<Result>(
  options: { readonly database: string | undefined; readonly fetchesPages: boolean },
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
    await using context = await createContext(config, () => {}, undefined, { limits: { perHost: 16 } })
    return await work(context, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
