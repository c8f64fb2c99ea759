import { assignStory } from '../../src/cluster/assign-story.ts'
import { featuresOf } from '../../src/cluster/vectorize.ts'
import { createWindow } from '../../src/cluster/window.ts'
import { asId, type DocumentId, type StoryId } from '../../src/core/ids.ts'
import { documentOf, type NewsArticle, newsFarm } from './material/news/write.ts'
import { measure, round, sized } from './measure.ts'
import { settledMemory } from './run-child.ts'

/** `node lab/bench/window-child.ts DOCUMENTS`: a window of four days that holds so many, and what deciding costs in it. */
const DAYS = 4
const ASKED = sized(2000, 50)
const size = Number(process.argv[2])

const stream = newsFarm({ perDay: size / DAYS, seed: 1 })
const next = () => stream.next().value as NewsArticle
const window = createWindow()
let minted = 0
/** The first story in which an invented story was told, and how the articles of known ones were decided. */
const known = new Map<number, StoryId>()
let tally = { known: 0, joined: 0, right: 0 }

/** As the product does: decides, and adds what was decided. */
function settle(article: NewsArticle, vector = featuresOf(article)): void {
  const document = documentOf(article)
  const { assignment, displaced } = assignStory(
    {
      document,
      annotations: {},
      vector,
      kind: 'article',
      completeness: { kind: 'complete' },
      syndications: [],
      now: article.at,
    },
    window,
    () => undefined,
  )
  const storyId = assignment.kind === 'join' ? assignment.storyId : asId<StoryId>(`s${(minted += 1)}`)
  const right = known.get(article.event)
  if (right !== undefined) tally.known += 1
  if (assignment.kind === 'join') tally.joined += 1
  if (storyId === right) tally.right += 1
  known.set(article.event, right ?? storyId)
  for (const { documentId, to } of displaced) window.move(documentId, to ?? storyId)
  window.add({ documentId: document.id, storyId, language: 'en', at: article.at, ...vector })
}

/** To fill the window the story is taken as given: only the cost of what comes afterwards is measured. */
function fill(article: NewsArticle): void {
  window.expire(article.at)
  const documentId = asId<DocumentId>(article.id)
  const storyId = asId<StoryId>(`given ${article.event}`)
  known.set(article.event, storyId)
  window.add({ documentId, storyId, language: 'en', at: article.at, ...featuresOf(article) })
}

for (let i = 0; i < sized(300, 20); i += 1) settle(next())
for (const { documentId } of window.places()) window.remove(documentId)
const empty = settledMemory()
for (let i = 0; i < size * 1.05; i += 1) fill(next())
const full = settledMemory()
const asked = Array.from({ length: ASKED }, next)
const vectors = await measure(async () => asked.map((article) => featuresOf(article)))
tally = { known: 0, joined: 0, right: 0 }
const decided = await measure(async () => {
  for (const [i, article] of asked.entries()) settle(article, vectors.result[i])
})
console.log(
  JSON.stringify({
    inWindow: window.size,
    perCpuSecond: Math.round(ASKED / decided.cpuSeconds),
    perCpuSecondWithVectors: Math.round(ASKED / (decided.cpuSeconds + vectors.cpuSeconds)),
    foundOfKnown: round(tally.right / tally.known),
    rightOfJoined: round(tally.right / tally.joined),
    emptyRssMb: empty.rssMb,
    rssMb: full.rssMb,
    rssGrowthMb: full.rssMb - empty.rssMb,
    heldGrowthMb: full.heldMb - empty.heldMb,
  }),
)
