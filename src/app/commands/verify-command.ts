import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import { reportLines } from '../../export/pack/pack-report.ts'
import { isFingerprint, readPackFile } from './read-pack-file.ts'

/** Checks an evidence pack. It opens no store and asks nobody. It is here and not in `cli`, since it uses a station. */
export const verify: Command = {
  name: 'verify',
  usage: 'FILE.zip',
  summary: 'Check an evidence pack, without a server or network',
  details: 'The exit code is 0 when the pack is intact, and 1 when it isn’t.',
  options: {
    fingerprint: { type: 'string', takes: 'SHA256', means: 'the fingerprint that whoever made the pack gave you' },
  },
  async run({ args, values, terminal }) {
    const [file, ...more] = args
    if (file === undefined || more.length > 0) throw new UsageError('Name one file: twosource verify story.zip')
    const given = values.fingerprint as string | undefined
    if (given !== undefined && !isFingerprint(given))
      throw new UsageError('--fingerprint takes the 64 hexadecimal digits that were shown when the pack was made.')
    const report = await readPackFile(file, given)
    terminal.json({ isIntact: report.problems.length === 0, ...report })
    for (const line of reportLines(report, given)) terminal.line(line)
    return report.problems.length === 0 ? exitCodes.ok : exitCodes.failed
  },
}
