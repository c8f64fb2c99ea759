import { pathToFileURL } from 'node:url'
import type { Log } from '../pipeline/pipeline-context.ts'

/**
 * Keeps the process alive when one of these files throws later, outside any call: it is logged. Errors of any other code end the process as
 * usual. Returns the function that stops this. No code of ours is on the stack of such a call, so none of ours is interrupted.
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
