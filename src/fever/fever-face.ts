import { forReader } from '../operations/for-reader.ts'
import type { ProgramFace, ProgramHouse } from '../operations/program-face.ts'
import { feverAnswer } from './fever-answer.ts'
import { mark } from './fever-marks.ts'
import { ownedByFever } from './fever-paths.ts'
import { readFeverRequest } from './fever-request.ts'
import { asXml } from './fever-xml.ts'
import { recentlyRead } from './recently-read.ts'

type Answer = Parameters<typeof asXml>[0]

const refused = { api_version: 3, auth: 0 }

/** The Fever API, version 3. An app signs in with the key of one of the reader's passwords for feed readers. */
export function feverFace({ operations, door, baseUrl }: ProgramHouse): ProgramFace {
  const recent = recentlyRead()
  return {
    owns: ownedByFever,
    async answer(request, arrival) {
      const read = await readFeverRequest(request)
      const url = new URL(request.url)
      const isXml = url.searchParams.get('api')?.toLowerCase() === 'xml'
      if (read.kind === 'too-large') return told(refused, isXml, 413)
      if (read.kind === 'unreadable') return told(refused, isXml, 400)
      const known = await door.byFeverKey(read.key, arrival)
      // The protocol says in the answer whether the key was right: apps look nowhere else.
      if (known.kind === 'unknown') return told(refused, isXml)
      if (known.kind === 'later') return told(refused, isXml, 429, { 'Retry-After': String(known.retryAfterSeconds) })
      const context = forReader(operations, known.identity)
      await mark(context, read.given, recent)
      return told(await feverAnswer(context, read.given, baseUrl ?? url.origin), isXml)
    },
  }
}

function told(answer: Answer, isXml: boolean, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(isXml ? asXml(answer) : JSON.stringify(answer), {
    status,
    headers: {
      'Content-Type': `${isXml ? 'text/xml' : 'application/json'}; charset=utf-8`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}
