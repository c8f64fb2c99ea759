import { parentPort, workerData } from 'node:worker_threads'
import type { LinkExport } from '../../feeds/links/saved-link.ts'
import { type ImportFile, type ImportLimits, readImport } from './read-import.ts'

type ImportRequest = { readonly file: Uint8Array; readonly name: string; readonly limits: ImportLimits }

/** The reply between threads: links as JSON lists, which are parsed one after the other. */
export type ImportReply =
  | Exclude<ImportFile, { kind: 'links' }>
  | { readonly kind: 'links'; readonly file: Omit<LinkExport, 'links'>; readonly lists: readonly string[] }

const AT_ONCE = 1000

function replyTo({ file, name, limits }: ImportRequest): ImportReply {
  const read = readImport(file, name, limits)
  if (read.kind !== 'links') return read
  const { links, ...about } = read.file
  const lists: string[] = []
  for (let from = 0; from < links.length; from += AT_ONCE) lists.push(JSON.stringify(links.slice(from, from + AT_ONCE)))
  return { kind: 'links', file: about, lists }
}

parentPort?.postMessage(replyTo(workerData as ImportRequest))
