import { createMcpHandler, type McpHttpHandler, type McpServer } from '@modelcontextprotocol/server'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { ProgramHouse } from '../operations/program-face.ts'
import { linksAt } from './links.ts'
import { mostListening } from './listening-places.ts'
import { makeServer } from './make-server.ts'

/** The largest request, in bytes. */
const largestRequest = 256 * 1024

/** What answers messages of the protocol, each by a server for the reader that is handed on as `extra.reader`. */
export function openHandler(house: ProgramHouse, add: (server: McpServer) => void): McpHttpHandler {
  return createMcpHandler(
    ({ authInfo, requestInfo }) => {
      const { reader } = authInfo!.extra as { readonly reader: ReaderIdentity }
      const base = house.baseUrl ?? (requestInfo ? new URL(requestInfo.url).origin : '')
      const server = makeServer({ context: { ...house.operations, reader }, links: linksAt(base) }, house.version)
      add(server)
      return server
    },
    {
      maxRequestBodySize: largestRequest,
      maxSubscriptions: mostListening,
      onerror: (error) => house.operations.log('mcp-refused', { reason: error.message }),
    },
  )
}
