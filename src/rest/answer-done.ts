import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { askedBytes } from '../core/asked-bytes.ts'
import type { Recording } from '../core/recording.ts'
import type { PictureResult } from '../operations/get-picture.ts'
import { answerBytes, answerFile } from './answer-file.ts'
import { answerJson } from './answer-view.ts'
import { nextLink, nextPage } from './next-page.ts'
import { problem } from './problem.ts'
import type { Route } from './route.ts'
import type { RouteInput } from './route-input.ts'

type File = { readonly mediaType: string; readonly fileName: string } & (
  | { readonly text: string }
  | { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> }
)

/** What an operation answered, as an answer over HTTP. */
export async function answerDone(
  request: Request,
  { answers }: Route,
  query: RouteInput['query'],
  view: unknown,
): Promise<Response> {
  switch (answers) {
    case 'nothing':
    case 'done':
      return new Response(null, { status: 204 })
    case 'view': {
      const next = nextPage(view, query)
      const link = next && { Link: nextLink(new URL(request.url), next) }
      return answerJson(request, JSON.stringify(view), { ...link })
    }
    case 'file': {
      const file = view as File
      return answerFile('text' in file ? file.text : file.body, file.mediaType, file.fileName)
    }
    case 'opml':
      return answerFile(view as string, 'text/x-opml; charset=utf-8', 'twosource.opml')
    case 'backup': {
      const { path, name } = view as { readonly path: string; readonly name: string }
      return answerFile(Readable.toWeb(createReadStream(path)) as ReadableStream, 'application/vnd.sqlite3', name)
    }
    case 'picture': {
      const picture = view as PictureResult
      if (picture.kind === 'failed') return problem('outlet-failed', { detail: picture.message })
      return answerBytes(picture.bytes, picture.header.type)
    }
    case 'recording': {
      const { contentType, bytes, seconds, cues } = view as Recording
      return answerJson(request, JSON.stringify({ contentType, bytes, seconds, cues }))
    }
    case 'sound':
      return answerSound(request, view as Recording)
  }
}

/** A recording, or the part of it that is asked for. */
async function answerSound(request: Request, recording: Recording): Promise<Response> {
  const { bytes: size, contentType, tag } = recording
  const etag = `"${tag}"`
  const asked = askedBytes(request, { etag, size })
  const headers = { ETag: etag, 'Accept-Ranges': 'bytes' }
  switch (asked.kind) {
    case 'whole':
      return answerBytes(await recording.read(), contentType, { headers })
    case 'part': {
      const range = { 'Content-Range': `bytes ${asked.from}-${asked.last}/${size}` }
      const part = await recording.read(asked.from, asked.last)
      return answerBytes(part, contentType, { status: 206, headers: { ...headers, ...range } })
    }
    case 'none':
      return problem('no-such-range', {}, { 'Content-Range': `bytes */${size}` })
  }
}
