import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { serveEdition } from '../../../src/app/demo/serve-edition.ts'
import { backupNameAt } from '../../../src/operations/admin/backup-folder.ts'
import { makeDurableFolder } from '../../../src/store/engine/durable-files.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { demoNow, type FilledDemo, fillDemo } from '../../../test/integration/filled-demo.ts'

/**
 * Fills a data folder with the edition of the demo, and makes a copy of its database in `backups`. `filled`: a folder that has it already,
 * which is copied.
 */
export async function furnishDamaged(folder: string, filled?: FilledDemo): Promise<void> {
  if (filled) cpSync(filled.folder, folder, { recursive: true })
  else {
    const served = await serveEdition({ now: demoNow })
    const context = await fillDemo(served, folder)
    await context[Symbol.asyncDispose]()
    await served.close()
  }
  const backups = join(folder, 'backups')
  makeDurableFolder(backups)
  const store = await openStore(join(folder, 'twosource.db'))
  await store.instance.copyTo?.(join(backups, backupNameAt(new Date(), true)))
  await store.close()
}
