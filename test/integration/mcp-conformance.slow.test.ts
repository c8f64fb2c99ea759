import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { fromJsonSchema, type McpServer, ResourceTemplate } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { mcpApi } from '../../src/mcp/mcp-api.ts'
import { openProgramAuthentication } from '../../src/operations/program-authentication.ts'
import { programArrival, trustThisMachine } from '../../src/web/arrival.ts'
import { closeAfterwards } from '../loopback-server.ts'
import { openMcpInstance } from './mcp-instance.ts'

const root = new URL('../../', import.meta.url)
const suite = fileURLToPath(new URL('node_modules/@modelcontextprotocol/conformance/dist/index.js', root))

/** The newest revision with a handshake, and the one without. */
const revisions = ['2025-11-25', '2026-07-28'] as const

/** What the scenarios call by name, of the kinds of things that we offer: tools, resources and prompts of text. */
function addSuiteThings(server: McpServer): void {
  const says = (text: string) => ({ content: [{ type: 'text' as const, text }] })
  server.registerTool('test_simple_text', { description: 'Says a line' }, () =>
    says('This is a simple text response for testing.'),
  )
  server.registerTool('test_error_handling', { description: 'Fails' }, () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  const inputSchema = fromJsonSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: {
        $anchor: 'addressDef',
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
      },
    },
    properties: {
      name: { type: 'string' },
      address: { $ref: '#/$defs/address' },
      contactMethod: { type: 'string' },
      phone: { type: 'string' },
      email: { type: 'string' },
    },
    allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
    if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['phone'] },
    else: { required: ['email'] },
    additionalProperties: false,
  })
  server.registerTool('json_schema_2020_12_tool', { description: 'Takes a name', inputSchema }, () => says('read'))
  const mimeType = 'text/plain'
  server.registerResource('static-text', 'test://static-text', { mimeType }, ({ href: uri }) => ({
    contents: [{ uri, mimeType, text: 'This is the content of the static text resource.' }],
  }))
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined })
  server.registerResource('template', template, { mimeType: 'application/json' }, ({ href: uri }, { id }) => ({
    contents: [{ uri, mimeType: 'application/json', text: JSON.stringify({ id, data: `Data for ID: ${id}` }) }],
  }))
  const asks = (text: string) => ({
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
  })
  server.registerPrompt('test_simple_prompt', { description: 'Asks a line' }, () =>
    asks('This is a simple prompt for testing.'),
  )
  const argsSchema = z.object({ arg1: z.string(), arg2: z.string() })
  server.registerPrompt('test_prompt_with_arguments', { description: 'Asks two lines', argsSchema }, ({ arg1, arg2 }) =>
    asks(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`),
  )
}

test('each scenario of the conformance suite passes, or is in the notes with what passes of it and why not all', async () => {
  const instance = await openMcpInstance()
  const { operations } = instance.context
  const face = mcpApi(
    { operations, door: openProgramAuthentication(operations), version: '0', requestsPerMinute: 1_000_000 },
    addSuiteThings,
  )
  const server = createServer(
    getRequestListener((request, env) => face.answer(request, programArrival(request, env, trustThisMachine())), {
      overrideGlobalObjects: false,
    }),
  )
  closeAfterwards(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`

  const found = new Map<string, Record<string, string>>()
  for (const revision of revisions)
    for (const [, scenario, passed, failed] of await runSuite(url, revision)) {
      const [good, bad] = [Number(passed), Number(failed)]
      const verdict = bad > 0 ? `${good} of ${good + bad}` : good > 0 ? 'passes' : 'nothing to check'
      found.set(scenario!, { ...found.get(scenario!), [revision]: verdict })
    }
  await instance.close()

  const note = await readFile(new URL('docs/notes/mcp-conformance.md', root), 'utf8')
  const rows = [...note.matchAll(/^\| `([\w-]+)` \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)]
  const cells = rows.map(([, scenario, ...columns]) => [scenario, ...columns.slice(0, 2).map((cell) => cell.trim())])
  const measured = [...found].map(([scenario, by]) => [scenario, ...revisions.map((revision) => by[revision] ?? '')])
  assert.deepEqual(cells, measured)
  for (const [, scenario, earlier, now, why] of rows)
    assert.ok(![earlier, now].some((cell) => / of |nothing/.test(cell!)) || why!.trim() !== '', `${scenario}: say why`)
})

/** Runs the suite at one revision of the protocol: name, passed and failed checks of each scenario. */
async function runSuite(url: string, revision: string) {
  const args = [suite, 'server', '--url', url, '--suite', 'all', '--spec-version', revision]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  closeAfterwards(() => child.kill('SIGKILL'))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  return said.matchAll(/^[✓✗] ([\w-]+): (\d+) passed, (\d+) failed$/gm)
}
