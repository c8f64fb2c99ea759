import { type Command, UsageError } from '../../cli/command.ts'
import { isFingerprint } from './read-pack-file.ts'
import { verifyFile } from './verify-file.ts'

/** Checks an evidence pack. It opens no store and asks nobody. It is here and not in `cli`, since it uses a station. */
export const verify: Command = {
  name: 'verify',
  usage: 'FILE.zip',
  summary: 'Check an evidence pack, without a server or network',
  details: 'The exit code is 0 when the pack is intact, and 1 when it isn’t.',
  options: {
    fingerprint: { type: 'string', takes: 'SHA256', means: 'the fingerprint that whoever made the pack gave you' },
    timestamp: { type: 'string', takes: 'FILE.tsr', means: 'check this time stamp (RFC 3161) of the pack, too' },
    'timestamp-request': {
      type: 'string',
      takes: 'FILE.tsq',
      means: 'write a request for a time stamp, to send to an authority of your choice',
    },
  },
  async run({ args, values, terminal }) {
    const [file, ...more] = args
    if (file === undefined || more.length > 0) throw new UsageError('Name one file: twosource verify story.zip')
    const given = values.fingerprint as string | undefined
    if (given !== undefined && !isFingerprint(given))
      throw new UsageError('--fingerprint takes the 64 hexadecimal digits that were shown when the pack was made.')
    const [timestamp, request] = [values.timestamp, values['timestamp-request']] as (string | undefined)[]
    return verifyFile(file, { fingerprint: given, timestamp, request }, terminal)
  },
}
