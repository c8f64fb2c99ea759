import { createMcpHandler, type McpHttpHandler, type McpServer } from '@modelcontextprotocol/server'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { forReader } from '../operations/for-reader.ts'
import type { ProgramApiContext } from '../operations/program-api.ts'
import { linksAt } from './links.ts'
import { maxListeners } from './listener-slots.ts'
import { makeServer } from './make-server.ts'

/** Bytes. */
const largestRequest = 256 * 1024

/** The caller, and whether they may call again; passed on as `extra`. */
export type Caller = { readonly reader: ReaderIdentity; readonly mayCallMore: () => boolean }

/** Handles protocol messages, each with a server for its caller. */
export function openHandler(instance: ProgramApiContext, add: (server: McpServer) => void): McpHttpHandler {
  return createMcpHandler(
    ({ authInfo, requestInfo }) => {
      const { reader, mayCallMore } = authInfo!.extra as Caller
      const base = instance.baseUrl ?? (requestInfo ? new URL(requestInfo.url).origin : '')
      const server = makeServer(
        { context: forReader(instance.operations, reader), links: linksAt(base) },
        instance.version,
        mayCallMore,
      )
      add(server)
      return server
    },
    {
      maxRequestBodySize: largestRequest,
      maxSubscriptions: maxListeners,
      onerror: (error) => instance.operations.log('mcp-refused', { reason: error.message }),
    },
  )
}
