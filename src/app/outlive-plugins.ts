import { pathToFileURL } from 'node:url'
import type { Log } from '../pipeline/pipeline-context.ts'

/**
 * Keeps the process when one of these files throws later, while nobody waits for it: told in the log, and nothing ends. What anybody
 * else throws ends the process as ever. Returns how to stop that. Nothing of ours stands in such a call, so nothing of ours is torn.
 */
export function outlivePlugins(files: readonly string[], log: Log): () => void {
  if (files.length === 0) return () => {}
  const hold = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const file = files.find((each) => stack.includes(pathToFileURL(each).href) || stack.includes(each))
    if (file !== undefined) return log('plugin-failed', { file, fault: stack.split('\n', 1)[0] ?? '' })
    process.stderr.write(`${stack}\n`)
    process.exit(1)
  }
  process.on('uncaughtException', hold)
  return () => process.off('uncaughtException', hold)
}
