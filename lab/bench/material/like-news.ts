import { randomNumbers } from './random-numbers.ts'

/** A piece of a feed whose words fall as words of a language do, with words to look for in one piece of 1,000, 100 and 10. */
export type LikeNews = { readonly title: string; readonly paragraphs: readonly string[] }

/** Words that are in one entry of so many. */
export const rareWords = [
  { word: 'quixotal', oneIn: 1000 },
  { word: 'velmarine', oneIn: 100 },
  { word: 'ostrander', oneIn: 10 },
] as const

const LETTERS = 3_200

/** About 3,200 letters in paragraphs, the same for the same numbers: as long as the feeds' texts that peers were measured with. */
export function likeNews(feed: number, number: number): LikeNews {
  const random = randomNumbers(feed * 1_000 + number)
  const title = sentences(random, 1).slice(0, 75)
  const paragraphs: string[] = []
  let letters = 0
  while (letters < LETTERS) {
    const paragraph = sentences(random, 4)
    letters += paragraph.length
    paragraphs.push(paragraph)
  }
  for (const { word, oneIn } of rareWords) if ((feed * 31 + number * 7) % oneIn === 0) paragraphs.push(`${word}.`)
  return { title, paragraphs }
}

function sentences(random: () => number, count: number): string {
  let text = ''
  for (let word = 0; word < count * 12; word++) text += `${wordOf(random)}${word % 12 === 11 ? '. ' : ' '}`
  return text.trimEnd()
}

/** Words by Zipf's law: word k about in proportion to 1/k, of 20,000. */
function wordOf(random: () => number): string {
  const rank = Math.floor(Math.exp(random() * Math.log(20_000)))
  return (words[rank] ??= (rank * 7_919).toString(36).replace(/\d/g, (digit) => 'aeioubcdfg'[Number(digit)] ?? 'x'))
}

const words: string[] = []
