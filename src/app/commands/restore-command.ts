import { join } from 'node:path'
import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import { restoreFile } from '../../store/copy/restore-file.ts'
import { filePathOf, isPostgresUrl } from '../../store/open-store.ts'
import { readConfig } from '../config/config.ts'

/** Restores a backup of the database. It opens nothing else: the store may be what is broken. */
export const restore: Command = {
  name: 'restore',
  usage: '<backup>',
  summary: 'Restore a backup of the SQLite file',
  details: 'Checks the backup to its last page first, and keeps the present file beside it.',
  async run({ args, terminal }) {
    const [copy, ...more] = args
    if (copy === undefined || more.length > 0) throw new UsageError('Give one backup file.')
    const config = readConfig(process.env)
    const target = config.TWOSOURCE_DATABASE ?? join(config.TWOSOURCE_DATA, 'twosource.db')
    if (isPostgresUrl(target))
      throw new UsageError('This database is a PostgreSQL server: restore it with pg_restore (docs/guide/backup.md).')
    const result = restoreFile(copy, filePathOf(target), new Date())
    terminal.json(result)
    if (result.kind === 'refused') {
      terminal.error(result.why)
      return exitCodes.failed
    }
    const { entries, newestAt, keptAs } = result
    terminal.line(`Restored: ${entries} entries${newestAt === undefined ? '' : `, the newest of ${newestAt}`}.`)
    if (keptAs !== undefined) terminal.line(`The previous file was kept as ${keptAs}. Delete it when all is well.`)
    return exitCodes.ok
  },
}
