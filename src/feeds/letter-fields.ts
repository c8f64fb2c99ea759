import type { Attachment } from 'postal-mime'
import type { LeftOutFile, Letter } from '../core/letter.ts'

const MOST_FILES = 50
const LONGEST_LINK = 2_000

/** What the headers of a list say (RFC 2369, 2919, 8058), and which files came along. */
export function letterFields(header: (name: string) => string | undefined, attachments: readonly Attachment[]): Letter {
  const listId = /<([^<>\s]{1,255})>/.exec(header('list-id') ?? '')?.[1]
  const ways = [...(header('list-unsubscribe') ?? '').matchAll(/<([^<>]*)>/g)].map(([, way = '']) =>
    way.replace(/\s+/g, ''),
  )
  const leaveUrl = ways.find((way) => /^https?:\/\//i.test(way) && way.length <= LONGEST_LINK && URL.canParse(way))
  const leaveMail = ways.find((way) => /^mailto:[\w.+=-]{1,128}@[\w.-]{1,255}(?:\?[\w=&%.+-]{0,500})?$/i.test(way))
  const isOneClick = leaveUrl !== undefined && /one-click/i.test(header('list-unsubscribe-post') ?? '')
  const leftOut = attachments.slice(0, MOST_FILES).map(leftOutFile)
  return {
    ...(listId === undefined ? {} : { listId }),
    ...(leaveUrl === undefined ? {} : { leaveUrl: new URL(leaveUrl).href }),
    ...(leaveMail === undefined ? {} : { leaveMail }),
    ...(isOneClick && { isOneClick }),
    ...(leftOut.length > 0 && { leftOut }),
  }
}

function leftOutFile({ filename, mimeType, content }: Attachment): LeftOutFile {
  const name = (filename ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed()
  const lengthBytes = typeof content === 'string' ? content.length : content.byteLength
  return { name, type: mimeType.slice(0, 100), lengthBytes }
}
