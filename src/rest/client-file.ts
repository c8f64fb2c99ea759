import { defined } from '../core/defined.ts'
import type { Answers } from './route.ts'

/** A file, a picture or the like, as it came. */
export type ClientFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly fileName?: string
}

/** True for answers that are no JSON. */
export function fillsFile(answers: Answers): boolean {
  return (
    answers === 'file' || answers === 'picture' || answers === 'backup' || answers === 'opml' || answers === 'sound'
  )
}

/** The file of an answer. */
export async function fileIn(response: Response): Promise<ClientFile> {
  const fileName = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    ...defined({ fileName }),
  }
}
