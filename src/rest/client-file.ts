import { defined } from '../core/defined.ts'
import type { Answers } from './route.ts'

/** A file or picture, unchanged. */
export type ClientFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly fileName?: string
}

/** True for responses that aren't JSON. */
export function fillsFile(answers: Answers): boolean {
  return (
    answers === 'file' || answers === 'picture' || answers === 'backup' || answers === 'opml' || answers === 'sound'
  )
}

/** Reads a response's file. */
export async function fileIn(response: Response): Promise<ClientFile> {
  const fileName = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    ...defined({ fileName }),
  }
}
