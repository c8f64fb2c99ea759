import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { makeServer } from './make-server.ts'
import type { ToolContext } from './tool.ts'

/** Serves the protocol on standard input and output until the client disconnects or `stopped` settles. */
export async function speakStdio(desk: ToolContext, version: string, stopped: Promise<void>): Promise<void> {
  const handle = serveStdio(() => makeServer(desk, version), {
    onerror: (error) => desk.context.log('mcp-refused', { reason: error.message }),
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  process.stdin.once('end', resolve).once('close', resolve)
  await Promise.race([promise, stopped])
  await handle.close()
}
