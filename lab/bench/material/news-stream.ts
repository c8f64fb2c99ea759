import { randomNumbers } from './random-numbers.ts'

/** One invented article of the stream. */
export type StreamArticle = {
  readonly id: string
  /** The number of the story it tells, and how many articles tell that story. */
  readonly story: number
  readonly storySize: number
  readonly title: string
  readonly text: string
  readonly language: string
  /** ISO 8601. */
  readonly at: string
}

const dayMs = 86_400_000
const vocabulary = 16_000
const flat = 15
/** Stories and topics are not told apart by the very commonest words. */
const commonest = 40
const topicCount = 60
const topicWords = 200
const storyWords = 40
const longestStory = 30
const textWords = 500

/** A language texts are made in: its words that carry no news, the most frequent first. */
export type Tongue = { readonly language: string; readonly functionWords: readonly string[] }

/** As in running English, such words are about four in ten. */
const functionWords =
  'the of to and a in that is was for it on with as be at by his from he have this had not are but were or an they which you one her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over'.split(
    ' ',
  )
const syllables =
  'ka lo ri men ta vo si dar el nu bra che ton fi gal hu ist jo kel lam mor ne ost pra que ras sel tu ulm ver wi xan yor zet'.split(
    ' ',
  )

type Story = { readonly number: number; readonly size: number; readonly topic: number; left: number }

const words = new Map<number, string>()

/** The word of a number: syllables, so that no two numbers make the same word. */
function wordOf(number: number): string {
  const known = words.get(number)
  if (known !== undefined) return known
  let word = ''
  for (let rest = number + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]
  // Those that one text alone has are not kept: the memory of the generator is not to be measured.
  if (number < vocabulary) words.set(number, word)
  return word
}

/** A word of the language for the `key`th word of a story or topic: any may be it, the commoner ones more often. */
function chosenWord(key: number): number {
  const share = randomNumbers(Math.imul(key, 7919))()
  return Math.floor(commonest * (vocabulary / commonest) ** share)
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/**
 * An endless stream of invented news, the same for the same seed: `perDay` articles a day, in stories of 1 to 30
 * articles spread over two days. A text has about 500 words: function words, words of the whole language by Zipf's law, words
 * of one of 60 topics, and the words and capitalized names of its story, with a few of its own (misspellings, small
 * names) that no other text has. Sizes of stories fall off as in public sets: more than half are told once. The shares are set
 * so that 2,700 texts have about as many different features in all, in each, and in common as those of a public set.
 */
export function* newsStream(options: {
  readonly perDay: number
  readonly seed: number
  /** The time of the first article, in milliseconds since 1970. */
  readonly startMs?: number
  /** English when not given. */
  readonly tongue?: Tongue
}): Generator<StreamArticle> {
  const { startMs = Date.UTC(2026, 0, 5), tongue = { language: 'en', functionWords } } = options
  const random = randomNumbers(options.seed)
  const zipf = (count: number) => Math.floor(Math.exp(random() * Math.log(count)))
  // Zipf–Mandelbrot: the commonest words that carry news are less common than Zipf's law alone has it.
  const commonWord = () => Math.floor(flat * ((vocabulary + flat) / flat) ** random() - flat)
  const running: Story[] = []
  let storyCount = 0

  const openStory = (): Story => {
    const size = Math.min(longestStory, Math.floor(1 / (1 - random()) ** 0.8))
    const story = { number: storyCount, size, topic: Math.floor(random() * topicCount), left: size }
    storyCount += 1
    return story
  }
  /** So many stories run at once that one of the usual size is over after about two days. */
  const pick = (): Story => {
    while (running.length < options.perDay * 0.6) running.push(openStory())
    const at = Math.floor(random() * running.length)
    const story = running[at] as Story
    story.left -= 1
    if (story.left === 0) {
      running[at] = running.at(-1) as Story
      running.pop()
    }
    return story
  }
  const storyWord = ({ number }: Story) => {
    const rank = zipf(storyWords)
    const word = wordOf(chosenWord(number * storyWords + rank))
    return rank <= 12 ? capitalized(word) : word
  }
  const topicWord = ({ topic }: Story) => wordOf(chosenWord(-1 - topic * topicWords - zipf(topicWords)))
  const word = (story: Story, own: number): string => {
    const kind = random()
    if (kind < 0.42) return tongue.functionWords[zipf(tongue.functionWords.length) - 1] as string
    if (kind < 0.72) return wordOf(commonWord())
    if (kind < 0.85) return topicWord(story)
    if (kind < 0.995) return storyWord(story)
    return capitalized(wordOf(vocabulary + own * 8 + Math.floor(random() * 8)))
  }
  const sentence = (story: Story, own: number, length: number) => {
    const list = Array.from({ length }, () => word(story, own))
    list[0] = capitalized(list[0] as string)
    return `${list.join(' ')}.`
  }

  for (let own = 0; ; own += 1) {
    const story = pick()
    const title = Array.from({ length: 9 }, () => (random() < 0.6 ? storyWord(story) : word(story, own))).join(' ')
    const sentences: string[] = []
    for (let length = 0; length < textWords * (0.6 + 0.8 * random()); length += 22)
      sentences.push(sentence(story, own, 16 + Math.floor(random() * 13)))
    yield {
      id: `document-${own.toString(36).padStart(40, '0')}`,
      story: story.number,
      storySize: story.size,
      title: capitalized(title),
      text: sentences.join(' '),
      language: tongue.language,
      at: new Date(startMs + (own * dayMs) / options.perDay).toISOString(),
    }
  }
}
