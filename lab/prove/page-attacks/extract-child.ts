import { extract } from '../../../src/extract/extract.ts'
import { decode } from '../../../src/feeds/decode.ts'
import { pageAttacks } from './all-attacks.ts'
import { foundSentence, good, inArticle } from './page-attack.ts'

/** What reading one page cost a process of its own; `startSeconds` and `startMegabytes` are what it had cost before, with a harmless page read. */
export type AttackFelt = {
  readonly kilobytes: number
  readonly startSeconds: number
  readonly cpuSeconds: number
  readonly startMegabytes: number
  readonly megabytes: number
  readonly blocks: number
  readonly isFound: boolean
}

const attack = pageAttacks.find(({ name }) => name === process.argv[2])
if (!attack) throw new Error(`There is no attack ${process.argv[2]}`)
const url = 'https://example.com/a'
extract({ html: inArticle(good), url })
const made = attack.bytes?.()
const page = made ? '' : attack.make()
const beside = attack.beside?.()
const start = process.cpuUsage()
const startMegabytes = process.resourceUsage().maxRSS / 1024
const html = made ? decode(made.body, made.contentType).text : page
const { text, blocks } = extract({ url, ...beside, html })
const { user, system } = process.cpuUsage(start)
const felt: AttackFelt = {
  kilobytes: Math.round(html.length / 1000),
  startSeconds: (start.user + start.system) / 1e6,
  cpuSeconds: (user + system) / 1e6,
  startMegabytes: Math.round(startMegabytes),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  blocks: blocks.length,
  isFound: foundSentence.test(text),
}
process.stdout.write(JSON.stringify(felt))
